// The order in which test files run: those that take long first, so that no worker is left alone with one at the end.
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes a quarter of a minute and more, though some are short to read: on a fresh machine nothing else is known of a file. */
const LONG = [
  "web/pages",
  "web/",
  "pictures/",
  "e2e/disk",
  "stretches/ending",
  "serve/print-view",
  "serve/desk",
  "print/accessibility",
  "print/browsers",
  "print/traps",
  "browser/sandbox",
  "print/awkward",
  "print/losses",
  "e2e/",
  "print/spoken",
  "print/differential",
  "search/browser",
  "site/browser",
];

/** Orders files by what is known of their length; the rest as Vitest orders them, by how long they took or how large they are. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((part) => moduleId.includes(part));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
