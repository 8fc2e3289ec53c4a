// The three ways to a browser, on this machine, on a bare one and as an ordinary user.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPack } from "../../src/pack/load.ts";
import { cacheFolder } from "../../src/print/browser/cache-folder.ts";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { ownMounts as unshare } from "../e2e/run-program.ts";
import { packFolder, tell } from "../pack/altered-pack.ts";
import { readPdf } from "./read-pdf.ts";

const run = promisify(execFile);
const fixture = new URL("../fixtures/print/fonts", import.meta.url).pathname;
const script = new URL("./use-browser.ts", import.meta.url).pathname;
const cache = cacheFolder(process.env.BRIEFING_CACHE);
const installed = await findBrowser(undefined, {
  ...systemProbes(),
  unpackBundled: async () => undefined,
}).catch(() => undefined);

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "browsers-"));
  await chmod(out, 0o777);
  await mkdir(join(out, "home"), { mode: 0o777 });
  await chmod(join(out, "home"), 0o777);
  // Once, so that a user who cannot write the cache finds it filled.
  await findBrowser("bundled", systemProbes());
});
afterAll(() => rm(out, { recursive: true, force: true }));

interface Use {
  origin: string;
  path: string;
  /** The folder of the program that ran. */
  home: string;
  libraries: string[];
  notices: string[];
  pages: number;
}

/** Prints in a process of its own, started through `prefix`. */
async function use(
  name: string,
  browser: string | undefined,
  prefix: readonly string[] = [],
  { folder, document } = { folder: fixture, document: "index.html" },
): Promise<Use> {
  const node = [process.execPath, "--import", import.meta.resolve("tsx"), script];
  const [command = "", ...args] = [...prefix, ...node, folder, document, join(out, name), browser ?? ""];
  const env = { ...process.env, HOME: join(out, "home"), BRIEFING_CACHE: cache };
  return JSON.parse((await run(command, args, { env })).stdout) as Use;
}

/** Makes a command that runs the bundled browser. */
async function installBundled(path: string): Promise<void> {
  if (existsSync(path)) return;
  const { executablePath, env } = await findBrowser("bundled", systemProbes());
  await mkdir(dirname(path));
  await writeFile(
    path,
    `#!/bin/sh\nLD_LIBRARY_PATH="${env.LD_LIBRARY_PATH}" exec "${executablePath}" "$@"\n`,
    {
      mode: 0o755,
    },
  );
}

/** The fonts of a PDF: its embedded ones, and those it only names. */
async function readFonts(path: string): Promise<{ embedded: string[]; named: string[] }> {
  const pdf = await PDFDocument.load(await readFile(path));
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (object) =>
        object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"),
    );
  const isEmbedded = (font: unknown) =>
    font instanceof PDFDict &&
    ["FontFile", "FontFile2", "FontFile3"].some((key) => font.has(PDFName.of(key)));
  const nameOf = (font: unknown) => (font instanceof PDFDict ? String(font.get(PDFName.of("FontName"))) : "");
  return {
    embedded: fonts.filter(isEmbedded).map(nameOf),
    named: fonts.filter((f) => !isEmbedded(f)).map(nameOf),
  };
}

async function expectAllText(name: string): Promise<void> {
  const { pages } = await readPdf(join(out, name));
  for (const asked of ["Georgia", "any serif", "a font nobody has"]) {
    expect(pages[0]).toContain(`Text that asks for ${asked}.`);
  }
  const { embedded, named } = await readFonts(join(out, name));
  expect(embedded.length).toBeGreaterThan(0);
  expect(named).toEqual([]);
}

/** A shell script that hides browsers, libraries and fonts of the system, then runs its arguments. */
const HIDE = `
hide_folder() { if [ -d "$1" ]; then mount -t tmpfs none "$1"; fi; }
hide_file() { if [ -e "$1" ]; then mount --bind /dev/null "$1"; fi; }
for folder in /usr/share/fonts /usr/local/share/fonts /etc/fonts /var/cache/fontconfig /usr/lib/chromium /opt/google; do hide_folder "$folder"; done
for name in google-chrome google-chrome-stable chromium chromium-browser microsoft-edge microsoft-edge-stable; do
  for folder in /usr/bin /usr/local/bin /snap/bin; do hide_file "$folder/$name"; done
done
for library in /usr/lib/*/libnss3.so /usr/lib/*/libnssutil3.so /usr/lib/*/libnspr4.so /usr/lib/*/libplc4.so /usr/lib/*/libplds4.so /usr/lib/*/libsmime3.so; do
  hide_file "$library"
done
for library in /usr/lib/*/libexpat.so.1*; do hide_file "$library"; done
exec "$@"
`;

describe("an explicit path", () => {
  it("prints with that very file", async () => {
    const { executablePath } = await findBrowser("bundled", systemProbes());
    const path = installed?.executablePath ?? executablePath;
    // The bundled file needs its libraries, which only the bundled way sets.
    expect(await use("explicit.pdf", path)).toMatchObject({ origin: "explicit", path, pages: 1 });
    await expectAllText("explicit.pdf");
  });
});

describe("an installed browser", () => {
  it("is found and prints", async () => {
    // A machine that has none is given one: the bundled browser under a name by which one is installed.
    if (!installed) await installBundled(join(out, "bin", "google-chrome"));
    const PATH = `${join(out, "bin")}:${process.env.PATH}`;
    expect(await use("installed.pdf", undefined, ["env", `PATH=${PATH}`])).toMatchObject({
      origin: "installed",
      pages: 1,
    });
    await expectAllText("installed.pdf");
  });

  it("prints where temporary files lie deeper than its sockets may", async () => {
    if (!installed) await installBundled(join(out, "bin", "google-chrome"));
    const deep = join(
      out,
      "temporary-files-of-a-person-with-a-long-name",
      "and-a-longer-one-for-the-project",
    );
    await mkdir(deep, { recursive: true });
    const PATH = `${join(out, "bin")}:${process.env.PATH}`;
    const prefix = ["env", `PATH=${PATH}`, `TMPDIR=${deep}`];
    expect(await use("deep.pdf", undefined, prefix)).toMatchObject({ origin: "installed", pages: 1 });
  });
});

