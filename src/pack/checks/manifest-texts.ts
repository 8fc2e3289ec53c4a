// Check: no text of the manifest that is printed as it stands quotes words.
import { contentProblem } from "../../errors.ts";
import { quotesWords } from "../../model/quotation-marks.ts";
import { QUOTES_WORDS } from "../../model/text.ts";
import type { ValuePath } from "../yaml-file.ts";
import type { Check } from "./check-context.ts";

/** Finds quoted words in the texts of the cover and of every page's head, and in what an abbreviation stands for. */
export const checkManifestTexts: Check = ({ manifest, placeInManifest }) => {
  if (manifest === undefined) return [];
  const { title, subtitle, subject, audience, abbreviations } = manifest;
  const texts: readonly (readonly [path: ValuePath, text: string | undefined])[] = [
    [["title"], title],
    [["subtitle"], subtitle],
    [["subject"], subject],
    [["audience"], audience],
    ...Object.entries(abbreviations).map(([short, long]): [ValuePath, string] => [
      ["abbreviations", short],
      long,
    ]),
  ];
  return texts.flatMap(([path, text = ""]) => {
    if (!quotesWords(text)) return [];
    const message = `${path.join(".")} “${text}” ${QUOTES_WORDS.message}`;
    return [contentProblem("wrong-value", placeInManifest(path), message, QUOTES_WORDS.params.fix)];
  });
};
