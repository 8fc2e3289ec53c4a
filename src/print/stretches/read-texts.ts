// Reads the texts of a stretch out of a snapshot of its pages: those of the document, and those that styles generate.
import type { SnapshotNode } from "../browser/page-snapshot.ts";
import type { GeneratedSide, GeneratedText, PrintedText } from "../pdf/facts.ts";

/** The texts of a stretch. */
export interface StretchTexts {
  /** What is read, in the order of the document. */
  readonly texts: readonly PrintedText[];
  /** What the browser leaves out of the structure: what styles generate, read or not, and the texts of margins and repeated heads. */
  readonly generated: readonly GeneratedText[];
}

/** The attributes that are read. */
export const READ_ATTRIBUTES = [
  "lang",
  "class",
  "aria-hidden",
  "data-unprinted",
  "data-block",
  "data-note",
  "data-repeated-head",
  "data-split-from",
] as const;

const MARK = /-x-b(\d+-\d+)$/;
const SIDES: Readonly<Record<string, GeneratedSide>> = {
  "::marker": "marker",
  "::before": "before",
  "::after": "after",
};

/** What is known of a place in the tree. */
interface Surroundings {
  readonly page: number;
  /** The marks of the elements around, from the innermost. */
  readonly owners: readonly string[];
  /** The mark of the nearest block; undefined outside of blocks. */
  readonly block: string | undefined;
  /** Whether texts are those of the document: not of the margins, nor of a head that is repeated. */
  readonly own: boolean;
  /** Whether assistive technology is told of them. */
  readonly spoken: boolean;
  /** Whether the element goes on from the page before. */
  readonly continued: boolean;
}

/** Reads the texts of all pages. */
export function readTexts(root: SnapshotNode): StretchTexts {
  const texts: PrintedText[] = [];
  const generated: GeneratedText[] = [];
  let pages = 0;

  const readGenerated = (node: SnapshotNode, side: GeneratedSide, around: Surroundings) => {
    if (!node.visible) return;
    const { page, owners, block } = around;
    const turned = node.backward ? ({ backward: true } as const) : {};
    if (side === "marker" && node.content === "normal") {
      // The browser tags the signs of lists itself, but in the order in which it paints them.
      const text = node.texts.join("");
      const [owner] = owners;
      if (node.backward && around.own && around.spoken && owner !== undefined && /[\p{L}\p{N}]/u.test(text))
        texts.push({ mark: owner, text, page, ...turned });
      return;
    }
    const alternative = readAlternative(node.content);
    // The sign of what goes on is read where it begins.
    const isRepeated = side === "marker" && around.continued;
    const spoken = around.own && around.spoken && alternative !== "" && !isRepeated;
    const apart = !node.inline && side !== "marker";
    for (const text of node.texts) {
      const said = alternative ? { alternative } : {};
      generated.push({ page, owners, side, text, spoken, apart, ...said, ...turned });
    }
    if (!spoken || block === undefined) return;
    texts.push({ mark: block, text: node.texts.join(""), page, ...turned });
  };
  const visit = (node: SnapshotNode, outer: Surroundings) => {
    const side = SIDES[node.name];
    if (side) return readGenerated(node, side, outer);
    if (node.name === "#text") {
      const { page, block, own, spoken, owners } = outer;
      const isHeard = spoken && (node.laidOut || node.firstLetter !== "");
      const text = { page, text: node.value, ...(node.backward ? ({ backward: true } as const) : {}) };
      if (own && block !== undefined)
        texts.push({ ...text, mark: block, ...(isHeard ? {} : ({ unspoken: true } as const)) });
      // Of a text that is all first letter the browser does not say whose it is.
      if (own && spoken && node.firstLetter !== "")
        generated.push({ ...text, text: node.firstLetter, owners, side: "before", spoken, apart: false });
      if (!own || !spoken)
        generated.push({ ...text, owners: [], side: "before", spoken: false, apart: false });
      return;
    }
    const around = enter(node, outer);
    if (around) for (const kid of node.kids) visit(kid, around);
  };
  const enter = ({ name, attributes }: SnapshotNode, outer: Surroundings): Surroundings | undefined => {
    if (name === "script" || name === "style" || attributes.has("data-unprinted")) return undefined;
    const classes = (attributes.get("class") ?? "").split(" ");
    if (classes.includes("pagedjs_page")) {
      pages += 1;
      return { page: pages - 1, owners: [], block: undefined, own: false, spoken: true, continued: false };
    }
    const isArea = classes.includes("pagedjs_page_content") || classes.includes("pagedjs_footnote_area");
    const [, mark] = MARK.exec(attributes.get("lang") ?? "") ?? [];
    const isBlock = attributes.has("data-block") || attributes.has("data-note");
    const hidden = attributes.get("aria-hidden") === "true";
    const repeated = attributes.has("data-repeated-head");
    if (!isArea && mark === undefined && !isBlock && !hidden && !repeated) return outer;
    return {
      page: outer.page,
      owners: mark === undefined ? outer.owners : [mark, ...outer.owners],
      block: isBlock ? (mark ?? "") : outer.block,
      own: (outer.own || isArea) && !repeated,
      spoken: outer.spoken && !hidden,
      continued: attributes.has("data-split-from"),
    };
  };
  visit(root, { page: -1, owners: [], block: undefined, own: false, spoken: true, continued: false });
  return { texts, generated };
}

const STRING = /"((?:[^"\\]|\\.)*)"/g;

/** What is said instead (https://www.w3.org/TR/css-content-3/#alt): "" says that it is decoration; undefined where nothing is named. */
function readAlternative(content: string): string | undefined {
  const strings = [...content.matchAll(STRING)].map(([, text = ""]) => text);
  const [before = "", after] = content.replace(STRING, '"').split("/");
  if (after === undefined || /[^\s"]/.test(after)) return undefined;
  const first = before.split('"').length - 1;
  return strings.slice(first).join("").replace(/\\(.)/g, "$1").trim();
}
