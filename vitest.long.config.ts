import { defineConfig } from "vitest/config";

/** The quick tests that open pages, which are opened here in the browser that is installed. */
const PAGES = [
  "test/e2e/web/**/*.test.ts",
  "test/cli/serve/{desk,print-view}.test.ts",
  "test/site/{browser,browser-print,popovers,reading,themes-in-browser}.test.ts",
  "test/site/{hosting/policy,search/browser}.test.ts",
];

/** The tests that take minutes: `npm run test:long`. */
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts", ...PAGES],
    globalSetup: "test/e2e/web/start-web.ts",
    execArgv: ["--import", "tsx"],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    disableConsoleIntercept: true,
  },
});
