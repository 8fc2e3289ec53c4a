// The parts of a pack in reading order, each with what stands above its title and with its full text where the edition has it.
import type { FullText } from "../../model/full-text.ts";
import type { Pack, Part } from "../../model/pack.ts";

/** A part with what it is called above its title. */
export interface NamedPart {
  readonly part: Part;
  readonly kicker: string;
  /** The text of a source in the words of its document, where the edition has it. */
  readonly fullText: FullText | undefined;
}

/** The parts of a pack in reading order, each with its name and, of `fullTexts`, its own. */
export function nameParts(pack: Pack, fullTexts: ReadonlyMap<string, FullText>): NamedPart[] {
  const appendices = pack.parts.filter(({ kind }) => kind === "appendix");
  return pack.parts.map((part) => ({
    part,
    kicker: kickerOf(part, appendices.findIndex(({ slug }) => slug === part.slug) + 1),
    fullText: part.kind === "source" ? fullTexts.get(part.id) : undefined,
  }));
}

/** What a part is called above its title; `number` counts the appendices from 1. */
function kickerOf(part: Part, number: number): string {
  if (part.kind === "source") return `Source ${part.id}`;
  return part.kind === "appendix" ? `Appendix ${number}` : "Summary";
}
