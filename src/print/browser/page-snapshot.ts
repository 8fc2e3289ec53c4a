// A page as the browser has laid it out, with what styles generate: the tree of its nodes, as plain data.
import type { CDPSession } from "puppeteer";

/** An element, a text, or what styles put beside the content of an element. */
export interface SnapshotNode {
  /** In lower case; `#text` for text, `::before` and the like for what styles generate. */
  readonly name: string;
  /** Those that were asked for. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The text of a text node, as the document has it. */
  readonly value: string;
  /** For what is generated: its texts, counters resolved, one for each item of `content`. */
  readonly texts: readonly string[];
  /** For what is generated: the computed value of `content`. */
  readonly content: string;
  /** For what is generated: whether it stands in the line of the text around it. */
  readonly inline: boolean;
  /** Whether text in it runs from right to left, as far as that is known: of what is laid out. */
  readonly backward: boolean;
  /** Whether it is laid out; text is without its first letter where that has a style of its own. */
  readonly laidOut: boolean;
  /** Whether it is laid out, and visible; of an element. */
  readonly visible: boolean;
  /** Of a text: all of it as it is painted, where all of it is a first letter in a style of its own. */
  readonly firstLetter: string;
  /** In reading order: a marker and what is generated before come first, what is generated after comes last. */
  readonly kids: readonly SnapshotNode[];
}

/** The generated boxes that hold text of their own; those of a first letter or line hold the document's. */
const GENERATED = new Map([
  ["marker", 0],
  ["before", 1],
  ["after", 3],
  ["first-letter", 5],
]);
const [AMONG, PASSED_OVER, FIRST_LETTER] = [2, 4, 5];
const STYLES = ["content", "visibility", "display", "direction"];

interface OpenNode extends SnapshotNode {
  readonly texts: string[];
  content: string;
  inline: boolean;
  backward: boolean;
  laidOut: boolean;
  visible: boolean;
  firstLetter: string;
  kids: OpenNode[];
  readonly rank: number;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Takes a snapshot of a page, with some attributes of its elements: no other means tells the text of counters (https://www.w3.org/TR/css-content-3/). */
export async function takeSnapshot(
  session: CDPSession,
  attributes: readonly string[],
): Promise<SnapshotNode> {
  const { documents, strings } = await session.send("DOMSnapshot.captureSnapshot", {
    computedStyles: STYLES,
  });
  const [document] = documents;
  if (!document) throw new Error("The browser has taken no snapshot of the page.");
  const { nodes, layout } = document;
  const read = (index: number | undefined) => strings[index ?? -1] ?? "";
  const pseudo = new Map(
    nodes.pseudoType?.index.map((node, at) => [node, read(nodes.pseudoType?.value[at])]),
  );
  const names = new Map(attributes.map((name) => [strings.indexOf(name), name]));
  names.delete(-1);
  const parents = nodes.parentIndex ?? [];
  const open = parents.map((_, index): OpenNode => {
    const kind = pseudo.get(index);
    const listed = kind === undefined ? (nodes.attributes?.[index] ?? []) : [];
    let own: Map<string, string> | undefined;
    for (let at = 0; at < listed.length; at += 2) {
      const asked = names.get(listed[at] ?? -1);
      if (asked === undefined) continue;
      own ??= new Map();
      own.set(asked, read(listed[at + 1]));
    }
    const name = kind === undefined ? read(nodes.nodeName?.[index]).toLowerCase() : `::${kind}`;
    const rank = kind === undefined ? AMONG : (GENERATED.get(kind) ?? PASSED_OVER);
    const value = name === "#text" ? read(nodes.nodeValue?.[index]) : "";
    return {
      name,
      attributes: own ?? NO_ATTRIBUTES,
      value,
      texts: [],
      content: "",
      inline: true,
      backward: false,
      laidOut: false,
      visible: false,
      firstLetter: "",
      kids: [],
      rank,
    };
  });
  for (const [index, node] of open.entries()) {
    if (node.rank < PASSED_OVER) open[parents[index] ?? -1]?.kids.push(node);
  }
  /** The first letter of elements that have one in a style of its own. */
  const letters = new Map<number, string>();
  for (const [at, index] of layout.nodeIndex.entries()) {
    const node = open[index];
    if (!node) continue;
    node.laidOut = true;
    const text = layout.text[at] ?? -1;
    node.backward = read(layout.styles[at]?.[3]) === "rtl";
    if (text >= 0) {
      if (node.rank === FIRST_LETTER) letters.set(parents[index] ?? -1, read(text));
      else if (node.rank !== AMONG) node.texts.push(read(text));
      continue;
    }
    const [content, visibility, display] = layout.styles[at] ?? [];
    node.content = read(content);
    node.visible = read(visibility) === "visible";
    node.inline = read(display) === "inline";
  }
  for (const { kids } of open) {
    if (kids.some(({ rank }) => rank !== AMONG)) kids.sort((one, other) => one.rank - other.rank);
  }
  for (const [index, letter] of letters) {
    const owner = findLacking(open[index]?.kids ?? []);
    if (owner?.name !== "#text") owner?.texts.unshift(letter);
    else if (owner.value.trim().toLowerCase() === letter.trim().toLowerCase()) owner.firstLetter = letter;
  }
  const [root] = open;
  if (!root) throw new Error("The browser has taken an empty snapshot of the page.");
  return root;
}

/** Whose first letter it is that stands in a style of its own: that of what is generated before any text of the document, or of that text. */
function findLacking(kids: readonly OpenNode[]): OpenNode | undefined {
  for (const kid of kids) {
    if (lacksLetter(kid) || (kid.name === "#text" && kid.value.trim() !== "")) return kid;
    const found = findLacking(kid.kids);
    if (found) return found;
  }
  return undefined;
}

/** Whether something is generated without its first letter; the content of a box of its own has it. */
function lacksLetter({ name, texts: [text], content, inline }: SnapshotNode): boolean {
  if (name !== "::before" || text === undefined) return false;
  const [, start] = /^"((?:[^"\\]|\\.)+)/.exec(content) ?? [];
  return start === undefined ? inline : !text.toLowerCase().startsWith(start.toLowerCase());
}
