#!/usr/bin/env node
// Starts the program: the one place that touches the process and sets its exit code.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

// The generator's own compiler options, not those of the folder it happens to run in.
register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { run } = await import("./run.ts");

// `briefing check | head` closes the pipe early: that is no error, and there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const interruption = new AbortController();
// Once: a second signal ends the process at once, whatever it is doing.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => interruption.abort());
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  signal: interruption.signal,
});
