// Reads a small XML document strictly, with namespaces: what is not well-formed is an error.

/** An element, its names written as "namespace local". */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside. */
  readonly text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const XML = "http://www.w3.org/XML/1998/namespace";

/**
 * Reads a document and returns its root element.
 * @throws Error where it is not well-formed or uses a prefix that is not declared.
 */
export function readXml(source: string): XmlElement {
  const top = open("", new Map(), new Map([["xml", XML]]));
  const stack = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`not well-formed at "${source.slice(start, start + 30)}"`);
    const [, ending, name, attributes = "", isEmpty, text] = match;
    const inner = stack.at(-1) ?? top;
    if (ending !== undefined) {
      if (stack.length === 1 || inner.tag !== ending) throw new Error(`</${ending}> ends what is not open`);
      stack.pop();
    } else if (name !== undefined) {
      const element = open(name, readAttributes(attributes), inner.prefixes);
      inner.children.push(element);
      if (!isEmpty) stack.push(element);
    } else if (text !== undefined) inner.text += decode(text);
  }
  const [root] = top.children;
  if (stack.length > 1) throw new Error(`<${stack.at(-1)?.tag}> is not ended`);
  if (!root || top.children.length > 1) throw new Error("there is not one root element");
  return root;
}

interface OpenElement extends XmlElement {
  readonly tag: string;
  readonly children: OpenElement[];
  readonly prefixes: ReadonlyMap<string, string>;
  text: string;
}

function open(
  tag: string,
  written: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): OpenElement {
  const declared = [...written].filter(([name]) => /^xmlns(:|$)/.test(name));
  const prefixes = new Map([...outer, ...declared.map(([name, value]) => [name.slice(6), value] as const)]);
  const expand = (name: string, isAttribute: boolean): string => {
    const [local = "", prefix = ""] = name.split(":").reverse();
    if (prefix === "" && isAttribute) return ` ${local}`;
    const namespace = prefixes.get(prefix);
    if (prefix && namespace === undefined) throw new Error(`the prefix ${prefix} is not declared`);
    return `${namespace ?? ""} ${local}`;
  };
  const attributes = new Map(
    [...written]
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, value]) => [expand(name, true), value] as const),
  );
  return { tag, name: expand(tag, false), attributes, prefixes, children: [], text: "" };
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  return new Map(
    [...source.matchAll(ATTRIBUTE)].map(([, name = "", one, two]) => [name, decode(one ?? two ?? "")]),
  );
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/gi,
    (whole, hex?: string, decimal?: string, name = "") => {
      const known =
        hex || decimal
          ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
          : ENTITIES[name];
      if (known === undefined) throw new Error(`"${whole}" is no reference`);
      return known;
    },
  );
}
