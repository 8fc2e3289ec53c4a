// The blocks of text of an HTML document, in its order, and the nodes that each is made of.
import { parseHTML } from "linkedom";

/** A run of text between the bounds of blocks. */
export interface Block {
  /** As it stands in the document, white space and all. */
  readonly raw: string;
  /** The nodes whose text it is, those of white space alone left out. */
  readonly nodes: readonly Node[];
}

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
/** Elements whose text is not shown. The head is none: what stands in it by mistake is shown in the body. */
const UNSEEN = new Set(["title", "script", "style", "template", "noscript", "svg"]);

/** Parses a page; a piece of HTML becomes the body of one. */
export function parsePage(html: string): Document {
  const whole = /<(?:html|body)\b/i.test(html);
  return parseHTML(whole ? html : `<!doctype html><html><body>${html}</body></html>`).document;
}

/** The paragraphs of HTML that stands within another document. */
export function readHtmlFragment(html: string): readonly string[] {
  return readBlocks(parsePage(html)).map(blockText);
}

/** The text of a block as a passage has it. */
export function blockText({ raw }: Block): string {
  return raw.replace(/\s+/gu, " ").trim();
}

/**
 * Every block of text below a node, in order. Two line breaks in a row part blocks as the bounds of an element do. Nesting may be
 * deep and children many, so no call nests and none takes the children for arguments.
 */
export function readBlocks(root: Node): readonly Block[] {
  const blocks: Block[] = [];
  let open: { raw: string; nodes: Node[]; broken: boolean } = { raw: "", nodes: [], broken: false };
  const close = (): void => {
    if (open.nodes.length > 0) blocks.push({ raw: open.raw, nodes: open.nodes });
    open = { raw: "", nodes: [], broken: false };
  };
  const waiting: (Node | "end of block")[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === "end of block") {
      close();
      continue;
    }
    if (node.nodeType === 3 || node.nodeType === 4) {
      const text = node.textContent ?? "";
      open.raw += text;
      if (/\S/u.test(text)) {
        open.nodes.push(node);
        open.broken = false;
      }
      continue;
    }
    if (node.nodeType !== 1 && node.nodeType !== 9) continue;
    const name = node.nodeName.toLowerCase();
    if (UNSEEN.has(name)) continue;
    if (name === "br") {
      if (open.broken) close();
      open.raw += " ";
      open.broken = true;
    }
    if (BLOCKS.has(name)) {
      close();
      waiting.push("end of block");
    }
    for (const child of [...node.childNodes].reverse()) waiting.push(child);
  }
  close();
  return blocks;
}
