// The body of a part as entries: each heading, judgement, précis, paragraph, list item, table row, definition and note.
import type { Token } from "markdown-it";
import { metaOf } from "../../markdown/token-meta.ts";
import type { Part } from "../../model/pack.ts";
import { elementIdOf, isWords, openPiece, type PieceForm, titleOfBlock, wordsOf } from "./body-pieces.ts";
import { asLine, type EntryKind, type SearchEntry } from "./entry.ts";
import type { SourceIds } from "./line-text.ts";

/** A piece while its words are gathered. */
interface Piece extends PieceForm {
  readonly id: string;
  readonly label: string;
  readonly context: string;
  readonly texts: string[];
  quotes: boolean;
}

/**
 * The entries of a body in order. What has no id of its own, such as a row of a table, is found under the nearest id before it.
 * @param name what the part is called in labels
 */
export function listBodyEntries(part: Part, name: string, sourceIds: SourceIds): SearchEntry[] {
  const pieces: Piece[] = [];
  const open: Piece[] = [];
  const blocks: (string | undefined)[] = [];
  let heading = "";
  let nearest = part.slug;
  let quoted = 0;

  const begin = (form: PieceForm, id = nearest): Piece => {
    const titles = [heading, blocks.findLast((title) => title !== undefined)];
    const context = [...new Set(titles)].filter((title) => title !== undefined && title !== "").join(" – ");
    const piece = { label: name, context, ...form, id, texts: [], quotes: quoted > 0 };
    pieces.push(piece);
    return piece;
  };

  for (const token of part.body.tokens) {
    const { block } = metaOf(token);
    if (open.at(-1)?.ends(token)) open.pop();
    if (token.type === "blockquote_open") quoted += 1;
    if (token.type === "blockquote_close") quoted -= 1;
    if (token.type === "container_block_open") blocks.push(block && titleOfBlock(block.name));
    if (token.type === "container_block_close") blocks.pop();

    const id = elementIdOf(token, part.slug);
    if (isWords(token)) {
      const piece = open.at(-1) ?? begin({ kind: "prose", whole: false, ends: () => true });
      piece.texts.push(wordsOf(token, sourceIds));
      piece.quotes ||= holdsQuotation(token);
      if (piece.kind === "heading") heading = asLine(piece.texts.join(" "));
    } else if (open.at(-1)?.whole !== true) {
      const form = openPiece(token, part.id);
      if (form !== undefined) open.push(begin(form, id));
    }
    nearest = id ?? nearest;
  }
  return pieces.flatMap(finish);
}

function holdsQuotation({ children }: Token): boolean {
  return children?.some(({ type }) => type === "quotation_open") ?? false;
}

function finish({ id, label, context, kind, texts, quotes }: Piece): SearchEntry[] {
  const text = asLine(texts.join(" "));
  const kinds: EntryKind[] = quotes ? [kind, "quotation"] : [kind];
  return text === "" ? [] : [{ id, label, context: kind === "heading" ? "" : context, kinds, text }];
}
