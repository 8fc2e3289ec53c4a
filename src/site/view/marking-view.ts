// The handling label of an edition: its text, its colour and what it allows.
import { markingColour } from "../../model/marking.ts";

/** A marking for display. */
export interface MarkingView {
  readonly label: string;
  /** The colour of the label's text on black. */
  readonly colour: string;
  /** Who may see the pack, in one sentence. */
  readonly meaning: string;
}

const MEANINGS: Readonly<Record<string, string>> = {
  "TLP:RED": "For the eyes of the named recipients only. It goes to nobody else.",
  "TLP:AMBER+STRICT": "For the recipients’ own organisation only, and there for those who need to know.",
  "TLP:AMBER": "For the recipients’ own organisation and its clients, where they need to know.",
  "TLP:GREEN": "For the recipients’ community. It is not for public channels.",
  "TLP:CLEAR": "There is no limit on sharing. Copyright still applies.",
};

/** What templates need of a TLP 2.0 label. */
export function viewMarking(label: string): MarkingView {
  return { label, colour: markingColour(label), meaning: MEANINGS[label] ?? "" };
}
