// Ties what styles generate to its elements: in the content of pages, and in the structure.
import { fold, type GeneratedMatch, matchGenerated } from "./content/match-generated.ts";
import type { ContentStream, PageContent, ShownString } from "./content/page-content.ts";
import type { GeneratedText, StretchFacts } from "./facts.ts";
import { type PlacedText, placeGenerated } from "./structure/place-generated.ts";
import type { PrintedElement, PrintedKid } from "./structure/read-structure.ts";

/** The numbers of content that the browser gave none, by the stream and where in it the content begins. */
export type GivenNumbers = ReadonlyMap<ContentStream, ReadonlyMap<number, number>>;

/** What was read of a stretch, with what styles generate. */
export interface TaggedStretch {
  readonly printed: readonly PrintedKid[];
  readonly contents: readonly PageContent[];
  readonly given: GivenNumbers;
  /** The numbers of what is read as words of its own, by page. */
  readonly apart: ReadonlySet<string>;
  /** Numbers from here on downwards are given to nothing yet. */
  readonly unused: number;
  /** What is to be read and was not found among what the pages show. */
  readonly lost: readonly GeneratedText[];
}

/** Numbers of its own making are below those that have a meaning. */
const FIRST_NUMBER = -10;

/** Tags the generated texts of a stretch that are to be read; the others stay artifacts. */
export function tagGenerated(
  printed: readonly PrintedKid[],
  contents: readonly PageContent[],
  { generated, elements }: StretchFacts,
  pageOf: (annotation: number) => number | undefined,
): TaggedStretch {
  const labels = readLabels(printed, contents, generated);
  const given = new Map<ContentStream, Map<number, number>>();
  const texts: PlacedText[] = [];
  const apart = new Set<string>();
  const lost: GeneratedText[] = [];
  const pages = groupByPage(generated);
  const numbered = contents.map((content, page): PageContent => {
    const { shown } = content;
    const items = (pages.get(page) ?? []).filter((item) => !isTagged(item, labels));
    const matches = matchGenerated(items, shown);
    const found = new Set(matches.map(({ item }) => item));
    lost.push(...items.filter((item) => item.spoken && fold(item.text) !== "" && !found.has(item)));
    const groups = groupMatches(matches.filter(({ item }) => item.spoken));
    const numbers = new Map<ShownString, number>();
    for (const { item, at } of groups) {
      const mcid = FIRST_NUMBER - texts.length;
      const { owners, side, alternative } = item;
      if (item.apart) apart.add(`${page}:${mcid}`);
      const [first = 0, last = 0] = [at[0], at.at(-1)];
      texts.push({
        page,
        mcid,
        owners,
        side,
        ...(alternative === undefined ? {} : { alternative }),
        previous: findNumber(shown, first, -1),
        following: findNumber(shown, last, 1),
      });
      for (const place of at) {
        const string = shown[place];
        if (!string) continue;
        numbers.set(string, mcid);
        const known = given.get(string.stream) ?? new Map<number, number>();
        given.set(string.stream, known.set(string.start, mcid));
      }
    }
    if (numbers.size === 0) return content;
    return {
      ...content,
      shown: shown.map((string) => {
        const mcid = numbers.get(string);
        return mcid === undefined ? string : { ...string, mcid };
      }),
    };
  });
  return {
    printed: placeGenerated(printed, texts, elements, pageOf),
    contents: numbered,
    given,
    apart,
    unused: FIRST_NUMBER - texts.length,
    lost,
  };
}

/** The number of the nearest string that has one, before or after a place. */
function findNumber(shown: readonly ShownString[], from: number, step: 1 | -1): number | undefined {
  let at = from;
  while (shown[at] && shown[at]?.mcid === undefined) at += step;
  return shown[at]?.mcid;
}

function groupByPage(generated: readonly GeneratedText[]): ReadonlyMap<number, readonly GeneratedText[]> {
  const pages = new Map<number, GeneratedText[]>();
  for (const item of generated) {
    const known = pages.get(item.page);
    if (known) known.push(item);
    else pages.set(item.page, [item]);
  }
  return pages;
}

/** The items of one `content` are one text. */
function groupMatches(matches: readonly GeneratedMatch[]): readonly GeneratedMatch[] {
  const groups: GeneratedMatch[] = [];
  for (const match of matches) {
    const last = groups.at(-1);
    const { owners, side } = match.item;
    const joins = last?.item.owners[0] === owners[0] && last?.item.side === side;
    const follows = match.at[0] === (last?.at.at(-1) ?? -1) + 1;
    if (last && joins && (follows || side !== "marker"))
      groups.splice(-1, 1, { ...last, at: [...last.at, ...match.at] });
    else groups.push(match);
  }
  return groups;
}

/** What the browser itself tagged as labels, by the mark of the item and the page. */
function readLabels(
  printed: readonly PrintedKid[],
  contents: readonly PageContent[],
  generated: readonly GeneratedText[],
): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  if (!generated.some(({ side }) => side === "marker")) return labels;
  const read = (kids: readonly PrintedKid[], mark: string) => {
    for (const kid of kids) {
      if ("role" in kid) read(kid.kids, mark);
      else if ("mcid" in kid) {
        const strings = contents[kid.page]?.shown.filter(({ mcid }) => mcid === kid.mcid) ?? [];
        const text = strings.flatMap(({ glyphs }) => glyphs).join("");
        const key = `${mark}:${kid.page}`;
        labels.set(key, (labels.get(key) ?? "") + fold(text));
      }
    }
  };
  const visit = (element: PrintedElement) => {
    for (const kid of element.kids) {
      if (!("role" in kid)) continue;
      if (kid.role === "Lbl" && element.mark !== "") read(kid.kids, element.mark);
      else visit(kid);
    }
  };
  for (const kid of printed) if ("role" in kid) visit(kid);
  return labels;
}

function isTagged({ side, owners, page, text }: GeneratedText, labels: ReadonlyMap<string, string>): boolean {
  return side === "marker" && (labels.get(`${owners[0]}:${page}`) ?? "").includes(fold(text));
}
