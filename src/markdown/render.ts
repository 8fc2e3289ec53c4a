// From parsed prose to HTML: one table of renderers over markdown-it's own.
import type { RendererRule, Token } from "markdown-it";
import { idOfFragment, readLink } from "../model/links.ts";
import type { CitationItem, DataReference, Prose } from "../model/prose.ts";
import { createParser } from "./parser.ts";
import type { ProseView } from "./prose-view.ts";
import { type BlockContent, closeBlock, openBlock } from "./renderers/block-html.ts";
import { renderCitation } from "./renderers/citation-html.ts";
import { element, escapeHtml, openTag } from "./renderers/html-text.ts";
import { noteNumber, renderNoteBackLink, renderNoteMark, renderNotesOpen } from "./renderers/note-html.ts";
import { attributeOf, type BlockMeta, metaOf } from "./token-meta.ts";

export type { BackLink, ProseView } from "./prose-view.ts";

type Render = (token: Token, view: ProseView, tokens: readonly Token[], index: number) => string;

const RENDERERS: Readonly<Record<string, Render>> = {
  citation: (token, view) => renderCitation(metaOf(token).citation?.items ?? [], view),
  // Parsing rejects what this type stands for; it is escaped all the same.
  rejected: (token) => escapeHtml(token.content),
  quotation_open: (token) => (metaOf(token).crossing ? "" : openTag("span", { class: "quotation" })),
  quotation_close: (token) => (metaOf(token).crossing ? "" : "</span>"),
  blockquote_open: () => `${openTag("blockquote", { class: "quotation" })}\n`,
  outside_open: () => openTag("span", { class: "outside" }),
  outside_close: () => `${element("sup", { class: "outside-mark" }, "†")}</span>`,
  container_block_open: (token, view, tokens, index) =>
    openBlock(blockOf(token), contentOf(tokens, index), view),
  container_block_close: (_token, view, tokens, index) => closeBlock(blockOf(openerOf(tokens, index)), view),
  permalink: renderPermalink,
  figure: renderFigure,
  link_open: renderLink,
  table_open: () =>
    `${openTag("div", { class: "table-scroll", role: "group", "aria-label": "Table", tabindex: "0" })}<table>\n`,
  table_close: () => "</table></div>\n",
  dl_open: renderTermsOpen,
  footnote_block_open: renderNotesOpen,
  // A second mark of one note shows its number like the first.
  footnote_caption: (token) => `[${noteNumber(token)}]`,
  footnote_anchor: renderNoteBackLink,
  foot_note: renderFootNote,
  note_mark: renderNoteMark,
};

const parser = createParser();
for (const [type, render] of Object.entries(RENDERERS)) parser.renderer.rules[type] = adapt(render);

/** Renders a body of prose as block HTML. The prose must have been parsed without errors. */
export function renderProse(prose: Prose, view: ProseView): string {
  const tokens = view.sourceLines ? prose.tokens.map((token) => withLine(token, prose)) : [...prose.tokens];
  return parser.renderer.render(tokens, parser.options, { view, docId: view.from.slug });
}

/** The token of a block with the line of its file; the token given stays as it is. */
function withLine(token: Token, { place }: Prose): Token {
  if (token.map === null || token.nesting < 0 || token.type === "inline") return token;
  const copy: Token = Object.assign(Object.create(Object.getPrototypeOf(token)), token);
  // The attributes are copied too: a token is read, never changed.
  copy.attrs = [...(token.attrs ?? []), ["data-source-line", String(place.line + token.map[0])]];
  return copy;
}

/** Renders one inline text, such as a cell of a comparison, as HTML without a paragraph around it. */
export function renderInlineProse(prose: Prose, view: ProseView): string {
  return renderProse(prose, view).trim();
}

/** Cuts a body at the lines that show a data file, so that a template can draw the data between the prose. */
export function splitAtData(
  prose: Prose,
): readonly (
  | { readonly kind: "prose"; readonly prose: Prose }
  | { readonly kind: "data"; readonly reference: DataReference }
)[] {
  const pieces: ReturnType<typeof splitAtData>[number][] = [];
  let tokens: Token[] = [];
  let shown = 0;
  const flush = (): void => {
    if (tokens.length > 0) pieces.push({ kind: "prose", prose: { ...prose, tokens } });
    tokens = [];
  };
  for (const token of prose.tokens) {
    const reference = token.type === "data_reference" ? prose.data[shown] : undefined;
    if (reference === undefined) {
      tokens.push(token);
      continue;
    }
    flush();
    pieces.push({ kind: "data", reference });
    shown += 1;
  }
  flush();
  return pieces;
}

