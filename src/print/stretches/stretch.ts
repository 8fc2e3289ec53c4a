// A stretch: some parts in a row that are printed at once; and the page that holds them.
import type { StretchFilling } from "../in-page/fill-stretch.ts";
import type { PageSize } from "../layout/laid-out-part.ts";
import type { PlacedPart } from "../layout/lay-out-parts.ts";
import type { Attributes, LayoutPlan } from "../layout/layout-plan.ts";
import { markAncestors } from "../layout/mark-ancestors.ts";

/** Some parts in a row. */
export interface Stretch {
  readonly parts: readonly PlacedPart[];
  /** How many pages come before it, and how many it has. */
  readonly before: number;
  readonly pages: number;
}

/** A mark that lacks the number of its part. */
const MARK = /\uE000(\^?)(\d+)\uE001/g;

/** About how many pages a stretch has: enough that fonts are not repeated often, so few that little is printed again. */
const PAGES = 80;
/** A document shorter than two of these is printed at once. */
const FEWEST = 24;

/**
 * Groups parts to stretches of about the same number of pages.
 * @param workers how many stretches are printed at the same time
 */
export function groupParts(parts: readonly PlacedPart[], workers: number): readonly Stretch[] {
  const total = parts.reduce((sum, { laidOut }) => sum + laidOut.pages.length, 0);
  const atOnce = Math.min(workers, Math.floor(total / FEWEST));
  const wanted = total / Math.max(1, Math.ceil(total / PAGES), atOnce);
  const groups: PlacedPart[][] = [];
  let taken = 0;
  for (const part of parts) {
    const group = groups.at(-1);
    if (group && taken < wanted * groups.length - part.laidOut.pages.length / 2) group.push(part);
    else groups.push([part]);
    taken += part.laidOut.pages.length;
  }
  return groups.map((group) => ({
    parts: group,
    before: group[0]?.before ?? 0,
    pages: group.reduce((sum, { laidOut }) => sum + laidOut.pages.length, 0),
  }));
}

/** What is filled into the pages of a stretch when it is in a tab. */
export function fillingOf(
  { parts, before }: Stretch,
  plan: LayoutPlan,
  pageNumbers: ReadonlyMap<string, number>,
): StretchFilling {
  const referred = parts.flatMap(({ first, end }) =>
    plan.parts.slice(first, end).flatMap((part) => part.references),
  );
  return {
    before,
    parts: parts.map(({ counted, laidOut: { pages, counters, notes } }) => ({
      pages: pages.length,
      counters:
        `${counters} footnote ${notes} footnote-marker ${notes} page ${(pages[0]?.reset ?? counted) + (pages[0]?.increment ?? 0)}`.trim(),
    })),
    sized: nameSizes(sizesOf(parts)).pages,
    pageNumbers: Object.fromEntries(
      [...new Set(referred)].flatMap((id) => {
        const number = pageNumbers.get(id);
        return number === undefined ? [] : [[id, number] as const];
      }),
    ),
  };
}

/** The size of each page, in order. */
export function sizesOf(parts: Stretch["parts"]): readonly PageSize[] {
  return parts.flatMap(({ laidOut }) => laidOut.pages.map(({ size }) => size));
}

/**
 * Names the sizes of pages. Paged.js sets one size for the whole print, whatever the named pages ask for: pages of another size are cut
 * (https://gitlab.coko.foundation/pagedjs/pagedjs/-/issues/6). It sets it by name, and knows names that the browser does not (A6).
 */
function nameSizes(sizes: readonly PageSize[]): {
  readonly pages: StretchFilling["sized"];
  readonly rules: readonly string[];
} {
  const [first] = sizes;
  if (!first) return { pages: [], rules: [] };
  const names = new Map<string, string>();
  const nameOf = ([width, height]: PageSize) => {
    const rule = `size: ${width}px ${height}px; margin: 0`;
    const name = names.get(rule) ?? (names.size === 0 ? "" : `size-${names.size}`);
    names.set(rule, name);
    return name;
  };
  const pages = sizes.map((size, page) => ({ page, width: size[0], height: size[1], name: nameOf(size) }));
  return {
    pages: pages.filter(({ name }) => name !== ""),
    rules: [...names].map(([rule, name]) => `@page ${name} { ${rule} }`),
  };
}

/**
 * The document that holds a stretch, for the browser to print.
 * @param total how many pages the whole has
 */
export function renderStretch({ parts }: Stretch, plan: LayoutPlan, title: string, total: number): string {
  const ancestors = markAncestors(plan);
  const pages = parts.flatMap(({ first, laidOut }) => {
    const around = plan.parts[first]?.ancestors ?? [];
    return laidOut.pages.map(({ html }) =>
      html.replace(MARK, (_, outer: string, number: string) =>
        outer ? (ancestors.get(around[Number(number)] ?? -1) ?? "") : `${first + 1}-${number}`,
      ),
    );
  });
  const root = [...plan.root, ["data-paginated", ""] as const];
  const sheets = [...plan.sheets.map(askForOwn), nameSizes(sizesOf(parts)).rules.join("\n")];
  const styles = sheets.map((sheet) => `<style>${keepInStyle(sheet)}</style>`).join("\n");
  return `<!doctype html>
<html${renderAttributes(root)}><head><meta charset="utf-8"><title>${escapeText(title)}</title>
${styles}</head>
<body${renderAttributes(plan.body)}><div class="pagedjs_pages" style="--pagedjs-page-count:${total}">${pages.join("")}</div></body></html>`;
}

/**
 * Elements get a language and links an address of the engine's own making before they are printed: styles that ask for these are to
 * find those of the document.
 */
function askForOwn(sheet: string): string {
  return sheet
    .replace(/\[\s*(lang|href)(?=\s*[\]=|~^$*])/g, "[data-own-$1")
    .replace(/\battr\(\s*(lang|href)\b/g, "attr(data-own-$1");
}

/** A style sheet can hold no tag that ends it. */
function keepInStyle(sheet: string): string {
  return sheet.replaceAll("</", "<\\/");
}

function renderAttributes(attributes: Attributes): string {
  return attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`).join("");
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
