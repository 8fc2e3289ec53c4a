// A disk that is full or may not be written to: the reason is told, and what was there before is there after.
import { chmod, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";
import { packFolder } from "../pack/altered-pack.ts";
import { type Ended, ownMounts, programWords, runWords } from "./run-program.ts";

const document = new URL("../fixtures/print/good/index.html", import.meta.url).pathname;
const MARK = ".briefing-output";
const temporary = useTemporaryFolder();
const inside = (...parts: string[]): string => join(temporary(), ...parts);

/** Runs the program where `disk` is a file system of its own, prepared by a shell script; tells also what is on it then. */
async function runOn(
  prepare: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended & { readonly left: readonly string[] }> {
  await mkdir(inside("disk"), { recursive: true });
  // Another user than root must be able to pass.
  await chmod(temporary(), 0o755);
  const script = `${prepare} || exit 99
"$@"
code=$?
cd disk && find . -type f -not -path "./tsx-*" -exec sh -c 'for file; do echo "LEFT $file $(head -c 20 "$file")"; done' sh {} +
exit $code`;
  const words = [...(ownMounts ?? []), "sh", "-c", script, "sh", ...programWords(...args)];
  const ended = await runWords(words, { cwd: temporary(), env: { BRIEFING_BROWSER: "bundled", ...env } });
  const left = ended.out.split("\n").filter((line) => line.startsWith("LEFT "));
  return { ...ended, left: left.map((line) => line.slice("LEFT ".length)).sort() };
}

const withOldOutput = `echo "old PDF" >disk/old.pdf && mkdir disk/public && echo "Edition: public" >disk/public/${MARK} && echo old >disk/public/index.html`;
const full = (size: string) => `mount -t tmpfs -o size=${size} none disk && ${withOldOutput}`;
const readOnly = `mount -t tmpfs none disk && ${withOldOutput} && mount -o remount,ro disk`;
const OLD = ["./old.pdf old PDF", `./public/${MARK} Edition: public`, "./public/index.html old"];

describe.runIf(ownMounts)("a full disk", () => {
  it("takes no PDF, and keeps the old one", async () => {
    const { code, err, left } = await runOn(full("24k"), ["print", document, "-o", "disk/old.pdf"]);
    expect(err).toContain(
      "disk/old.pdf cannot be written: the disk is full. Make room on the disk, or name a place",
    );
    expect({ code, left }).toEqual({ code: 2, left: OLD });
  });

  it("takes no site, and keeps the old one", async () => {
    const build = ["build", "--no-pdf", "--content", packFolder("good"), "--out", "disk/public"];
    const { code, err, left } = await runOn(full("300k"), build);
    expect(err).toContain("disk/public cannot be written: the disk is full.");
    expect({ code, left }).toEqual({ code: 2, left: OLD });
  });

  it("takes a site but not its PDF, and keeps the old ones", async () => {
    const size = await measureSite();
    const build = ["build", "--content", packFolder("good"), "--out", "disk/public"];
    const { code, err, left } = await runOn(full(`${Math.ceil(size / 1024) + 60}k`), build);
    expect(err).toContain("Finishing the PDF");
    expect(err).toContain("cannot be written: the disk is full.");
    expect({ code, left }).toEqual({ code: 2, left: OLD });
  });

  it("is named where it is that of the temporary files", async () => {
    const args = ["print", document, "-o", "new.pdf"];
    const { code, err } = await runOn("mount -t tmpfs -o size=16k none disk", args, {
      TMPDIR: inside("disk"),
    });
    expect(err).toContain(`Nothing can be kept for a while in ${inside("disk")}: the disk is full.`);
    expect(code).toBe(2);
    expect(await readdir(temporary())).toEqual(["disk"]);
  });

  it("is named where it is that of the cache", async () => {
    const args = ["print", document, "-o", "new.pdf"];
    const mount = "mount -t tmpfs -o size=1m none disk";
    const { code, err, left } = await runOn(mount, args, { BRIEFING_CACHE: inside("disk") });
    expect(err).toContain(`The bundled browser could not be unpacked into ${inside("disk")}: ENOSPC`);
    expect({ code, left }).toEqual({ code: 5, left: [] });
  });
});

describe.runIf(ownMounts)("a disk that may only be read", () => {
  it("takes no PDF and no site", async () => {
    const print = await runOn(readOnly, ["print", document, "-o", "disk/old.pdf"]);
    expect(print.err).toContain(
      "disk/old.pdf cannot be written: the file system is read-only. Mend that, or name",
    );
    expect({ code: print.code, left: print.left }).toEqual({ code: 2, left: OLD });
    const build = await runOn(readOnly, [
      "build",
      "--no-pdf",
      "--content",
      packFolder("good"),
      "--out",
      "disk/public",
    ]);
    expect(build.err).toContain("disk/public cannot be written: the file system is read-only.");
    expect({ code: build.code, left: build.left }).toEqual({ code: 2, left: OLD });
  });

  it("keeps no cache, and a browser that is needed from it is told of", async () => {
    const args = ["print", document, "-o", "new.pdf"];
    const { code, err } = await runOn(readOnly, args, { BRIEFING_CACHE: inside("disk") });
    expect(err).toContain("could not be unpacked");
    expect(err).toContain("Set BRIEFING_CACHE to a folder that can be written");
    expect(code).toBe(5);
  });
});

describe.runIf(process.platform === "linux")("a limit to the size of files", () => {
  it("stops a site without a trace, and keeps the old one", async () => {
    await writeFiles(inside("public"), { [MARK]: "Edition: public\n", "index.html": "old" });
    const build = programWords("build", "--no-pdf", "--content", packFolder("good"), "--out", "public");
    const { code, err } = await runWords(["sh", "-c", 'ulimit -f 20 && exec "$@"', "sh", ...build], {
      cwd: temporary(),
    });
    expect(err).toContain("public cannot be written: a file of it would be larger than is allowed.");
    expect(code).toBe(2);
    expect(await readdir(temporary())).toEqual(["public"]);
    expect(await readFile(inside("public/index.html"), "utf8")).toBe("old");
    expect((await readdir(inside("public"))).sort()).toEqual([MARK, "index.html"]);
  });
});

/** The size in bytes of the site of the good pack, with room for the last blocks of its files. */
async function measureSite(): Promise<number> {
  const build = ["build", "--no-pdf", "--content", packFolder("good"), "--out", "measured"];
  expect((await runWords(programWords(...build), { cwd: temporary() })).code).toBe(0);
  const { out } = await runWords(["du", "-s", "--block-size=1", "measured"], { cwd: temporary() });
  return Number.parseInt(out, 10);
}
