// From the text of an SVG file to its elements, by the strict part of XML that pictures are written in.

/** An attribute of an element; the value has its references resolved. */
export interface SvgAttribute {
  /** The namespace; empty for a name without prefix. */
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
  /** Where its name begins in the text. */
  readonly at: number;
}

/** An element with the text that stands directly in it. */
export interface SvgElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly SvgAttribute[];
  readonly parent: SvgElement | undefined;
  /** The text of the element without that of its children; comments leave no gap, as in a browser. */
  text: string;
  /** Where its tag begins in the text. */
  readonly at: number;
}

/** What is not XML of this kind: what was met, and where. */
export class SvgFault extends Error {
  readonly at: number;
  constructor(what: string, at: number) {
    super(what);
    this.name = "SvgFault";
    this.at = at;
  }
}

const NAME = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const TOKEN = new RegExp(
  [
    "<!--(?<comment>[\\s\\S]*?)-->",
    "<!\\[CDATA\\[(?<cdata>[\\s\\S]*?)\\]\\]>",
    `</(?<close>${NAME})\\s*>`,
    `<(?<open>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    "(?<text>[^<]+)",
  ].join("|"),
  "y",
);
const ATTRIBUTE = new RegExp(`(?<name>${NAME})\\s*=\\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`, "g");
/** A declaration that names UTF-8 or nothing, and a document type without declarations of its own, which a browser does not load. */
const PROLOGUE =
  /^(?:<\?xml\s+version\s*=\s*["']1\.[01]["'](?:\s+encoding\s*=\s*["'](?:utf-8|us-ascii)["'])?(?:\s+standalone\s*=\s*["'](?:yes|no)["'])?\s*\?>)?(?:\s|<!--[\s\S]*?-->)*(?:<!DOCTYPE\s+svg(?:\s+PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*')\s+(?:"[^"<>]*"|'[^'<>]*')|\s+SYSTEM\s+(?:"[^"<>]*"|'[^'<>]*'))?\s*>)?/i;
const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const XML = "http://www.w3.org/XML/1998/namespace";

type Scope = ReadonlyMap<string, string>;

/**
 * Reads the elements in the order of the text, the root first. Processing instructions and declarations of entities are no part
 * of what is read. Throws `SvgFault` at the first thing that is not of this kind.
 */
export function readSvg(text: string): readonly SvgElement[] {
  const elements: SvgElement[] = [];
  const open: { readonly written: string; readonly element: SvgElement; readonly scope: Scope }[] = [];
  const prologue = PROLOGUE.exec(text)?.[0] ?? "";
  if (/^<\?xml\s/.test(text) && !prologue.startsWith("<?")) {
    throw new SvgFault("an XML declaration of another version or encoding than XML 1.0 in UTF-8", 0);
  }
  TOKEN.lastIndex = prologue.length;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    const inner = open.at(-1);
    if (groups === undefined) throw new SvgFault(`“${text.slice(at, at + 20).split("\n", 1)[0]}”`, at);
    const { cdata, comment, close, open: written, attributes = "", empty, text: words } = groups;
    if (written !== undefined) {
      if (inner === undefined && elements.length > 0) throw new SvgFault("a second root element", at);
      const { element, scope } = readElement(written, attributes, inner, at);
      elements.push(element);
      if (empty === "") open.push({ written, element, scope });
    } else if (close !== undefined) {
      if (inner?.written !== close) throw new SvgFault(`</${close}> without its beginning`, at);
      open.pop();
    } else if (comment !== undefined) {
      if (comment.includes("--")) throw new SvgFault("a comment with “--” in it", at);
    } else if (inner !== undefined) {
      inner.element.text += cdata ?? (words === undefined ? "" : resolve(words, at));
    } else if (cdata !== undefined || /\S/.test(words ?? "")) {
      throw new SvgFault("text outside the picture", at);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined)
    throw new SvgFault(`<${unclosed.written}> without its end`, unclosed.element.at);
  if (elements.length === 0) throw new SvgFault("no element at all", 0);
  return elements;
}

function readElement(
  written: string,
  attributes: string,
  outer: { readonly element: SvgElement; readonly scope: Scope } | undefined,
  at: number,
): { readonly element: SvgElement; readonly scope: Scope } {
  const begin = at + 1 + written.length;
  const found = [...attributes.matchAll(ATTRIBUTE)].map(({ index, groups }) => ({
    written: groups?.name ?? "",
    value: resolve(groups?.double ?? groups?.single ?? "", begin + index),
    at: begin + index,
  }));
  if (new Set(found.map((one) => one.written)).size < found.length) {
    throw new SvgFault(`an attribute of <${written}> that stands twice`, at);
  }
  const scope = new Map(outer?.scope ?? [["xml", XML]]);
  for (const { written: name, value } of found) {
    if (name === "xmlns") scope.set("", value);
    else if (name.startsWith("xmlns:")) scope.set(name.slice("xmlns:".length), value);
  }
  const namespaceOf = (name: string, otherwise: string): string => {
    const [prefix = "", local] = name.split(":");
    if (local === undefined) return otherwise;
    const namespace = scope.get(prefix);
    if (namespace === undefined) throw new SvgFault(`the prefix “${prefix}:” without its declaration`, at);
    return namespace;
  };
  const element: SvgElement = {
    namespace: namespaceOf(written, scope.get("") ?? ""),
    name: localOf(written),
    attributes: found
      .filter(({ written: name }) => !/^xmlns(?::|$)/.test(name))
      .map((one) => ({ ...one, namespace: namespaceOf(one.written, ""), name: localOf(one.written) })),
    parent: outer?.element,
    text: "",
    at,
  };
  return { element, scope };
}

function localOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Puts the characters in place of references to them. */
function resolve(text: string, at: number): string {
  return text.replace(
    /&(?:#(?<decimal>\d{1,7});|#x(?<hex>[\dA-Fa-f]{1,6});|(?<name>\w+);)?/g,
    (reference, ...rest) => {
      const groups: Readonly<Record<string, string | undefined>> = rest.at(-1);
      const number =
        groups.hex === undefined ? Number(groups.decimal ?? -1) : Number.parseInt(groups.hex, 16);
      if (number > 0 && number <= 0x10ffff) return String.fromCodePoint(number);
      const character = PREDEFINED[groups.name ?? ""];
      if (character === undefined)
        throw new SvgFault(`the reference “${reference}”, which stands for nothing`, at);
      return character;
    },
  );
}
