// The body of an appendix: its text, with the data files that it shows in their places.
import { type ProseView, renderInlineProse, renderProse, splitAtData } from "../../markdown/render.ts";
import type { AppendixPart } from "../../model/pack.ts";
import type { DataReference, Prose } from "../../model/prose.ts";
import { type DataFileView, viewData } from "./data-view.ts";

/** A stretch of an appendix: text, or a data file with its caption. */
export type BodyPiece =
  | { readonly kind: "prose"; readonly html: string }
  | {
      readonly kind: "data";
      readonly caption: string;
      /** The level of headings inside: one below the heading it stands under. */
      readonly headingLevel: number;
      readonly data: DataFileView;
    };

/** The pieces of an appendix in order. */
export function viewAppendixBody(part: AppendixPart, language: string, view: ProseView): BodyPiece[] {
  const inline = (prose: Prose) => renderInlineProse(prose, view);
  return splitAtData(part.body).map((piece): BodyPiece => {
    if (piece.kind === "prose") return { kind: "prose", html: renderProse(piece.prose, view) };
    const { source, caption } = piece.reference;
    const data = part.data.get(source);
    if (data === undefined) throw new Error(`${part.file} shows ${source}, which the pack does not hold`);
    return {
      kind: "data",
      caption,
      headingLevel: levelBelow(part, piece.reference),
      data: viewData(data, language, inline),
    };
  });
}

function levelBelow(part: AppendixPart, reference: DataReference): number {
  const before = part.body.headings.filter(({ place }) => place.line < reference.place.line);
  return Math.min((before.at(-1)?.level ?? 1) + 1, 6);
}
