// Digests by which what is kept is found again: another for all that changes a layout, and the same for all else.
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createFileDigests,
  digestEngine,
  digestOf,
  listSheetAddresses,
} from "../../../src/print/cache/fingerprint.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fingerprint-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ORIGIN = "http://127.0.0.1:1";
const write = (name: string, text: string) => writeFile(join(folder, name), text);
/** Reads what an address stands for now. */
const digest = (address: string, document = "index.html") =>
  createFileDigests(folder, document, ORIGIN)(address);

describe("digestOf", () => {
  it("tells values apart by what they are and where they stand", () => {
    expect(digestOf("a", ["b"])).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOf("a", ["b"])).toBe(digestOf("a", ["b"]));
    const others = [digestOf("ab"), digestOf("a", "b"), digestOf(["a", "b"]), digestOf("b", ["a"])];
    expect(new Set([...others, digestOf("a", ["b"])]).size).toBe(5);
  });
});

describe("digestEngine", () => {
  const program = "briefing-pack 1.0.0";

  it("is the same for the same engine", async () => {
    await write("browser", "one");
    const browser = join(folder, "browser");
    expect(await digestEngine(browser, program, "paged")).toBe(await digestEngine(browser, program, "paged"));
  });

  it("is another for another browser, a browser that was replaced, another program or Paged.js", async () => {
    const [browser, other] = [join(folder, "browser"), join(folder, "other")];
    const time = new Date(2026, 0, 1);
    for (const path of [browser, other]) {
      await writeFile(path, "one");
      await utimes(path, time, time);
    }
    const digests = [
      await digestEngine(browser, program, "paged"),
      await digestEngine(other, program, "paged"),
      await digestEngine(browser, "briefing-pack 1.0.1", "paged"),
      await digestEngine(browser, program, "paged anew"),
    ];
    await utimes(browser, time, new Date(2026, 0, 2));
    digests.push(await digestEngine(browser, program, "paged"));
    await writeFile(browser, "longer");
    await utimes(browser, time, time);
    digests.push(await digestEngine(browser, program, "paged"));
    expect(new Set(digests).size).toBe(6);
  });
});

describe("digests of files", () => {
  it.each(["picture.svg", "font.woff2", "style.css"])("follow the content of %s alone", async (name) => {
    await write(name, "one");
    const first = await digest(name);
    await utimes(join(folder, name), new Date(2026, 0, 1), new Date(2026, 0, 1));
    expect(await digest(name)).toBe(first);
    await write(name, "two");
    expect(await digest(name)).not.toBe(first);
    await write(name, "one");
    expect(await digest(name)).toBe(first);
  });

  it("start from the document, and pass over what stands behind the path", async () => {
    await write("dot.svg", "dot");
    const dot = await digest("dot.svg");
    expect(await digest("../dot.svg?v=2#mark", "below/index.html")).toBe(dot);
    expect(await digest(`${ORIGIN}/dot.svg`)).toBe(dot);
  });

  it("tell that a file is missing, and when it comes", async () => {
    const missing = await digest("late.svg");
    await write("late.svg", "here");
    expect(await digest("late.svg")).not.toBe(missing);
  });

  it("take an address elsewhere for what it stands for", async () => {
    expect(await digest("data:image/gif;base64,AAAA")).toBe("data:image/gif;base64,AAAA");
    expect(await digest("https://example.org/a.png")).toBe("https://example.org/a.png");
  });

  it("read a file once a print", async () => {
    await write("dot.svg", "one");
    const digests = createFileDigests(folder, "index.html", ORIGIN);
    const first = await digests("dot.svg");
    await write("dot.svg", "two");
    expect(await digests("/dot.svg")).toBe(first);
  });
});

it("finds the addresses in style sheets, each once", () => {
  const sheets = [
    `@font-face { src: url("b.woff2") format("woff2"), url('c d.woff') } p { background: url(a.png) }`,
    `q { background: url(a.png), url(data:image/gif;base64,AAAA); filter: url("#blur") }`,
  ];
  expect(listSheetAddresses(sheets)).toEqual(["a.png", "b.woff2", "c d.woff"]);
});
