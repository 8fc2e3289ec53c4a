// A source's record on its own: a value stands exactly where its standing says so.
import { contentProblem, type Problem } from "../../errors.ts";
import {
  DECLARED_FIELDS,
  OPTIONAL_FIELDS,
  type RecordField,
  readStanding,
} from "../../model/bibliography.ts";
import { passagesIn } from "../../model/passages.ts";
import { DESCRIPTOR_ENTRIES, MISSING, type SourceFrontMatter } from "../../model/source-record.ts";
import type { ValuePath, YamlFile } from "../yaml-file.ts";

/**
 * Finds values without a standing and standings without a value, a supplied title without square brackets, official text beyond
 * the last passage, and what is still to be written in a new record.
 */
export function checkRecord(record: SourceFrontMatter, yaml: YamlFile): readonly Problem[] {
  const fields = [...DECLARED_FIELDS, ...OPTIONAL_FIELDS].flatMap((field) => checkField(field, record, yaml));
  const beyond = record.officialText.flatMap(({ passages, what }, index) => {
    if (passagesIn(passages).every((passage) => passage <= record.passages)) return [];
    const place = yaml.placeOf(["official-text", index, "passages"]);
    const message = `the official text “${what}” lies beyond the ${record.passages} passages of ${record.id}`;
    return [contentProblem("passage-beyond-end", place, message, "Correct its passages.")];
  });
  return [...fields, ...beyond, ...findUnfinished(record, yaml)];
}

/** `briefing import` writes `missing` where only a person can tell. */
function findUnfinished(record: SourceFrontMatter, yaml: YamlFile): readonly Problem[] {
  const texts: readonly (readonly [path: ValuePath, text: string])[] = [
    ...[...DECLARED_FIELDS, ...OPTIONAL_FIELDS].map((field): [ValuePath, string] => {
      const { kind, basis } = readStanding(record.standing[field] ?? "not given");
      return [["standing", field, kind], basis ?? ""];
    }),
    ...DESCRIPTOR_ENTRIES.map((entry): [ValuePath, string] => [
      ["descriptor", entry],
      record.descriptor[entry],
    ]),
    [["original"], record.original],
    ...record.omissions.map(({ reason }, index): [ValuePath, string] => [
      ["omissions", index, "reason"],
      reason,
    ]),
  ];
  return texts
    .filter(([, text]) => text.trim() === MISSING)
    .map(([path]) => {
      const message = `${path.join(".")} of ${record.id} is still “${MISSING}”`;
      return contentProblem("record-unfinished", yaml.placeOf(path), message, howToFinish(path));
    });
}

function howToFinish([first]: ValuePath): string {
  if (first === "standing") {
    return "Look in the document: add the value to csl, or say in a sentence that it is not given.";
  }
  return first === "omissions"
    ? "Say in a sentence why the stretch is no part of the source; if it is one, delete the omission and import the document again."
    : "Write it in a sentence or two with citations.";
}

function checkField(field: RecordField, record: SourceFrontMatter, yaml: YamlFile): Problem[] {
  const value = record.csl[field];
  const standing = record.standing[field];
  const atValue = yaml.placeOf(["csl", field]);
  if (standing === undefined) {
    if (value === undefined) return [];
    const message = `\`csl\` has a ${field}, and \`standing\` does not say where it comes from`;
    const fix = `Add ${field} to standing: given, or inferred or supplied with its basis.`;
    return [contentProblem("standing-missing", atValue, message, fix)];
  }
  const { kind } = readStanding(standing);
  if (kind === "not given" && value !== undefined) {
    const message = `\`csl\` has a ${field}, and \`standing\` says that it is not given`;
    const fix = "Delete the value, or say that it is given, inferred or supplied.";
    return [contentProblem("standing-contradicts", atValue, message, fix)];
  }
  if (kind !== "not given" && value === undefined) {
    const message = `\`standing\` says that the ${field} is ${kind}, and \`csl\` has none`;
    const fix = "Add the value to csl, or write “not given”.";
    return [contentProblem("standing-contradicts", yaml.placeOf(["standing", field]), message, fix)];
  }
  return field === "title" ? checkTitle(String(value ?? ""), kind, yaml) : [];
}

function checkTitle(title: string, kind: string, yaml: YamlFile): Problem[] {
  const bracketed = /^\[.*\]$/s.test(title);
  const place = yaml.placeOf(["csl", "title"]);
  if (kind === "supplied" && !bracketed) {
    const message = `the title “${title}” is supplied by the pack and stands without square brackets`;
    return [contentProblem("supplied-title", place, message, `Write "[${title}]".`)];
  }
  if (kind === "given" && bracketed) {
    const message =
      "the title is given by the document and stands in square brackets, the sign of a supplied one";
    return [
      contentProblem("supplied-title", place, message, "Delete the brackets, or say that it is supplied."),
    ];
  }
  return [];
}
