import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

/** The tests that share the sites, the server and the browser of test/e2e/web/start-web.ts. */
const WEB = ["test/e2e/web/**/*.test.ts", "test/pictures/**/*.test.ts"];

/** These replace modules that others have loaded, or look at what their own process has left. */
const ALONE = ["test/e2e/disk.test.ts", "test/print/stretches/ending.test.ts"];

const NEVER = ["test/long/**", "**/node_modules/**"];

// The browser that pages are opened with, where none is named: the bundled one, which starts and opens pages in half the time of an
// installed one, and is of one version on every machine. The long tests open them with the installed one. Set-ups and workers inherit it.
if (process.platform === "linux" && process.arch === "x64") process.env.BRIEFING_BROWSER ??= "bundled";

export default defineConfig({
  test: {
    execArgv: ["--import", "tsx"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A test waits much of the time, for a browser or a program, which work in processes of their own.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      // One process runs many files: most of what a file takes by itself is the time to load the program.
      {
        extends: true,
        test: {
          name: "all",
          include: ["test/**/*.test.ts"],
          exclude: [...NEVER, ...WEB, ...ALONE],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, exclude: NEVER } },
      // The set-up of a project runs only when one of its tests is to run.
      {
        extends: true,
        test: { name: "web", include: WEB, isolate: false, globalSetup: "test/e2e/web/start-web.ts" },
      },
    ],
  },
});
