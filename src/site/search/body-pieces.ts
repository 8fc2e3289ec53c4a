// Which tokens of a body begin a piece that can be found, where each ends, and what its element is called on the page.
import type { Token } from "markdown-it";
import { attributeOf, metaOf } from "../../markdown/token-meta.ts";
import { passageId } from "../../model/identifiers.ts";
import { formatPassages } from "../../model/passages.ts";
import type { BlockName } from "../../model/prose.ts";
import type { EntryKind } from "./entry.ts";
import { lineText, type SourceIds } from "./line-text.ts";

/** What is known of a piece when it begins. */
export interface PieceForm {
  readonly kind: EntryKind;
  /** What it is called; the name of its part where left out. */
  readonly label?: string;
  /** Under what it stands; the heading of its section where left out. */
  readonly context?: string;
  /** Whether everything within belongs to it; else a paragraph or an item within is a piece of its own. */
  readonly whole: boolean;
  /** Whether it ends before or with a token. */
  readonly ends: (token: Token) => boolean;
}

const BLOCK_TITLES: Readonly<Partial<Record<BlockName, string>>> = {
  "bottom-line": "Bottom line",
  agreements: "Agreements",
  disagreements: "Disagreements",
  cautions: "Cautions",
  "official-text": "Official text",
};

/** What stands above the pieces of a fenced block; undefined for one that is a piece itself. */
export function titleOfBlock(name: BlockName): string | undefined {
  return BLOCK_TITLES[name];
}

/** The piece that begins with a token, if one does. */
export function openPiece(token: Token, partId: string): PieceForm | undefined {
  const closing = token.type.replace(/open$/, "close");
  const ends = ({ type, level }: Token): boolean => type === closing && level === token.level;
  switch (token.type) {
    case "container_block_open":
      return openBlock(token, partId, ends);
    case "heading_open":
      return { kind: "heading", whole: true, ends };
    case "paragraph_open":
      // Those of a list without blank lines are hidden, and have no element.
      return token.hidden ? undefined : { kind: "prose", whole: true, ends };
    case "list_item_open":
      return { kind: "prose", whole: false, ends };
    case "footnote_open":
    case "tr_open":
      return { kind: "prose", whole: true, ends };
    case "dt_open":
      return { kind: "prose", whole: false, ends: (next) => endsDefinition(token, next) };
    default:
      return undefined;
  }
}

/** A term is one piece with what it means: up to the next term, or the end of the list. */
function endsDefinition(term: Token, { type, level }: Token): boolean {
  return (type === "dt_open" && level === term.level) || (type === "dl_close" && level === term.level - 1);
}

function openBlock(token: Token, partId: string, ends: PieceForm["ends"]): PieceForm | undefined {
  const { block } = metaOf(token);
  if (block?.name === "judgement") {
    return { kind: "judgement", label: `Judgement ${block.number ?? ""}`, context: "", whole: true, ends };
  }
  if (block?.name !== "precis") return undefined;
  return { kind: "passage", label: `${partId} ${formatPassages(block.passages)}`, whole: true, ends };
}

/** The id of a token's element on the page, where it has one: its own, or the one that the renderers give. */
export function elementIdOf(token: Token, slug: string): string | undefined {
  if (token.nesting < 0) return undefined;
  const id = attributeOf(token, "id");
  if (id !== "") return id;
  if (token.type === "footnote_open") return `fn-${slug}-${Number(token.meta?.id ?? 0) + 1}`;
  const { block } = metaOf(token);
  return block?.name === "precis" ? passageId(slug, block.passages[0]?.from ?? 1) : block?.id;
}

/** Whether a token holds words rather than structure. */
export function isWords(token: Token): boolean {
  return (
    token.type === "inline" ||
    token.type === "fence" ||
    token.type === "code_block" ||
    token.type === "figure"
  );
}

/** The words of such a token. */
export function wordsOf(token: Token, sourceIds: SourceIds): string {
  if (token.type === "inline") return lineText(token.children ?? [], sourceIds);
  const { figure } = metaOf(token);
  return figure === undefined ? token.content : `${figure.alternative} ${figure.credit}`;
}
