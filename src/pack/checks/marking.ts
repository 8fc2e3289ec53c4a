// Check: the full edition is marked so that it stays among those who may have the documents it prints.
import type { Check } from "./check-context.ts";

/** Labels of TLP 2.0 that let a pack go beyond an organisation and its clients. */
const WEAK_MARKINGS = ["TLP:CLEAR", "TLP:GREEN"];

/** Warns of a full edition that is marked weaker than TLP:AMBER: full texts are the property of others. */
export const checkMarking: Check = ({ manifest, placeInManifest }) => {
  const label = manifest?.marking.full;
  if (label === undefined || !WEAK_MARKINGS.includes(label)) return [];
  return [
    {
      code: "weak-marking",
      kind: "content",
      severity: "warning",
      place: placeInManifest(["marking", "full"]),
      message: `the full edition is marked ${label}, and the documents that it prints whole are the property of others`,
      fix: "Mark it TLP:AMBER or stronger in pack.yaml, unless their owners allow more.",
    },
  ];
};
