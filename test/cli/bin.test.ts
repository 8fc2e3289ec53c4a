// The program as it is started: exit codes, pipes and signals of a real process.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { useTemporaryFolder, writeFiles } from "../files/temporary-folder.ts";

const BIN = fileURLToPath(new URL("../../src/cli/bin.js", import.meta.url));
const CONTENT = fileURLToPath(new URL("../../content", import.meta.url));
const temporary = useTemporaryFolder();

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program in the temporary folder; `onOutput` sees all that was written so far. */
function start(
  args: readonly string[],
  onOutput: (written: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  const env = { ...process.env, TMPDIR: temporary() };
  const child = spawn(process.execPath, [BIN, ...args], { cwd: temporary(), env });
  const written = { out: "", err: "" };
  const note = (name: "out" | "err") => (chunk: Buffer) => {
    written[name] += chunk.toString("utf8");
    onOutput(written.out + written.err, (signal) => child.kill(signal));
  };
  child.stdout.on("data", note("out"));
  child.stderr.on("data", note("err"));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve({ code, ...written }));
  });
}

describe("the exit code", () => {
  test("is 0 for help, 2 for usage, 3 for a pack that is none", async () => {
    const [help, usage, content] = await Promise.all([start(["--help"]), start(["bild"]), start(["check"])]);
    expect([help.code, usage.code, content.code]).toEqual([0, 2, 3]);
    expect(usage.out).toBe("");
    expect(usage.err).toContain("Did you mean build?");
    expect(content.err).toContain("content-folder-missing");
  });

  test("is 2 where output cannot be written, and nothing hangs", async () => {
    const { code, err } = await start([
      "build",
      "--no-pdf",
      "--content",
      CONTENT,
      "--out",
      "/proc/briefing/out",
    ]);
    expect(err).toContain("/proc/briefing/out cannot be written");
    expect(code).toBe(2);
  });
});

test("compiler options of the folder it runs in do not count", async () => {
  await writeFiles(temporary(), { "tsconfig.json": "{ this is no JSON" });
  expect((await start(["--version"])).code).toBe(0);
});

test("a reader who closes the pipe early sees no error", async () => {
  const command = `${JSON.stringify(process.execPath)} ${JSON.stringify(BIN)} --help | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
  const child = spawn("bash", ["-c", command], { cwd: temporary() });
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk) => chunks.push(chunk));
  child.stderr.on("data", (chunk) => errors.push(chunk));
  await new Promise((resolve) => child.once("close", resolve));
  expect([Buffer.concat(chunks).toString(), Buffer.concat(errors).toString()]).toEqual(["0\n", ""]);
});

describe("a signal", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("%s ends the live server cleanly", async (signal) => {
    let sent = false;
    const { code, err } = await start(["serve", "--port", "0", "--content", CONTENT], (written, kill) => {
      if (!sent && written.includes("Print view:")) kill(signal);
      sent ||= written.includes("Print view:");
    });
    expect(err).not.toContain("bug");
    expect(code).toBe(130);
    expect((await readdir(temporary())).filter((name) => name.startsWith("briefing~"))).toEqual([]);
  });

  test("ends a build and leaves nothing behind", async () => {
    let sent = false;
    const { code, err } = await start(["build", "--no-pdf", "--content", CONTENT], (written, kill) => {
      if (!sent && written.includes("Making the site")) kill("SIGINT");
      sent ||= written.includes("Making the site");
    });
    expect(err).toMatch(/Interrupted\.\n$/);
    expect(code).toBe(130);
    expect(await readdir(temporary())).not.toContain("public");
    expect((await readdir(`${temporary()}/dist`)).filter((name) => name.includes("public"))).toEqual([]);
  });
});
