// Check: the pack is in the language of the labels around it.
import type { Check } from "./check-context.ts";

/** Warns of a pack in another language than English, in which the labels of the site and the PDF are. */
export const checkLabels: Check = ({ manifest, placeInManifest }) => {
  const language = manifest?.language;
  if (language === undefined || /^en(?:-|$)/.test(language)) return [];
  return [
    {
      code: "labels-in-english",
      kind: "content",
      severity: "warning",
      place: placeInManifest(["language"]),
      message: `the labels of the site and the PDF are in English, and the pack says ${language}`,
      fix: "Nothing in the pack need change; say so to its readers, or write it in English.",
    },
  ];
};
