// Where each note of a body can be printed: at the foot of the page that calls it, or at the end of its part.
import type { Token } from "markdown-it";

/** A note by the number that markdown-it-footnote gives it, counted from 0. */
export type NoteId = number;

/** Where the notes of a body go. */
export interface NotePlan {
  /** The marks at which a note stands: the first of each note that can be at the foot of its page. */
  readonly calls: ReadonlyMap<NoteId, Token>;
  /** Of every note, the number by which it is called. */
  readonly numbers: ReadonlyMap<NoteId, number>;
  /** The blocks of every note, without the ways back to its marks. */
  readonly notes: ReadonlyMap<NoteId, readonly Token[]>;
}

/** The blocks that can stand at the foot of a page; a note that holds another one can't. */
const PLAIN_BLOCKS = /^(paragraph|bullet_list|ordered_list|list_item|blockquote)_(open|close)$|^inline$/;

/**
 * The most that a note at the foot of a page may say, in characters: some 12 lines. A longer one would leave the page, and the next,
 * hardly any room for the text; it is read with more ease behind the part.
 */
const LONGEST = 1200;

/** What holds no note: its text is repeated, in lists of contents or over the next page. */
const HOLDS_NONE = /^(heading|thead)_(open|close)$/;

/**
 * Plans the notes. Those at the foot of pages count from 1 in the order of the text. The few that can't stand there (called only in a
 * heading, the head of a table or another note, or long, or holding a table or a drawing) count on from them.
 */
export function planNotes(tokens: readonly Token[]): NotePlan {
  const [text, block] = cutAtNotes(tokens);
  const notes = readNotes(block);
  const calls = new Map<NoteId, Token>();
  for (const mark of listMarks(text)) {
    const id = noteId(mark);
    if (!calls.has(id) && fitsFoot(notes.get(id) ?? [])) calls.set(id, mark);
  }
  const ordered = [...calls.keys(), ...[...notes.keys()].filter((id) => !calls.has(id))];
  return { calls, notes, numbers: new Map(ordered.map((id, index) => [id, index + 1])) };
}

/** The tokens of the text, and those of its notes, which markdown-it-footnote puts behind it. */
export function cutAtNotes(
  tokens: readonly Token[],
): readonly [text: readonly Token[], notes: readonly Token[]] {
  const start = tokens.findIndex(({ type }) => type === "footnote_block_open");
  return start < 0 ? [tokens, []] : [tokens.slice(0, start), tokens.slice(start)];
}

/** The note to which a mark leads, or which begins with a token. */
export function noteId(token: Token): NoteId {
  return Number(token.meta?.id ?? 0);
}

function fitsFoot(blocks: readonly Token[]): boolean {
  const length = blocks.reduce((sum, { content }) => sum + content.length, 0);
  return length <= LONGEST && blocks.every(({ type }) => PLAIN_BLOCKS.test(type));
}

function readNotes(block: readonly Token[]): Map<NoteId, readonly Token[]> {
  const notes = new Map<NoteId, Token[]>();
  let blocks: Token[] = [];
  for (const token of block) {
    if (token.type === "footnote_open") {
      blocks = [];
      notes.set(noteId(token), blocks);
    } else if (token.type === "footnote_close") blocks = [];
    else if (token.type !== "footnote_anchor") blocks.push(token);
  }
  return notes;
}

/** The marks of the text at which a note can stand. */
function listMarks(text: readonly Token[]): Token[] {
  const marks: Token[] = [];
  let closed = 0;
  for (const token of text.flatMap((one) => [one, ...(one.children ?? [])])) {
    if (HOLDS_NONE.test(token.type)) closed += token.nesting;
    if (token.type === "footnote_ref" && closed === 0) marks.push(token);
  }
  return marks;
}
