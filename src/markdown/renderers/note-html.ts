// Notes behind a text, their marks, and the ways back from them.
import type { Token } from "markdown-it";
import type { ProseView } from "../prose-view.ts";
import { element, openTag } from "./html-text.ts";

/** The number of a note, counted from 1. */
export function noteNumber(token: Token): number {
  return Number(token.meta?.id ?? 0) + 1;
}

/** The notes behind the text; on paper they count on from those at the foot of pages. */
export function renderNotesOpen(token: Token): string {
  const start: unknown = token.meta?.start;
  return `${openTag("section", { class: "footnotes" })}\n${openTag("ol", start === undefined ? {} : { start: String(start) })}\n`;
}

/** A mark of a note that stands elsewhere. */
export function renderNoteMark(token: Token, view: ProseView): string {
  const number = String(token.meta?.number);
  const href = `#fn-${view.from.slug}-${number}`;
  return element("sup", { class: "footnote-ref" }, element("a", { class: "note-mark", href }, number));
}

/** The way back from a note; the ids are those that markdown-it-footnote gives to its marks. */
export function renderNoteBackLink(token: Token, view: ProseView): string {
  const again = Number(token.meta?.subId ?? 0);
  const number = noteNumber(token);
  const href = `#fnref-${view.from.slug}-${number}${again > 0 ? `:${again}` : ""}`;
  const label = `Back to note ${number} in the text${again > 0 ? `, mark ${again + 1}` : ""}`;
  return ` ${element("a", { class: "footnote-back", href, "aria-label": label }, "")}`;
}
