// Text as two documents must agree on it: white space, soft hyphens and compatibility forms make no difference.

const IGNORED = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;

/** NFKC without white space, soft hyphens and zero-width characters. */
export function normaliseText(text: string): string {
  return text.normalize("NFKC").replace(IGNORED, "");
}

/**
 * The words of a text from a place on, to show to a person.
 * @param offset a place in the normalised text
 * @param length about how many characters to show
 */
export function quoteFrom(text: string, offset: number, length = 60): string {
  const words = text.trim().split(/\s+/u);
  let passed = 0;
  const start = words.findIndex((word) => {
    passed += normaliseText(word).length;
    return passed > offset;
  });
  const rest = words.slice(Math.max(start, 0)).join(" ");
  return rest.length <= length ? rest : `${rest.slice(0, length).trimEnd()}…`;
}
