// Prints a paginated tab to a PDF, within a time that grows with the pages.
import type { Tab } from "./browser/tab.ts";
import { startDeadline } from "./deadline.ts";
import { printError } from "./print-problem.ts";

const MS_PER_PAGE = 200;

/**
 * The PDF as the browser makes it: tagged, with an outline of the headings.
 * @throws BriefingError (print) if the browser does not finish in time.
 */
export async function printPages(tab: Tab, pages: number, timeoutMs: number): Promise<Uint8Array> {
  const limit = timeoutMs + pages * MS_PER_PAGE;
  const deadline = startDeadline(limit, () =>
    printError(
      `The browser did not print ${pages} pages within ${limit / 1000} s. Try again, or another browser.`,
    ),
  );
  try {
    return await Promise.race([tab.printPdf(), deadline.passed]);
  } finally {
    deadline.stop();
  }
}
