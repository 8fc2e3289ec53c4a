// Proof that every link within the document, and every page that is named, leads to something in it.
import type { Problem } from "../../errors.ts";
import type { MarkedPages } from "../in-page/read-elements.ts";
import { printProblem } from "../print-problem.ts";

/** Ids that every document has: its top, by either name (HTML, 7.4.6.4). */
const TOP = new Set(["", "top"]);

/**
 * Links to ids that nothing on the pages bears. Each id is told of once.
 * @param elements by stretch
 * @param places where ids are; only the ids count
 */
export function checkLinks(
  elements: readonly MarkedPages["elements"][],
  places: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const links = elements.flatMap((known) => Object.values(known).flatMap(({ link }) => (link ? [link] : [])));
  const lost = links.filter(({ to }) => to !== undefined && !TOP.has(to) && !(to in places));
  const first = new Map(lost.map((link) => [link.to, link] as const));
  return [...first.values()].map(({ to, text }) =>
    printProblem(
      "link-broken",
      `The link “${text}” leads to #${to}, and nothing in the document bears that id`,
      "Correct the address of the link, or give the id to what it should lead to.",
    ),
  );
}

/** References to the pages of ids that no page bears. */
export function checkPageReferences(missing: readonly string[]): readonly Problem[] {
  return missing.map((id) =>
    printProblem(
      "page-reference",
      `The document names the page of “${id}”, and nothing in it bears that id`,
      "Correct the address of the link, or give the id to what it should lead to.",
    ),
  );
}
