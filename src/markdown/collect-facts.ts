// From tokens to the facts that checks and templates need: citations, quotations, blocks, links, ids, findings.
import type { Token } from "markdown-it";
import type { Place } from "../errors.ts";
import { passageId } from "../model/identifiers.ts";
import { passagesIn } from "../model/passages.ts";
import type {
  Block,
  Citation,
  DataReference,
  Heading,
  Identified,
  Image,
  Link,
  Mention,
  Prose,
  Quotation,
} from "../model/prose.ts";
import type { BlockLines } from "./locate.ts";
import { plainText, textOf } from "./plain-text.ts";
import { MENTION } from "./rules/mention.ts";
import type { BlockMeta, Finding } from "./token-meta.ts";
import { attributeOf, metaOf } from "./token-meta.ts";

/** A finding with its place. */
export interface PlacedFinding extends Finding {
  readonly place: Place;
}

/** Finds the places of snippets in the lines of a block, going forward through the text. */
export interface Places {
  /** The place of something that holds other things, or of `other` in its stead. */
  readonly find: (raw: string, block: BlockLines, other?: string) => Place;
  /** The place of something that holds nothing else; it is not found twice. */
  readonly take: (raw: string, block: BlockLines) => Place;
  /** Goes on behind a piece of plain text. */
  readonly pass: (raw: string, block: BlockLines) => void;
}

/** What a walk over the tokens finds. */
export interface Facts extends Omit<Prose, "place" | "tokens" | "abbreviationsMet"> {
  readonly findings: readonly PlacedFinding[];
}

interface OpenBlock {
  readonly meta: BlockMeta;
  readonly place: Place;
  readonly citations: Citation[];
  readonly quotations: Quotation[];
  empty: boolean;
}

interface OpenQuote {
  readonly kind: "inline" | "block";
  readonly place: Place;
  readonly words: string[];
  citation: Citation | undefined;
  /** Whether its citation cannot be read: that is told, and until it is mended nothing can be said of the words. */
  unreadable: boolean;
}

/** Walks over the tokens of a parse once, in the order of the text. */
export function collectFacts(tokens: readonly Token[], slug: string, places: Places): Facts {
  const walk = new FactWalk(slug, places);
  for (const [index, token] of tokens.entries()) walk.visit(token, tokens[index + 1]);
  return walk.facts;
}

class FactWalk {
  readonly #slug: string;
  readonly #places: Places;
  readonly #openBlocks: (OpenBlock | undefined)[] = [];
  readonly #openIds: string[] = [];
  #quote: OpenQuote | undefined;
  #quoteDepth = 0;
  /** The lines of the innermost token so far that has any: a cell of a table stands in those of its row. */
  #lines: BlockLines = null;
  readonly facts = {
    headings: [] as Heading[],
    ids: [] as Identified[],
    citations: [] as Citation[],
    mentions: [] as Mention[],
    quotations: [] as Quotation[],
    blocks: [] as Block[],
    links: [] as Link[],
    images: [] as Image[],
    data: [] as DataReference[],
    outside: false,
    findings: [] as PlacedFinding[],
  };

  constructor(slug: string, places: Places) {
    this.#slug = slug;
    this.#places = places;
  }

