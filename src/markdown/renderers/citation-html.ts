// A citation as HTML: each source a link to the first passage it names.
import { passageId } from "../../model/identifiers.ts";
import { formatPassages } from "../../model/passages.ts";
import type { CitationItem } from "../../model/prose.ts";
import type { ProseView } from "../prose-view.ts";
import { element, escapeHtml } from "./html-text.ts";

/** The longest label that is kept on one line with its button, in characters: it fits in a column of a phone. */
const LONGEST_UNBROKEN = 32;

/** Renders a citation: `[contra S2 ¶14, quoting George Barros; S3 ¶¶3–5]`. */
export function renderCitation(items: readonly CitationItem[], view: ProseView): string {
  const last = items.length - 1;
  const shown = items.map((item, index) => renderItem(item, index === last ? "]" : ";", view));
  return element("span", { class: "citation" }, `[${shown.join(" ")}`);
}

/** One source within a citation with the mark that ends it. */
function renderItem(item: CitationItem, end: string, view: ProseView): string {
  const source = view.sourceOf(item.key);
  if (source === undefined) throw new Error(`A citation of “${item.key}” was rendered without a source.`);
  const first = item.passages[0];
  const { idOfPassage = passageId } = view;
  const id = first === undefined ? undefined : idOfPassage(source.id, first.from);
  const label = first === undefined ? source.id : `${source.id} ${formatPassages(item.passages)}`;
  const href = view.hrefOf({ part: source.slug, id });
  const signal =
    item.signal === "none" ? "" : `${element("span", { class: "signal" }, escapeHtml(item.signal))}\u00a0`;
  const shownLabel = escapeHtml(label.replaceAll(" ", "\u00a0"));
  const link =
    href === undefined
      ? element("span", { class: "cited" }, shownLabel)
      : element("a", { class: "cite", href }, shownLabel);
  const popover = view.popoverOf?.(source.slug, item.passages);
  const [mark, suffix] = item.suffix === "" ? [end, ""] : [",", ` ${escapeHtml(item.suffix)}${end}`];
  const shown = popover === undefined ? `${link}${mark}` : withButton(link, label, mark, popover);
  return `${signal}${shown}${suffix}`;
}

/** A link with the button beside it that shows in place what it leads to; the mark behind them does not begin a line. */
function withButton(link: string, label: string, mark: string, popover: string): string {
  const attributes = { class: "show-passage", type: "button", popovertarget: popover };
  const button = element("button", { ...attributes, "aria-label": `Show ${label}` }, "");
  const long = label.length > LONGEST_UNBROKEN;
  return element("span", { class: long ? "cite-shown cite-long" : "cite-shown" }, `${link}${button}${mark}`);
}
