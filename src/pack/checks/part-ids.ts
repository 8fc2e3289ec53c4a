// Check: ids and citation keys are unique, and `parts` lists every part once, the summary first.
import { contentProblem, type Problem } from "../../errors.ts";
import type { Part } from "../../model/pack.ts";
import { SUMMARY_ID } from "../assemble/summary.ts";
import type { Check, CheckContext } from "./check-context.ts";

/** Slugs of pages that every pack has. */
const RESERVED = ["about", "contents", "cover", "evidence", "index", "print", "404"];

/** Finds ids used twice or reserved, keys used twice, and parts missing from or unknown to the reading order. */
export const checkPartIds: Check = (context) => [
  ...findTwice(
    context.parts,
    ({ slug }) => slug,
    "duplicate-id",
    "id",
    ({ id }) => id,
  ),
  ...findTwice(
    context.sources,
    ({ key }) => key.toLowerCase(),
    "duplicate-key",
    "key",
    ({ key }) => key,
  ),
  ...context.parts
    .filter(({ slug, kind }) => RESERVED.includes(slug) || (slug === SUMMARY_ID && kind !== "summary"))
    .map(reserved),
  ...checkOrder(context),
];

function findTwice<P extends Part>(
  parts: readonly P[],
  keyOf: (part: P) => string,
  code: string,
  what: string,
  shownOf: (part: P) => string,
): Problem[] {
  return parts.flatMap((part, index) => {
    const earlier = parts.slice(0, index).find((other) => keyOf(other) === keyOf(part));
    if (earlier === undefined) return [];
    const message = `the ${what} “${shownOf(part)}” is already that of ${earlier.file}`;
    return [contentProblem(code, part.place, message, `Give one of the two files another ${what}.`)];
  });
}

function reserved(part: Part): Problem {
  const message = `the id “${part.id}” is that of a page which every pack has`;
  return contentProblem("reserved-id", part.place, message, "Choose another id.");
}

function checkOrder({ manifest, parts, placeInManifest, complete }: CheckContext): Problem[] {
  if (manifest === undefined) return [];
  const ids = parts.map(({ id }) => id);
  const unknown = manifest.parts.flatMap((id, index) =>
    ids.includes(id) || !complete
      ? []
      : [
          contentProblem(
            "unknown-part",
            placeInManifest(["parts", index]),
            `“${id}” is the id of no part`,
            `Use one of ${ids.join(", ")}.`,
          ),
        ],
  );
  const twice = manifest.parts.flatMap((id, index) =>
    manifest.parts.indexOf(id) === index
      ? []
      : [
          contentProblem(
            "duplicate-part",
            placeInManifest(["parts", index]),
            `“${id}” is listed twice`,
            "Delete one of the two.",
          ),
        ],
  );
  const unlisted = parts
    .filter(({ id }) => !manifest.parts.includes(id))
    .map(({ id, file }) =>
      contentProblem(
        "part-not-listed",
        placeInManifest(["parts"]),
        `${file} has the id “${id}”, which \`parts\` does not list`,
        `Add “${id}” to parts at its place in the reading order.`,
      ),
    );
  const late =
    manifest.parts[0] === SUMMARY_ID || !manifest.parts.includes(SUMMARY_ID)
      ? []
      : [
          contentProblem(
            "summary-not-first",
            placeInManifest(["parts"]),
            "the summary is not the first part",
            `Begin parts with “${SUMMARY_ID}”.`,
          ),
        ];
  return [...unknown, ...twice, ...unlisted, ...late];
}
