import { defineConfig } from "vitest/config";

/** The tests that take minutes: `npm run test:long`. */
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts"],
    globalSetup: "test/e2e/web/start-web.ts",
    execArgv: ["--import", "tsx"],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    disableConsoleIntercept: true,
  },
});
