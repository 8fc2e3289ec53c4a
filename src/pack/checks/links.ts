// Check: every link leads somewhere: to a part, to an id in it, or to an address of a kind that is followed.
import { contentProblem, type Problem } from "../../errors.ts";
import { idOfFragment, readLink } from "../../model/links.ts";
import type { Part } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import type { Link } from "../../model/prose.ts";
import type { Check, CheckContext } from "./check-context.ts";
import { idsOfPart } from "./element-ids.ts";

/** Finds dead internal links and addresses that are refused. */
export const checkLinks: Check = (context) =>
  context.parts.flatMap((part) =>
    proseOfPart(part)
      .flatMap(({ links }) => links)
      .flatMap((link) => checkLink(link, part, context)),
  );

function checkLink(link: Link, from: Part, { parts, complete }: CheckContext): Problem[] {
  const target = readLink(link.href, from.file);
  if (target.kind === "outside") return [];
  if (target.kind === "refused") {
    const fix =
      "Link to a file of the pack (../sources/s1.md), to a heading (#heading), or to an https address.";
    return [
      contentProblem(
        "refused-link",
        link.place,
        `the link to “${link.href}” is refused: ${target.reason}`,
        fix,
      ),
    ];
  }
  const part = parts.find(({ file }) => file === target.file);
  if (part === undefined) {
    if (!complete) return [];
    const files = parts.map(({ file }) => file).join(", ");
    const message = `the link to “${link.href}” leads to “${target.file}”, which is no part of the pack`;
    return [contentProblem("dead-link", link.place, message, `Link to one of ${files}.`)];
  }
  if (target.fragment === undefined) return [];
  const id = idOfFragment(part.slug, target.fragment);
  if (idsOfPart(part).some((known) => known.id === id)) return [];
  const headings = part.body.headings.map((heading) => `#${heading.id.slice(part.slug.length + 1)}`);
  const message = `the link to “${link.href}” leads to no heading or passage of ${part.file}`;
  const fix =
    headings.length === 0
      ? "Leave out what follows “#”."
      : `Use one of ${headings.join(", ")}, or #p and a passage's number in a source.`;
  return [contentProblem("dead-link", link.place, message, fix)];
}