  visit(token: Token, next: Token | undefined): void {
    this.#lines = token.map ?? this.#lines;
    for (const finding of metaOf(token).findings ?? []) {
      this.facts.findings.push({ ...finding, place: this.#places.find(finding.raw, token.map) });
    }
    const id = attributeOf(token, "id");
    if (id !== "") this.facts.ids.push({ id, place: this.#places.find(next?.content ?? "", token.map) });
    if (token.type === "paragraph_open" || token.type === "list_item_open") this.#openIds.push(id);
    if (token.type === "paragraph_close" || token.type === "list_item_close") this.#openIds.pop();
    if (token.type === "container_block_open") this.#openBlock(token);
    if (token.type === "container_block_close") this.#closeBlock();
    if (token.type === "blockquote_open") this.#openQuote(token);
    if (token.type === "blockquote_close") this.#closeQuote();
    if (token.type === "heading_open" && next !== undefined) this.#takeHeading(token, next);
    if (token.type === "figure" || token.type === "data_reference") this.#takeFigure(token);
    if (token.type === "inline") this.#visitInline(token.children ?? [], [...(metaOf(token).mentions ?? [])]);
  }

  #openBlock(token: Token): void {
    const meta = metaOf(token).block;
    if (meta === undefined) {
      this.#openBlocks.push(undefined);
      return;
    }
    const place = this.#places.find(`${token.markup}${token.info}`, token.map);
    this.#openBlocks.push({ meta, place, citations: [], quotations: [], empty: true });
    if (meta.id !== undefined) this.facts.ids.push({ id: meta.id, place });
    if (meta.name !== "precis") return;
    for (const passage of passagesIn(meta.passages)) {
      this.facts.ids.push({ id: passageId(this.#slug, passage), place });
    }
  }

  #closeBlock(): void {
    const block = this.#openBlocks.pop();
    if (block !== undefined)
      this.facts.blocks.push({
        ...block.meta,
        empty: block.empty,
        citations: block.citations,
        quotations: block.quotations,
        place: block.place,
      });
  }

  #openQuote(token: Token): void {
    this.#quoteDepth += 1;
    if (this.#quoteDepth > 1) return;
    const place = this.#places.find("> ", token.map);
    this.#quote = { kind: "block", place, words: [], citation: undefined, unreadable: false };
  }

  #closeQuote(): void {
    this.#quoteDepth -= 1;
    if (this.#quoteDepth > 0 || this.#quote === undefined) return;
    this.#keepQuotation(this.#quote, foldSpace(this.#quote.words.join(" ")));
    this.#quote = undefined;
  }

  #keepQuotation({ kind, place, citation, unreadable }: OpenQuote, text: string): void {
    if (unreadable && citation === undefined) return;
    const precis = this.#openBlocks.findLast((block) => block?.meta.name === "precis")?.meta.passages;
    const quotation = { text, kind, citation, precis, place };
    this.facts.quotations.push(quotation);
    for (const block of this.#openBlocks) block?.quotations.push(quotation);
  }

  #takeHeading(token: Token, inline: Token): void {
    this.facts.headings.push({
      level: Number(token.tag.slice(1)),
      text: plainText(inline.children ?? []),
      id: attributeOf(token, "id"),
      place: this.#places.find(inline.content, token.map),
    });
  }

  #takeFigure(token: Token): void {
    const { figure, data } = metaOf(token);
    const place = this.#places.find(figure?.source ?? data?.source ?? "", token.map);
    if (figure !== undefined) this.facts.images.push({ ...figure, place });
    if (data !== undefined) this.facts.data.push({ ...data, place });
  }

  #visitInline(children: readonly Token[], mentions: string[]): void {
    if (/[\p{L}\p{N}]/u.test(plainText(children))) {
      for (const block of this.#openBlocks) if (block !== undefined) block.empty = false;
    }
    const quotes: OpenQuote[] = [];
    let waiting: OpenQuote[] = [];
    let open: OpenQuote | undefined;
    for (const [index, child] of children.entries()) {
      const marked = this.#takeFindings(child) || this.#takeMentions(child, mentions);
      if (child.type === "outside_open") this.facts.outside = true;
      if (child.type === "link_open") this.#takeLink(child);
      if (child.type === "quotation_open" && this.#quote === undefined) {
        const place = this.#placeOfMark(children, index);
        open = { kind: "inline", place, words: [], citation: undefined, unreadable: false };
        quotes.push(open);
        waiting.push(open);
      }
      if (child.type === "quotation_close") {
        open = undefined;
        if (child.markup !== "") this.#places.pass(child.markup, this.#lines);
      }
      if (child.type === "citation") {
        const citation = this.#takeCitation(child);
        const carriers = this.#quote === undefined ? waiting : [this.#quote];
        for (const quote of carriers) {
          quote.citation = citation ?? quote.citation;
          quote.unreadable ||= citation === undefined;
        }
        waiting = [];
      }
      const text = textOf(child);
      open?.words.push(text);
      if (!marked && child.type !== "softbreak" && !metaOf(child).inserted)
        this.#places.pass(text, this.#lines);
    }
    if (this.#quote !== undefined) {
      const text = plainText(children).replace(/\s*[—–-]?\s*$/, "");
      if (text !== "") this.#quote.words.push(text);
    }
    for (const quote of quotes) {
      const text = foldSpace(quote.words.join(""));
      this.#keepQuotation(quote, text.slice(1).replace(CLOSING, "").trim());
    }
  }

  /** Places what a rule or this walk finds wrong with a child of a line; says whether that was anything. */
  #takeFindings(child: Token): boolean {
    const notes = child.type === "text" ? child.content.match(/\[\^[^\]\s]+\]/g) : null;
    const findings = [...(metaOf(child).findings ?? []), ...(notes ?? []).map(noteMissing)];
    for (const finding of findings) {
      const place =
        child.nesting === 1
          ? this.#places.find(finding.raw, this.#lines)
          : this.#places.take(finding.raw, this.#lines);
      this.facts.findings.push({ ...finding, place });
    }
    return findings.length > 0;
  }

  /** Takes from a piece of text the words behind `@` that come next in its line; says whether there were any. */
  #takeMentions(child: Token, waiting: string[]): boolean {
    if (child.type !== "text" || waiting.length === 0) return false;
    let taken = false;
    for (const [raw, key = ""] of child.content.matchAll(MENTION)) {
      if (key !== waiting[0]) continue;
      waiting.shift();
      taken = true;
      this.facts.mentions.push({ key, place: this.#places.take(raw, this.#lines) });
    }
    return taken;
  }

  /** The place of the mark that opens a quotation: as it is written, or the text of the token that follows begins with it. */
  #placeOfMark(children: readonly Token[], index: number): Place {
    const written = children[index]?.markup ?? "";
    if (written !== "") return this.#places.take(written, this.#lines);
    const words = children[index + 1]?.content ?? "";
    return this.#places.find(words.split(/\s/, 1)[0] ?? "", this.#lines, words.charAt(0));
  }

  #takeLink(token: Token): void {
    const place = this.#places.take(token.markup === "autolink" ? "<" : "[", this.#lines);
    this.facts.links.push({ href: attributeOf(token, "href"), place });
  }

  #takeCitation(token: Token): Citation | undefined {
    const meta = metaOf(token).citation;
    if (meta === undefined) return undefined;
    const blockId =
      this.#openBlocks.findLast((block) => block?.meta.id !== undefined)?.meta.id ??
      this.#openIds.findLast((id) => id !== "");
    const citation = { ...meta, place: this.#places.take(meta.raw, this.#lines), blockId };
    this.facts.citations.push(citation);
    for (const block of this.#openBlocks) block?.citations.push(citation);
    return citation;
  }
}

const CLOSING = /[”»“]$/;

function noteMissing(raw: string): Finding {
  const message = `the footnote ${raw} has no note`;
  const fix = `Add a line “${raw}: …” to this file, or delete the mark.`;
  return { code: "footnote-without-note", message, fix, raw };
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
