// Run by `npm run approve-pictures`: takes every picture anew and approves it. Look at what changed before you commit it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOpenEdition } from "../e2e/web/build-sites.ts";
import { serveFolder } from "../serve-folder.ts";
import { takePictures } from "./all-pictures.ts";
import { approvePictures } from "./approved-pictures.ts";
import { withPictureBrowser } from "./picture-browser.ts";

const parent = await mkdtemp(join(tmpdir(), "briefing-approve-"));
try {
  const folder = join(parent, "open");
  await buildOpenEdition(folder);
  const server = await serveFolder(folder);
  const pictures = await withPictureBrowser((browser) =>
    takePictures(browser, { folder, address: `${server.origin}/` }),
  ).finally(() => server.close());
  const size = await approvePictures(pictures);
  process.stdout.write(`${pictures.size} pictures approved, ${Math.round(size / 1024)} KB.\n`);
} finally {
  await rm(parent, { recursive: true, force: true });
}
