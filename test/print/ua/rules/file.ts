// The file as such: header, trailer, catalog, page labels (ISO 14289-1, 6.1, 7.1; Matterhorn 01, 07).
import { PDFArray } from "@cantoo/pdf-lib";
import { at, booleanAt, dictAt, textAt, toText } from "../read-objects.ts";
import { readNumberTree } from "../read-tree.ts";
import type { Rule } from "./rule.ts";

/** The header says PDF 1.0 to 1.7, at the very beginning of the file; and the catalog no later version. */
export const checkHeader: Rule = function* ({ bytes, catalog }) {
  const line = /^[^\r\n]*/.exec(Buffer.from(bytes.subarray(0, 20)).toString("latin1"))?.[0] ?? "";
  if (!/^%PDF-1\.[0-7]$/.test(line)) yield { rule: "header", message: `the file begins with "${line}"` };
  const version = at(catalog, "Version")?.toString() ?? "/1.7";
  if (!/^\/1\.[0-7]$/.test(version)) yield { rule: "header", message: `the catalog says version ${version}` };
};

/** The trailer has an ID: two strings that are not empty (ISO 32000-1, 14.4). */
export const checkTrailerId: Rule = function* ({ pdf }) {
  const id = pdf.context.lookup(pdf.context.trailerInfo.ID);
  const parts = id instanceof PDFArray ? id.asArray().map((part) => toText(pdf.context.lookup(part))) : [];
  if (parts.length !== 2 || !parts.every(Boolean)) {
    yield { rule: "trailer-id", message: "the trailer has no ID of two strings" };
  }
};

/** The document says that it is tagged, and is. */
export const checkMarked: Rule = function* ({ catalog, structure }) {
  const marks = dictAt(catalog, "MarkInfo");
  if (!marks || booleanAt(marks, "Marked") !== true) {
    yield { rule: "marked", message: "MarkInfo does not say Marked true" };
  }
  if (marks && booleanAt(marks, "Suspects") === true) {
    yield { rule: "01-007", message: "MarkInfo says Suspects true" };
  }
  if (!structure?.elements.length) yield { rule: "structure", message: "there is no structure tree" };
};

/** A viewer shows the title in place of the file name. */
export const checkTitleShown: Rule = function* ({ catalog }) {
  const preferences = dictAt(catalog, "ViewerPreferences");
  const shown = preferences && at(preferences, "DisplayDocTitle");
  if (!preferences || shown === undefined) {
    yield { rule: "07-001", message: "the ViewerPreferences have no DisplayDocTitle" };
  } else if (booleanAt(preferences, "DisplayDocTitle") !== true) {
    yield { rule: "07-002", message: "DisplayDocTitle is not true" };
  }
};

/** Every page has a label (ISO 32000-1, 12.4.2): there are labels, they begin with the first page, each is a range. */
export const checkPageLabels: Rule = function* ({ catalog, pages }) {
  const labels = dictAt(catalog, "PageLabels");
  if (!labels) {
    yield { rule: "page-labels", message: "the catalog has no PageLabels" };
    return;
  }
  const { entries, faults } = readNumberTree(labels);
  for (const fault of faults) yield { rule: "page-labels", message: `in the page labels ${fault}` };
  if (!entries.has(0))
    yield { rule: "page-labels", message: "the page labels do not begin with the first page" };
  for (const index of entries.keys()) {
    if (index < 0 || index >= pages.length) {
      yield { rule: "page-labels", message: `a page label is for page ${index + 1} of ${pages.length}` };
    }
  }
};

/** The catalog has a language, so that every text has one. */
export const checkDocumentLanguage: Rule = function* ({ catalog }) {
  if (!textAt(catalog, "Lang")) yield { rule: "11-006", message: "the catalog has no Lang" };
};
