// For paper: each note stands where it is called, so that it can be printed at the foot of that page.
import type { Token } from "markdown-it";
import type { Prose } from "../../model/prose.ts";
import { cutAtNotes, type NotePlan, noteId, planNotes } from "./plan-notes.ts";

/**
 * A body with each note in the place of the mark that calls it, as a token `foot_note` with the blocks of the note as its children.
 * Every other mark is a token `note_mark`, which names the number alone. Notes that can't stand at the foot of a page stay behind the
 * text. The prose given stays as it is.
 */
export function placeNotes(prose: Prose): Prose {
  const plan = planNotes(prose.tokens);
  if (plan.notes.size === 0) return prose;
  const [text, block] = cutAtNotes(prose.tokens);
  const placed = text.map((token) => placeIn(token, plan, prose.place.line));
  return { ...prose, tokens: [...placed, ...keepRest(block, plan)] };
}

function placeIn(token: Token, plan: NotePlan, firstLine: number): Token {
  if (!token.children?.some(({ type }) => type === "footnote_ref")) return token;
  const children = token.children.map((child) =>
    child.type === "footnote_ref" ? placeMark(child, plan, firstLine) : child,
  );
  return copyOf(token, { children });
}

function placeMark(mark: Token, plan: NotePlan, firstLine: number): Token {
  const id = noteId(mark);
  const meta = { number: plan.numbers.get(id) };
  if (plan.calls.get(id) !== mark) return copyOf(mark, { type: "note_mark", meta });
  const blocks = plan.notes.get(id) ?? [];
  const line = blocks.find(({ map }) => map !== null)?.map?.[0];
  const attrs: Token["attrs"] = line === undefined ? [] : [["data-source-line", String(firstLine + line)]];
  // Within a note every mark only names a number.
  const inside = blocks.map((block) => placeIn(block, { ...plan, calls: new Map() }, firstLine));
  return copyOf(mark, { type: "foot_note", meta, attrs, children: asPhrases(inside) });
}

/** What blocks become within a paragraph, where HTML allows none. */
const PHRASES: Readonly<Record<string, string>> = {
  paragraph: "note-paragraph",
  bullet_list: "note-list",
  ordered_list: "note-list",
  list_item: "note-item",
  blockquote: "note-quotation",
};

/** The blocks of a note as phrases; those of a note of one paragraph without that paragraph. */
function asPhrases(blocks: readonly Token[]): Token[] {
  const [first, only, last, ...more] = blocks;
  if (first?.type === "paragraph_open" && only && last && more.length === 0) return [only];
  return blocks.map((token) => {
    const [, kind = ""] = /^(.+)_(?:open|close)$/.exec(token.type) ?? [];
    const name = PHRASES[kind];
    if (name === undefined) return token;
    return copyOf(token, {
      type: "note_phrase",
      tag: "span",
      block: false,
      attrs: token.nesting > 0 ? [["class", name]] : null,
    });
  });
}

/** The notes that stay behind the text; nothing where all stand at the foot of pages. */
function keepRest(block: readonly Token[], { calls, notes, numbers }: NotePlan): Token[] {
  if (calls.size === notes.size) return [];
  let keeps = true;
  const kept = block.filter((token) => {
    if (token.type === "footnote_open") keeps = !calls.has(noteId(token));
    const isKept = keeps && token.type !== "footnote_anchor";
    if (token.type === "footnote_close") keeps = true;
    return isKept;
  });
  return kept.map((token) => {
    if (token.type === "footnote_block_open") return copyOf(token, { meta: { start: calls.size + 1 } });
    if (token.type !== "footnote_open") return token;
    return copyOf(token, { meta: { id: (numbers.get(noteId(token)) ?? 1) - 1 } });
  });
}

function copyOf(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, changes);
}
