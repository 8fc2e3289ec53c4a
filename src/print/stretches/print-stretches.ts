// Prints all stretches of a document in its tabs at once; those that did not change come from the cache.
import { posix } from "node:path";
import type { Problem } from "../../errors.ts";
import type { Tab } from "../browser/tab.ts";
import { digestOf, type FileDigests } from "../cache/fingerprint.ts";
import type { Store } from "../cache/store.ts";
import { explainFaults } from "../explain-faults.ts";
import { createSweeper } from "../layout/free-memory.ts";
import type { LaidOutDocument } from "../layout/lay-out-document.ts";
import { numberPages } from "../layout/lay-out-parts.ts";
import { printError } from "../print-problem.ts";
import { addressOf, type PrintServer } from "../server/server.ts";
import { type PrintedStretch, printStretch } from "./print-stretch.ts";
import { fillingOf, groupParts, renderStretch, type Stretch } from "./stretch.ts";

const PAGES_KEPT = 70;

/** What printing needs of its surroundings. */
export interface PrintMeans<T> {
  readonly server: PrintServer;
  /** The document's path on the server. */
  readonly document: string;
  readonly store: Store;
  readonly files: FileDigests;
  /** Opens an empty tab, where there are fewer than may work at the same time. */
  readonly openTab: () => Promise<Tab>;
  /** Makes of what was printed what is kept of it; what has problems is made again the next time. */
  readonly take: (printed: PrintedStretch, stretch: Stretch) => Promise<T>;
  readonly onProgress: () => void;
}

/**
 * What was taken of each stretch, in order.
 * @throws BriefingError (print) if something goes wrong in a page
 */
export async function printStretches<T extends { readonly problems: readonly Problem[] }>(
  laidOut: LaidOutDocument,
  means: PrintMeans<T>,
): Promise<readonly { stretch: Stretch; taken: T; kept: boolean }[]> {
  const { plan, parts, tabs, mostTabs } = laidOut;
  const total = parts.reduce((sum, part) => sum + part.laidOut.pages.length, 0);
  const numbers = numberPages(parts);
  const sweep = createSweeper(PAGES_KEPT);
  let fresh = 0;
  return Promise.all(
    groupParts(parts, mostTabs).map(async (stretch, index) => {
      const filling = fillingOf(stretch, plan, numbers);
      const html = renderStretch(stretch, plan, laidOut.metadata.title, total);
      const shown = stretch.parts.flatMap(({ first, end }) =>
        plan.parts.slice(first, end).flatMap((part) => part.pictures),
      );
      const pictures = await Promise.all(shown.map(means.files));
      const key = digestOf(laidOut.shared, filling, html.replaceAll(means.server.origin, ""), pictures);
      const known = (await means.store.read(key)) as { taken: T } | undefined;
      if (known) return { stretch, taken: known.taken, kept: true };
      fresh += 1;
      if (fresh > tabs.size && tabs.size < mostTabs) tabs.grow(means.openTab);
      const printed = await tabs.run(async (tab) => {
        const path = pathOfStretch(means.document, index);
        const withdraw = means.server.publish(path, html);
        try {
          await tab.open(addressOf(means.server.origin, path));
          const result = await printStretch(tab, filling, means.onProgress);
          await sweep(tab, stretch.pages);
          // A document can run scripts when it is printed; what went wrong before has ended the print before.
          const problems = explainFaults(tab.readFaults());
          if (problems.length > 0)
            throw printError("The document went wrong while it was printed.", problems);
          return result;
        } finally {
          withdraw();
        }
      });
      const taken = await means.take(printed, stretch);
      if (taken.problems.length === 0) await means.store.write(key, { taken });
      return { stretch, taken, kept: false };
    }),
  );
}

/**
 * Where a stretch of a document is served: beside it, so that addresses that start from there still do, and under its name, since
 * several documents of a folder may be printed at once.
 */
export function pathOfStretch(document: string, index: number): string {
  const { dir, base } = posix.parse(document);
  return posix.join(dir, `.${base}-stretch-${index}.html`);
}
