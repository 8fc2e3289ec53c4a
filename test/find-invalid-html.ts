// What of a page is not valid HTML, and what a strict policy forbids.
import { type ConfigData, HtmlValidate } from "html-validate";

const RULES: ConfigData = {
  root: true,
  extends: ["recommended", "standard", "a11y", "document", "browser"].map((name) => `html-validate:${name}`),
  rules: {
    // A link within the site must be relative: the folder can lie anywhere.
    "allowed-links": ["error", { allowAbsolute: false }],
    // The policy of a careful host forbids them.
    "no-inline-style": "error",
    "no-style-tag": "error",
    // The files lie beside the page, from the same origin: who can change one can change the other.
    "require-sri": "off",
    // Tables that become cards on a narrow screen lose their roles in some browsers unless these are written out.
    "no-redundant-role": "off",
    // A table that scrolls is a region of its own, without being a section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // A page's title holds the title of a document, which nobody may shorten.
    "long-title": "off",
  },
};

/** The page for lost addresses can name no file of the site, so that its style stands in it. */
const LOST: ConfigData = { ...RULES, rules: { ...RULES.rules, "no-style-tag": "off" } };
/** The print document holds every part, each with its title. */
const PRINTED: ConfigData = {
  ...RULES,
  rules: { ...RULES.rules, "heading-level": ["error", { allowMultipleH1: true }] },
};

const rulesFor = (path: string): ConfigData =>
  path === "404.html" ? LOST : path.startsWith("print/") ? PRINTED : RULES;

/** What is wrong with a page, one line for each fault. @param path the page's in its site, with forward slashes */
export async function findInvalidHtml(path: string, html: string): Promise<string[]> {
  const { results } = await new HtmlValidate(rulesFor(path)).validateString(html, path);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`);
}
