// Names of people and bodies as they are printed.
import type { Csl } from "../../model/bibliography.ts";

type Name = NonNullable<Csl["author"]>[number];

/** One name: given names before the family name. */
export function formatName(name: Name): string {
  if ("literal" in name) return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

/** Several names or other items as a list in a language: "A, B and C". */
export function formatList(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}