describe.runIf(process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/setpriv"))(
  "an installed browser that an ordinary user starts",
  () => {
    it("finds the fonts of that user, although it has another home", async () => {
      if (!installed) await installBundled(join(out, "bin", "google-chrome"));
      const { fonts } = await findBrowser("bundled", systemProbes());
      await cp(fonts?.own ?? "", join(out, "home", ".fonts"), { recursive: true });
      await mkdir(join(out, "own-font"));
      await writeFile(
        join(out, "own-font", "index.html"),
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A font</title></head><body><p style="font-family: Open Sans">Text</p></body></html>',
      );
      const user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"];
      const place = { folder: join(out, "own-font"), document: "index.html" };
      const PATH = `${join(out, "bin")}:${process.env.PATH}`;
      const { origin } = await use("own-font.pdf", undefined, ["env", `PATH=${PATH}`, ...user], place);
      expect(origin).toBe("installed");
      expect((await readFonts(join(out, "own-font.pdf"))).embedded.join()).toContain("OpenSans");
    });
  },
);

describe.runIf(process.platform === "linux" && process.arch === "x64")("the bundled browser", () => {
  it("prints with its own libraries where the system has others", async () => {
    const { origin, home, libraries } = await use("bundled.pdf", "bundled");
    expect(origin).toBe("bundled");
    expect(libraries.filter((library) => library.includes("libnss3"))).toEqual([
      join(home, "lib", "libnss3.so"),
    ]);
    await expectAllText("bundled.pdf");
  });

  it("prints on a machine without browser, NSS, expat or fonts", async () => {
    if (!unshare) {
      // No mounts of its own may be had here: then at least nothing of the system may be mapped.
      const { libraries, home } = await use("bare.pdf", "bundled");
      const own = libraries
        .filter((library) => library.startsWith(home))
        .map((library) => library.slice(home.length));
      for (const name of ["libnss3", "libnspr4", "libexpat"]) expect(own.join()).toContain(name);
      return;
    }
    const { origin, path, home, libraries, pages } = await use("bare.pdf", undefined, [
      ...unshare,
      "sh",
      "-c",
      HIDE,
      "sh",
    ]);
    expect({ origin, pages }).toEqual({ origin: "bundled", pages: 1 });
    expect(path.startsWith(cache)).toBe(true);
    const needed = libraries.filter((library) => /lib(nss3|nspr4|expat)\.so/.test(library));
    expect(needed).toHaveLength(3);
    for (const library of needed) expect(library.startsWith(join(home, "lib"))).toBe(true);
    await expectAllText("bare.pdf");
    const { embedded } = await readFonts(join(out, "bare.pdf"));
    expect(embedded.every((font) => font.includes("OpenSans"))).toBe(true);
  });

  it.runIf(unshare)(
    "prints a pack, and the signs its authors may use, in the fonts that it ships",
    async () => {
      // In a title, which running heads repeat too, and in every kind of text.
      const signs = "→ ← ↔ ⇒ ✓ ✗ ≈ ≠ ≤ ≥ ∞ √ ‰ ‡ ● ■ ☐ ⅓ ₂ ↩ non\u2011breaking hy\u2010phen 1\u20122";
      const content = join(out, "pack");
      await cp(packFolder("good"), content, { recursive: true });
      const appendix = join(content, "appendices", "terms.md");
      const body = `## Signs ${signs}\n\nAs text ${signs}, as code \`${signs}\`, with stress *${signs}* and **${signs}**.\n\n`;
      const text = await readFile(appendix, "utf8");
      await writeFile(
        appendix,
        text.replace("short-title: Terms", `$& ${signs}`).replace("## The toll", () => `${body}## The toll`),
      );
      const { pack, problems } = await loadPack(content);
      if (!pack) throw new Error(`The pack of signs has problems: ${problems.map(tell).join("\n")}`);
      const folder = join(out, "site");
      await buildSite({ pack, edition: "public", output: folder, pdf: true });
      const bare = [...(unshare ?? []), "sh", "-c", HIDE, "sh"];
      const place = { folder, document: "print/index.html" };
      expect(await use("signs.pdf", undefined, bare, place)).toMatchObject({ origin: "bundled" });
      const { embedded } = await readFonts(join(out, "signs.pdf"));
      expect(embedded.filter((font) => !/SourceSerif|SourceSans|SourceCode|DejaVu/.test(font))).toEqual([]);
      for (const family of [/SourceSerif/, /SourceSans/, /SourceCodePro/, /DejaVu/])
        expect(embedded.join()).toMatch(family);
      const { pages } = await readPdf(join(out, "signs.pdf"));
      const plain = (text: string) => text.normalize("NFKC").replace(/[\s\u00ad]+/g, "");
      const [page = ""] = pages.filter((text) => text.includes("As text"));
      // In the running head, in the heading, and four times in the text.
      expect(plain(page).split(plain(signs)).length - 1).toBeGreaterThanOrEqual(6);
    },
  );

  it.runIf(process.getuid?.() === 0 && existsSync("/usr/bin/setpriv"))(
    "prints for an ordinary user, from a cache that user cannot write",
    async () => {
      const user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs"];
      expect(await use("user.pdf", "bundled", user)).toMatchObject({ origin: "bundled", pages: 1 });
      await expectAllText("user.pdf");
    },
  );
});