function adapt(render: Render): RendererRule {
  return (tokens, index, _options, env) => {
    const token = tokens[index];
    return token === undefined ? "" : render(token, env?.view as ProseView, tokens, index);
  };
}

function blockOf(token: Token | undefined): BlockMeta {
  const block = token === undefined ? undefined : metaOf(token).block;
  if (block === undefined) throw new Error("A fenced block was rendered that parsing had rejected.");
  return block;
}

function openerOf(tokens: readonly Token[], closeIndex: number): Token | undefined {
  const level = tokens[closeIndex]?.level;
  for (let index = closeIndex - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token?.type === "container_block_open" && token.level === level) return token;
  }
  return undefined;
}

function contentOf(tokens: readonly Token[], openIndex: number): BlockContent {
  const level = tokens[openIndex]?.level;
  const cited: CitationItem[] = [];
  let length = 0;
  for (let index = openIndex + 1; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type === "container_block_close" && token.level === level) break;
    length += token?.content.length ?? 0;
    for (const child of token?.children ?? []) cited.push(...(metaOf(child).citation?.items ?? []));
  }
  return { cited, length };
}

/** The longest term that fits the gutter of a printed page, in characters. */
const LONGEST_HANGING = 13;

/** Definitions of short terms have a class by which print hangs the terms in the gutter. */
function renderTermsOpen(_token: Token, _view: ProseView, tokens: readonly Token[], index: number): string {
  const end = tokens.findIndex(
    ({ type, level }, at) => at > index && type === "dl_close" && level === tokens[index]?.level,
  );
  const terms = tokens.slice(index, end).filter((_, at) => tokens[index + at - 1]?.type === "dt_open");
  const short = terms.every(({ content }) => content.length <= LONGEST_HANGING);
  return `${openTag("dl", { class: short ? "short-terms" : undefined })}\n`;
}

/** A note that is printed at the foot of its page; the styles take it there. The id is within, because the note itself gets another. */
function renderFootNote(token: Token, view: ProseView): string {
  const words = parser.renderer.render([...(token.children ?? [])], parser.options, { view });
  const id = `fn-${view.from.slug}-${Number(token.meta?.number)}`;
  const line = attributeOf(token, "data-source-line");
  return element(
    "span",
    { class: "footnote", "data-source-line": line === "" ? undefined : line },
    element("span", { class: "footnote-text", id }, words.trim()),
  );
}

/** A link that shows its own address has the class by which print knows that it need not be printed once more. */
function renderLink(token: Token, view: ProseView, tokens: readonly Token[], index: number): string {
  const href = attributeOf(token, "href");
  const [words, close] = [tokens[index + 1], tokens[index + 2]];
  const own =
    token.markup === "autolink" ||
    (close?.type === "link_close" && words?.type === "text" && words.content === href);
  // On paper a link within the pack says which page it leads to.
  const resolved = resolveHref(href, view);
  const inner =
    resolved !== undefined && readLink(href, view.from.file).kind === "file" ? "inner" : undefined;
  const name = own ? "address" : inner;
  return openTag("a", { ...(name === undefined ? {} : { class: name }), href: resolved });
}

function renderPermalink(token: Token): string {
  const permalink = metaOf(token).permalink;
  if (permalink === undefined) return "";
  return element("a", { class: "permalink", href: `#${permalink.id}`, "aria-label": permalink.label }, "");
}

function renderFigure(token: Token, view: ProseView): string {
  const figure = metaOf(token).figure;
  if (figure === undefined) return "";
  const target = readLink(figure.source, view.from.file);
  const src = target.kind === "file" ? view.imageHref(target.file) : figure.source;
  const image = openTag("img", { src, alt: figure.alternative });
  const caption = element("figcaption", {}, escapeHtml(figure.credit));
  return `${element("figure", { class: "image" }, `${image}${caption}`)}\n`;
}

function resolveHref(href: string, view: ProseView): string | undefined {
  const target = readLink(href, view.from.file);
  if (target.kind !== "file") return href;
  const part = target.file === view.from.file ? { slug: view.from.slug } : view.partOfFile(target.file);
  if (part === undefined) return href;
  const id = target.fragment === undefined ? undefined : idOfFragment(part.slug, target.fragment);
  return view.hrefOf({ part: part.slug, id });
}
