// Run by itself: starts a browser and tells whether it has its sandbox, what was said of it and who renders.
import { readFile } from "node:fs/promises";
import { BriefingError } from "../../../src/errors.ts";
import { findBrowser } from "../../../src/print/browser/find.ts";
import { withBrowser } from "../../../src/print/browser/launch.ts";
import { listRenderers, type SandboxMode } from "../../../src/print/browser/sandbox.ts";
import { systemProbes } from "../../../src/print/browser/system-probes.ts";

const [mode, path] = process.argv.slice(2);
const notices: string[] = [];
const report = await findBrowser(path ?? "bundled", systemProbes())
  .then((choice) =>
    withBrowser(
      { choice, sandbox: mode as SandboxMode, onNotice: (notice) => notices.push(notice) },
      async ({ pid, sandbox, reason, openTab }) => {
        const tab = await openTab("http://127.0.0.1:1");
        await tab.open("data:text/html,<p>Text</p>");
        const renderers = await Promise.all((await listRenderers(pid)).map(readStatus));
        return { sandbox, reason, renderers };
      },
    ),
  )
  .catch((error: unknown) => {
    if (!(error instanceof BriefingError)) throw error;
    return { exitCode: error.exitCode, message: error.message };
  });
process.stdout.write(JSON.stringify({ ...report, notices }));

async function readStatus(pid: number): Promise<{ seccomp: string; pids: number; uid: string }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "";
  const [uid = ""] = field("Uid").split(/\s+/);
  return { seccomp: field("Seccomp"), pids: field("NSpid").split(/\s+/).length, uid };
}
