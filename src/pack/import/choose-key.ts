// A citation key for a new source: the first word that tells it apart.
import { slugify } from "../../model/identifiers.ts";
import { firstFree } from "./first-free.ts";

/** Articles of the languages in which papers are most often named; a name is not known by them. */
const ARTICLES = new Set(
  "the a an der die das den dem ein eine le la les l un une el los las una il lo i gli o os as um uma de het een en ett et".split(
    " ",
  ),
);

/** The first significant word of a name, such as `post` for The Post; with a number where another source has that key. */
export function chooseKey(name: string, taken: readonly string[]): string {
  const words = slugify(name.replace(/^l['’]/i, "")).split("-");
  const word = words.find((one) => !ARTICLES.has(one)) ?? words[0] ?? "";
  const stem = /^[a-z][a-z0-9]*$/.test(word) ? word : "source";
  return taken.includes(stem) ? firstFree((number) => `${stem}-${number}`, taken, 2) : stem;
}
