// What the styles of a pack's print document do with what an author may write: long titles, tall pictures, addresses.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printDocument } from "../../src/print/print-document.ts";
import { type BuiltSite, buildSample } from "../site/built-site.ts";
import { readPdf } from "./read-pdf.ts";

const TALL = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="4000"><rect width="800" height="4000"/></svg>`;

let out: string;
let site: BuiltSite;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "pack-styles-"));
  site = await buildSample();
  await writeFile(join(site.folder, "print", "tall.svg"), TALL);
});
afterAll(async () => {
  await site?.remove();
  await rm(out, { recursive: true, force: true });
});

/** Prints a document of one part in the styles of the sample pack; gives the text of each page. */
async function print(name: string, body: string, styles = ""): Promise<readonly string[]> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="../assets/print.css"><style>${styles}</style></head>
<body><main><section class="part" data-part="s1" data-running="S1 · Public edition">${body}</section></main></body></html>`;
  await writeFile(join(site.folder, "print", `${name}.html`), html);
  const output = join(out, `${name}.pdf`);
  const options = { browser: "bundled", timeoutMs: 30_000 };
  await printDocument({ folder: site.folder, document: `print/${name}.html`, output, ...options });
  return (await readPdf(output)).pages;
}

describe("the styles of the print document", () => {
  it.each([
    ["words", "A title that goes on and on, ".repeat(30)],
    ["one word", "Title".repeat(200)],
  ])("keep page number and marking on the sheet beside a title of %s without end", async (name, title) => {
    const styles = `:root { --running-title: "${title}"; --marking-label: "TLP:AMBER+STRICT" }`;
    const [page = ""] = await print(name.replace(" ", "-"), "<p>A paragraph.</p>", styles);
    expect(page).toContain("1 of 1");
    expect(page.match(/TLP:AMBER\+STRICT/g)).toHaveLength(2);
    expect(page).toContain(title.slice(0, 20));
  });

  it("leave no last row of a table alone under a repeated head", async () => {
    const tables = Array.from({ length: 14 }, (_, table) => {
      const rows = Array.from(
        { length: 22 + table },
        (_, row) => `<tr><td>Row ${table}.${row}</td><td>What it says</td></tr>`,
      );
      return `<div style="break-before: page"><table><thead><tr><th>Head</th><th>Text</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
    });
    const pages = await print("last-rows", tables.join(""), "div { break-before: page }");
    const rowsOf = pages.map((page) => [...page.matchAll(/Row (\d+)\.\d+/g)].map(([, table]) => table));
    const ends = rowsOf.filter((rows, index) => index > 0 && rowsOf[index - 1]?.at(-1) === rows[0]);
    // Some of these tables run on to a second page; those of one more row would leave it alone there.
    expect(ends.length).toBeGreaterThan(3);
    expect(ends.filter((rows) => rows.length < 2)).toEqual([]);
  });

  it("make a picture no taller than a page with its caption", async () => {
    const figure = `<figure class="image"><img src="tall.svg" alt="A column"><figcaption>The column.</figcaption></figure>`;
    expect(await print("tall", figure)).toEqual([expect.stringContaining("The column.")]);
  });

  it("print the address of every link that leaves the document", async () => {
    const links = ["https://a.example/x", "HTTPS://B.EXAMPLE/Y", "mailto:desk@c.example", "#here"];
    const body = links.map((address) => `<p id="here"><a href="${address}">A link</a>.</p>`).join("");
    const [page = ""] = await print("links", body);
    for (const address of links.slice(0, 3)) expect(page).toContain(`A link (${address}).`);
    expect(page).toContain("A link.");
  });

  it("leave out the ways back from notes", async () => {
    const note = `<ol><li><p>A note. <a class="footnote-back" href="#mark" aria-label="Back to note 1"></a></p></li></ol>`;
    const [page = ""] = await print("note", `<p id="mark">Text.</p>${note}`);
    expect(page).toContain("A note.");
    expect(page).not.toContain("↩");
  });
});
