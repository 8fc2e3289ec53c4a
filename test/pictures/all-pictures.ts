// Every picture there is to take of a built edition.
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { loadPack } from "../../src/pack/load.ts";
import { packFolder } from "../pack/altered-pack.ts";
import type { Picture } from "./palette-png.ts";
import { withPdf } from "./take-pdf-pictures.ts";
import { listWebShots, takeWebPicture } from "./take-web-pictures.ts";

/** An edition in a folder, and where it is served, with a slash at the end. */
interface ServedSite {
  readonly folder: string;
  readonly address: string;
}

/**
 * Takes every picture of the edition in `folder`, of its site and of its PDF, by name. It is that of the fixtures' pack: it has a part
 * of every kind, and its words change only when someone means to change what is shown of a kind; those of the repository's pack
 * change with every edition.
 */
export async function takePictures(
  browser: Browser,
  { folder, address }: ServedSite,
): Promise<ReadonlyMap<string, Picture>> {
  const taken = new Map<string, Picture>();
  const web = await listWebShots(folder);
  // Two tabs at once: while one is painted, the other is read.
  const takeEvery = async (first: number): Promise<void> => {
    for (const shot of web.filter((_, index) => index % 2 === first)) {
      taken.set(shot.name, await takeWebPicture(browser, address, shot));
    }
  };
  await Promise.all([takeEvery(0), takeEvery(1)]);
  await withPdf(join(folder, "briefing.pdf"), await otherSources(), async ({ shots, draw }) => {
    for (const shot of shots) taken.set(shot.name, await draw(shot));
  });
  return taken;
}

async function otherSources(): Promise<string[]> {
  const { pack } = await loadPack(packFolder("good"));
  return (pack?.parts ?? [])
    .filter(({ kind }) => kind === "source")
    .slice(1)
    .map(({ title }) => title);
}
