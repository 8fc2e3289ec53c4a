// Finds the source of which a new document may be a changed copy.
import { foldText } from "../../evidence/words/fold-text.ts";

/** A source with most of a document's passages. */
export interface Kin {
  readonly sourceId: string;
  /** How many passages of the document are passages of the source too. */
  readonly shared: number;
}

/** The source that shares most passages with a document; undefined where none shares more than half. */
export function findKin(
  passages: readonly string[],
  sources: ReadonlyMap<string, readonly string[]>,
): Kin | undefined {
  const folded = passages.map(foldText);
  let kin: Kin | undefined;
  for (const [sourceId, texts] of sources) {
    const held = new Set(texts.map(foldText));
    const shared = folded.filter((text) => held.has(text)).length;
    if (shared * 2 > passages.length && shared > (kin?.shared ?? 0)) kin = { sourceId, shared };
  }
  return kin;
}
