// The fingerprint of a pack: anyone can compute it, it tells two packs apart, and nothing but the pack decides it.
import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "vitest";
import { fingerprintPack } from "../../src/pack/fingerprint-pack.ts";
import { loadPack } from "../../src/pack/load.ts";
import { useTemporaryFolder } from "../files/temporary-folder.ts";
import { packFolder } from "./altered-pack.ts";

const temporary = useTemporaryFolder();
const inside = (file: string): string => join(temporary(), "content", file);

beforeEach(() => cp(packFolder("good"), inside("."), { recursive: true }));

async function fingerprint(): Promise<string> {
  const { pack, problems } = await loadPack(inside("."));
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return pack?.fingerprint ?? "no pack";
}

describe("the fingerprint of a pack", () => {
  test("is what the command of the colophon computes", async () => {
    const about = await readFile(
      new URL("../../templates/_includes/parts/about.njk", import.meta.url),
      "utf8",
    );
    const [, command = ""] = /<pre class="recipe"><code>(.*?)<\/code>/.exec(about) ?? [];
    // What does not count: full texts, and what other programs leave behind.
    await mkdir(inside("vault"));
    await writeFile(inside("vault/notes.txt"), "no part of the pack");
    await writeFile(inside(".DS_Store"), "left behind");
    const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: inside(".") });
    expect(await fingerprint()).toBe(stdout.slice(0, 64));
  });

  test.each([
    ["a letter of a text", "summary.md", (text: string) => text.replace("a", "e")],
    ["a letter of a drawing", "images/harbour.svg", (text: string) => text.replace("<svg", "<svg ")],
    ["the receipts", "evidence.lock.json", (text: string) => `${text}\n`],
  ])("changes with %s", async (_what, file, change) => {
    const before = await fingerprint();
    await writeFile(inside(file), change(await readFile(inside(file), "utf8")));
    expect(await fingerprint()).not.toBe(before);
  });

  test("is the same with other ends of lines, and in another folder", async () => {
    const before = await fingerprint();
    const text = await readFile(inside("summary.md"), "utf8");
    await writeFile(inside("summary.md"), text.replaceAll("\n", "\r\n"));
    await cp(inside("."), join(temporary(), "elsewhere"), { recursive: true });
    await rm(inside("."), { recursive: true });
    await cp(join(temporary(), "elsewhere"), inside("."), { recursive: true });
    expect(await fingerprint()).toBe(before);
  });

  test("depends on names, not on the order in which files were read", () => {
    const [a, b, c] = ["a", "b", "c"].map((digit) => digit.repeat(64)) as [string, string, string];
    const one = fingerprintPack(
      new Map([
        ["pack.yaml", a],
        ["ä.md", b],
      ]),
      undefined,
    );
    expect(
      fingerprintPack(
        new Map([
          ["ä.md", b],
          ["pack.yaml", a],
        ]),
        undefined,
      ),
    ).toBe(one);
    expect(
      fingerprintPack(
        new Map([
          ["pack.yaml", b],
          ["ä.md", a],
        ]),
        undefined,
      ),
    ).not.toBe(one);
    expect(
      fingerprintPack(
        new Map([
          ["pack.yaml", a],
          ["ä.md", c],
        ]),
        undefined,
      ),
    ).not.toBe(one);
  });
});
