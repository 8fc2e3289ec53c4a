// Checks a PDF against PDF/UA-1 (ISO 14289-1): all that a program can tell, in one ordered table of rules.
import { readDocument } from "./read-document.ts";
import {
  checkAnnotationElements,
  checkDescriptions,
  checkLinkElements,
  checkTabOrder,
} from "./rules/annotations.ts";
import { checkContent } from "./rules/content.ts";
import { checkAlternatives, checkNestedFigures } from "./rules/figures.ts";
import {
  checkDocumentLanguage,
  checkHeader,
  checkMarked,
  checkPageLabels,
  checkTitleShown,
  checkTrailerId,
} from "./rules/file.ts";
import { checkFonts, checkGlyphs, checkUnicode } from "./rules/fonts.ts";
import { checkHeadingLevels, checkUnnumberedHeadings } from "./rules/headings.ts";
import { checkIdTree, checkNotes, checkUniqueIds } from "./rules/identifiers.ts";
import { checkLanguageTags } from "./rules/languages.ts";
import { checkMetadata } from "./rules/metadata.ts";
import { checkBookmarks, checkLinks } from "./rules/navigation.ts";
import { checkBlocksInText, checkNesting } from "./rules/nesting.ts";
import { checkOwners, checkParents, checkParentTree } from "./rules/parent-tree.ts";
import { checkRoleMap, checkTypes } from "./rules/role-map.ts";
import type { Rule } from "./rules/rule.ts";
import { checkHeaderCells, checkHeaderIds, checkTableGrid } from "./rules/tables.ts";
import type { UaFault } from "./ua-fault.ts";

/** The rules, in the order their faults are told: the file, the content, the structure, what leads about in it. */
const RULES: readonly (readonly [name: string, rule: Rule])[] = [
  ["the header is of PDF 1", checkHeader],
  ["the trailer has an ID", checkTrailerId],
  ["the document is tagged", checkMarked],
  ["the metadata say PDF/UA-1 and the title", checkMetadata],
  ["the title is shown", checkTitleShown],
  ["the document has a language", checkDocumentLanguage],
  ["languages are well-formed", checkLanguageTags],
  ["pages have labels", checkPageLabels],
  ["all content is tagged or Artifact", checkContent],
  ["each mark has one owner", checkOwners],
  ["elements know their parents", checkParents],
  ["the ParentTree leads back", checkParentTree],
  ["types are standard or mapped", checkTypes],
  ["the RoleMap is sound", checkRoleMap],
  ["tables, lists and contents are nested rightly", checkNesting],
  ["text holds no blocks", checkBlocksInText],
  ["headings skip no level", checkHeadingLevels],
  ["headings are numbered or not", checkUnnumberedHeadings],
  ["figures have alternatives", checkAlternatives],
  ["figures are not nested", checkNestedFigures],
  ["header cells say their scope", checkHeaderCells],
  ["cells name headers that are there", checkHeaderIds],
  ["tables are regular", checkTableGrid],
  ["notes have identifiers", checkNotes],
  ["identifiers are unique", checkUniqueIds],
  ["the IDTree is right", checkIdTree],
  ["the tab order is that of the structure", checkTabOrder],
  ["annotations are in their elements", checkAnnotationElements],
  ["annotations are described", checkDescriptions],
  ["links have annotations", checkLinkElements],
  ["fonts are embedded and mapped", checkFonts],
  ["codes stand for text", checkUnicode],
  ["glyphs are there", checkGlyphs],
  ["bookmarks lead to pages", checkBookmarks],
  ["links lead somewhere", checkLinks],
];

/**
 * Every fault of a PDF, in the order of the rules; none for a file that conforms as far as a program can tell.
 * @throws Error of the library if it is no PDF, or encrypted.
 */
export async function checkAccessibility(pdf: Uint8Array): Promise<readonly UaFault[]> {
  const document = await readDocument(pdf);
  return RULES.flatMap(([, rule]) => [...rule(document)]);
}
