// Fenced blocks as HTML: précis with their passages, judgements with their confidence, the rest as plain sections.
import { passageId, slugOf } from "../../model/identifiers.ts";
import { formatPassages, passagesIn } from "../../model/passages.ts";
import type { CitationItem } from "../../model/prose.ts";
import { supportOf } from "../../model/support.ts";
import type { ProseView } from "../prose-view.ts";
import type { BlockMeta } from "../token-meta.ts";
import { element, escapeHtml, openTag } from "./html-text.ts";

/** What a block holds, as far as its beginning shows it. */
export interface BlockContent {
  /** The sources that it cites, which show whether a judgement rests on one. */
  readonly cited: readonly CitationItem[];
  /** How long its text is, in characters. */
  readonly length: number;
}

/** A longer précis is set by itself: print can't set a text beside another over the end of a page if it is one long paragraph. */
const LONGEST_BESIDE = 1500;

/** The beginning of a block. */
export function openBlock(block: BlockMeta, { cited, length }: BlockContent, view: ProseView): string {
  if (block.name === "precis") return openPrecis(block, length > LONGEST_BESIDE, view);
  if (block.name === "judgement") return openJudgement(block, cited, view);
  return `${openTag("div", { class: block.name })}\n`;
}

/** The end of a block; a précis names the places that cite its passages. */
export function closeBlock(block: BlockMeta, view: ProseView): string {
  if (block.name !== "precis") return "</div>\n";
  return `${renderCitedIn(block, view)}</div>\n</div>\n`;
}

function openPrecis(block: BlockMeta, isLong: boolean, view: ProseView): string {
  const { slug } = view.from;
  const passages = passagesIn(block.passages);
  const anchors = passages.map((passage) =>
    element("span", { class: "passage", id: passageId(slug, passage) }, ""),
  );
  const { idOfPassage = passageId } = view;
  const href = `#${idOfPassage(slug, passages[0] ?? 1)}`;
  const label = element("a", { class: "passage-label", href }, escapeHtml(formatPassages(block.passages)));
  const head = element("p", { class: "precis-passages" }, `${anchors.join("")}${label}`);
  return `${openTag("div", { class: isLong ? "precis precis-long" : "precis" })}\n${head}\n${openTag("div", { class: "precis-text" })}\n`;
}

function renderCitedIn(block: BlockMeta, view: ProseView): string {
  const links = view
    .citedIn(slugOf(view.from.slug), block.passages)
    .map(({ label, part, id }) => element("a", { href: view.hrefOf({ part, id }) }, escapeHtml(label)));
  return links.length === 0
    ? ""
    : `${element("p", { class: "cited-in" }, `Cited in: ${links.join(", ")}`)}\n`;
}

function openJudgement(block: BlockMeta, cited: readonly CitationItem[], view: ProseView): string {
  const level = block.confidence ?? "low";
  const number = element("span", { class: "judgement-number" }, `Judgement ${block.number ?? ""}`);
  const name = `${level.charAt(0).toUpperCase()}${level.slice(1)} confidence`;
  const confidence = element("span", { class: `confidence confidence-${level}` }, name);
  const supporting = cited.filter(({ signal }) => supportOf(signal) === "supports");
  const sources = [...new Set(supporting.map((item) => view.sourceOf(item.key)?.id ?? item.key))];
  const [only] = sources;
  const single =
    sources.length === 1 && only !== undefined
      ? ` ${element("span", { class: "single-source" }, `Rests on ${escapeHtml(only)} alone`)}`
      : "";
  const label = element("p", { class: "judgement-label" }, `${number} ${confidence}${single}`);
  const beside = renderEvidence(block, view);
  return `${openTag("div", { class: "judgement", id: block.id })}\n${label}\n${beside}`;
}

/** Which sources support, contradict or compare with a judgement, at a glance. */
function renderEvidence(block: BlockMeta, view: ProseView): string {
  const links = view.evidenceOf?.(block.id ?? "") ?? [];
  if (links.length === 0) return "";
  const items = links.map(({ support, label, href }) => {
    const sign = element("span", { class: `support support-${support}` }, support);
    return element("li", {}, `${sign} ${element("a", { class: "cite", href }, escapeHtml(label))}`);
  });
  return `${element("ul", { class: "judgement-evidence" }, items.join(""))}\n`;
}
