// Handling labels of an edition: the Traffic Light Protocol, version 2.0.
import { z } from "zod";

/** A label of TLP 2.0 (FIRST): capitals, no spaces, not translated. */
export const marking = z.string().superRefine((text, context) => {
  if (/^TLP:(RED|AMBER(\+STRICT)?|GREEN|CLEAR)$/.test(text)) return;
  const old = /^TLP:\s*WHITE$/i.test(text);
  context.addIssue({
    code: "custom",
    message: old ? "is a label of TLP version 1" : "is not a TLP 2.0 label",
    params: {
      fix: old
        ? "Write TLP:CLEAR, which replaced TLP:WHITE in version 2.0."
        : "Write one of TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR, in capitals and without spaces.",
    },
  });
});

/** The colour that FIRST prescribes for a label's text on black, as `#RRGGBB`. */
export function markingColour(label: string): string {
  if (label === "TLP:RED") return "#FF2B2B";
  if (label.startsWith("TLP:AMBER")) return "#FFC000";
  if (label === "TLP:GREEN") return "#33FF00";
  return "#FFFFFF";
}
