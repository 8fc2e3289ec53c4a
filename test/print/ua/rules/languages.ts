// Languages: every tag that says one is well-formed (ISO 14289-1, 7.2; BCP 47; Matterhorn 11).
import { pageOf } from "../read-document.ts";
import { textAt } from "../read-objects.ts";
import { nameElement } from "../read-structure.ts";
import type { Rule } from "./rule.ts";

// Names of languages longer than three letters are in the grammar of BCP 47, but none is registered.
const TAG =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

/** The catalog's language, those of elements and those of marked content. An empty one says that it is not known. */
export const checkLanguageTags: Rule = function* (document) {
  const { catalog, elements, content } = document;
  const rule = "language-tag";
  const whole = textAt(catalog, "Lang");
  if (whole && !TAG.test(whole)) yield { rule, message: `the catalog has the language "${whole}"` };
  for (const element of elements) {
    const tag = textAt(element.dict, "Lang");
    if (tag === undefined || TAG.test(tag)) continue;
    yield {
      rule,
      message: `the ${nameElement(element)} has the language "${tag}"`,
      ...pageOf(element, document),
    };
  }
  for (const { tag, page } of content.languages) {
    if (!TAG.test(tag)) yield { rule, message: `marked content has the language "${tag}"`, page };
  }
};
