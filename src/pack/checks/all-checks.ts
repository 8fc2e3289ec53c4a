// The checks of a whole pack, in the order in which they run.
import type { Problem } from "../../errors.ts";
import { checkUncitedQuotations } from "../../evidence/gate/uncited-quotations.ts";
import { checkCoverage } from "../../evidence/support/coverage.ts";
import { checkJudgements, checkStatements } from "../../evidence/support/judgements.ts";
import { checkBlocks } from "./blocks.ts";
import type { Check, CheckContext } from "./check-context.ts";
import { checkCitations } from "./citations.ts";
import { checkDataFiles } from "./data-files.ts";
import { checkElementIds } from "./element-ids.ts";
import { checkImages } from "./images.ts";
import { checkLabels } from "./labels.ts";
import { checkLinks } from "./links.ts";
import { checkLogo } from "./logo.ts";
import { checkManifestTexts } from "./manifest-texts.ts";
import { checkMarking } from "./marking.ts";
import { checkMentions } from "./mentions.ts";
import { checkOfficialText } from "./official-text.ts";
import { checkPartIds } from "./part-ids.ts";

const CHECKS: readonly (readonly [name: string, check: Check])[] = [
  ["marking of the full edition", checkMarking],
  ["language of labels", checkLabels],
  ["ids of parts and reading order", checkPartIds],
  ["texts of the manifest", checkManifestTexts],
  ["ids of elements", checkElementIds],
  ["citations", checkCitations],
  ["citations without brackets", checkMentions],
  ["links", checkLinks],
  ["logo", checkLogo],
  ["images and data files shown", checkImages],
  ["fenced blocks", checkBlocks],
  ["official text", checkOfficialText],
  ["data files", checkDataFiles],
  ["coverage of passages", ({ sources }) => checkCoverage(sources)],
  [
    "basis of the summary",
    ({ parts }) =>
      parts.flatMap((part) =>
        part.kind === "summary" ? [...checkJudgements(part), ...checkStatements(part)] : [],
      ),
  ],
  ["citations of quotations", ({ parts }) => parts.flatMap(checkUncitedQuotations)],
];

/** Runs every check; none stops another. */
export function runChecks(context: CheckContext): readonly Problem[] {
  return CHECKS.flatMap(([, check]) => check(context));
}
