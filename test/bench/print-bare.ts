// Run by itself: the browser's own print of a document, without Paged.js: folder, document, output.
import { writeFile } from "node:fs/promises";
import { withServer } from "../../src/print/server/server.ts";
import { startPlainBrowser } from "../print/print-reference.ts";

const [folder = "", document = "", output = ""] = process.argv.slice(2);
const { browser, end } = await startPlainBrowser();
try {
  await withServer(folder, async ({ origin }) => {
    const page = await browser.newPage();
    await page.goto(`${origin}/${document}`, { waitUntil: "load", timeout: 0 });
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    const options = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true };
    await writeFile(output, await page.pdf({ ...options, timeout: 0 }));
  });
} finally {
  await end();
}
