// Gives text that runs from right to left its order of reading: the browser paints every line from left to right.
import { runsBackward } from "./content/count-letters.ts";
import { findLineOrder, type PaintedLine, type ReadStrings, UNKNOWN } from "./content/find-line-order.ts";
import type { ContentStream, PageContent, ShownString } from "./content/page-content.ts";
import type { PrintedText } from "./facts.ts";
import type { PrintedElement, PrintedKid } from "./structure/read-structure.ts";
import type { TaggedStretch } from "./tag-generated.ts";

/** What was read of a stretch, in its order of reading. */
export interface OrderedStretch extends TaggedStretch {
  /** How many lines are read as they are painted because their letters are not those of the document. */
  readonly unordered: number;
}

type ContentKid = Extract<PrintedKid, { readonly mcid: number }>;

/** A line of a text: its strings, and the content that they are from. */
interface Line {
  readonly page: number;
  readonly strings: readonly ShownString[];
  readonly fixed: boolean;
}

/** Content that stands side by side in an element: what is painted of one text. */
interface Run {
  readonly kids: readonly ContentKid[];
  readonly block: string;
  readonly lines: readonly Line[];
}

/**
 * Says of each line that is not read as it is painted what it reads as (ISO 32000-1, 14.9.4), and tells its content apart; what
 * is painted stays as it is, since programs that read pages and not the structure put it in order by themselves.
 */
export function orderText(tagged: TaggedStretch, texts: readonly PrintedText[]): OrderedStretch {
  const blocks = new Map<string, string[]>();
  for (const { mark, text } of texts) {
    const known = blocks.get(mark);
    if (known) known.push(text);
    else blocks.set(mark, [text]);
  }
  const backward = new Set(texts.filter(runsBackward).map(({ mark }) => mark));
  const turned = new Set(texts.filter((text) => text.backward).map(({ mark }) => mark));
  if (backward.size === 0) return { ...tagged, unordered: 0 };

  const runs = listRuns(tagged, new Set(blocks.keys())).filter(({ block }) => backward.has(block));
  const orders = new Map<Line, readonly ReadStrings[]>();
  let unordered = 0;
  for (const mark of backward) {
    const lines = runs.filter(({ block }) => block === mark).flatMap((run) => run.lines);
    const found = findLineOrder(lines.map(describe), (blocks.get(mark) ?? []).join(""));
    for (const [index, order] of found.entries()) {
      const line = lines[index];
      if (order !== UNKNOWN) {
        if (line && order) orders.set(line, order);
      } else if (
        turned.has(mark) ||
        line?.strings.some(({ glyphs }) => runsBackward({ text: glyphs.join("") }))
      )
        unordered += 1;
    }
  }
  return { ...(orders.size === 0 ? tagged : rewrite(tagged, runs, orders)), unordered };
}

const PICTURES = new Set(["img", "svg", "canvas", "object"]);

function listRuns({ printed, contents }: TaggedStretch, blocks: ReadonlySet<string>): readonly Run[] {
  const shown = contents.map((content) => {
    const strings = new Map<number, ShownString[]>();
    for (const string of content.shown) {
      if (string.mcid === undefined) continue;
      const known = strings.get(string.mcid);
      if (known) known.push(string);
      else strings.set(string.mcid, [string]);
    }
    return strings;
  });
  const runs: Run[] = [];
  const visit = (kids: readonly PrintedKid[], block: string, fixed: boolean) => {
    let open: ContentKid[] = [];
    const endRun = () => {
      if (open.length === 0) return;
      const strings = open.flatMap((kid) => shown[kid.page]?.get(kid.mcid) ?? []);
      runs.push({ kids: open, block, lines: splitLines(strings, fixed) });
      open = [];
    };
    for (const kid of kids) {
      if ("mcid" in kid) {
        open.push(kid);
        continue;
      }
      endRun();
      if (!("role" in kid)) continue;
      const isPicture = PICTURES.has(kid.facts?.tag ?? "") || kid.facts?.replacement !== undefined;
      visit(kid.kids, blocks.has(kid.mark) ? kid.mark : block, fixed || isPicture);
    }
    endRun();
  };
  visit(printed, "", false);
  return runs;
}

/** A new line begins further down or up than letters are raised. */
const RAISED = 0.6;

function splitLines(strings: readonly ShownString[], fixed: boolean): readonly Line[] {
  const lines: ShownString[][] = [];
  for (const string of strings) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame =
      first?.page === string.page &&
      Math.abs(first.y - string.y) <= RAISED * Math.max(first.size, string.size);
    if (line && isSame) line.push(string);
    else lines.push([string]);
  }
  return lines.map((line) => ({ page: line[0]?.page ?? 0, strings: line, fixed }));
}

function describe({ strings, fixed }: Line): PaintedLine {
  return {
    strings: strings.map(({ glyphs }) => glyphs.join("")),
    ends: strings.map(({ stream, textObject }, index) => {
      const next = strings[index + 1];
      return next?.stream !== stream || next.textObject !== textObject;
    }),
    fixed,
  };
}

/** Gives the content of lines that are not read as they are painted numbers of its own, in elements that say what they read as. */
function rewrite(
  { printed, contents, given, apart, unused, ...rest }: TaggedStretch,
  runs: readonly Run[],
  orders: ReadonlyMap<Line, readonly ReadStrings[]>,
): TaggedStretch {
  const numbers = new Map<ShownString, number>();
  const newGiven = new Map<ContentStream, Map<number, number>>();
  for (const [stream, known] of given) newGiven.set(stream, new Map(known));
  const newApart = new Set(apart);
  let next = unused;
  const number = (strings: readonly ShownString[], page: number, wasApart: boolean): ContentKid => {
    const mcid = next;
    next -= 1;
    for (const string of strings) {
      numbers.set(string, mcid);
      const known = newGiven.get(string.stream) ?? new Map<number, number>();
      newGiven.set(string.stream, known.set(string.start, mcid));
    }
    if (wasApart) newApart.add(`${page}:${mcid}`);
    return { page, mcid };
  };
  const replaced = new Map<PrintedKid, readonly PrintedKid[]>();
  for (const { kids, lines } of runs) {
    if (!lines.some((line) => orders.has(line))) continue;
    const wasApart = kids.some(({ page, mcid }) => apart.has(`${page}:${mcid}`));
    const inner = lines.flatMap((line) => {
      const order = orders.get(line) ?? [{ first: 0, end: line.strings.length }];
      return order.map(({ first, end, reads }): PrintedKid => {
        const content = number(line.strings.slice(first, end), line.page, wasApart);
        return reads === undefined ? content : wrap(content, reads);
      });
    });
    for (const [index, kid] of kids.entries()) replaced.set(kid, index === 0 ? inner : []);
  }
  const place = (kids: readonly PrintedKid[]): readonly PrintedKid[] =>
    kids.flatMap((kid) => replaced.get(kid) ?? ("role" in kid ? [{ ...kid, kids: place(kid.kids) }] : [kid]));
  return {
    ...rest,
    printed: place(printed),
    contents: contents.map((content) => renumber(content, numbers)),
    given: newGiven,
    apart: newApart,
    unused: next,
  };
}

function renumber(content: PageContent, numbers: ReadonlyMap<ShownString, number>): PageContent {
  const shown = content.shown.map((string) => {
    const mcid = numbers.get(string);
    return mcid === undefined ? string : { ...string, mcid };
  });
  return { ...content, shown };
}

function wrap(content: ContentKid, reads: string): PrintedElement {
  return { role: "Span", mark: "", facts: { tag: "span" }, reads, attributes: [], kids: [content] };
}
