// What a saved page says of itself in its head.
import { calendarDay } from "../../model/edtf.ts";
import { webAddress } from "../../model/text.ts";
import type { FoundData } from "./supplied-document.ts";

/** What the head of a page gives; `title` is one that is told apart from the name of the site. */
export interface PageData extends FoundData {
  /** The title of the window, which often ends with the name of the site. */
  readonly windowTitle: string | undefined;
  /** The texts of its headings of the first level. */
  readonly headings: readonly string[];
}

/** Reads the metadata of a page. */
export function readPageData(document: Document): PageData {
  const meta = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const element = document.querySelector(`meta[name="${name}"],meta[property="${name}"]`);
      const content = oneLine(element?.getAttribute("content"));
      if (content !== undefined) return content;
    }
    return undefined;
  };
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  return {
    title: meta("citation_title", "og:title", "twitter:title"),
    windowTitle: oneLine(document.querySelector("title")?.textContent),
    headings: [...document.querySelectorAll("h1")].flatMap(({ textContent }) => oneLine(textContent) ?? []),
    author: meta("citation_author", "author", "article:author", "parsely-author"),
    containerTitle: meta("citation_journal_title", "og:site_name"),
    issued: dayOf(
      meta("citation_publication_date", "article:published_time", "date", "parsely-pub-date") ?? "",
    ),
    url: webAddress.safeParse(url).data,
    language: document.documentElement.getAttribute("lang") ?? undefined,
  };
}

/**
 * The title of a page without the name of its site: as its metadata give it; else the heading with which the title of the window
 * begins; else the title that the extractor found, unless it took the words before a colon for the name of a site; else whatever
 * there is.
 */
export function choosePageTitle(
  { title, windowTitle, headings, containerTitle }: Omit<PageData, "author" | "issued" | "url" | "language">,
  extracted: string | undefined,
): string | undefined {
  if (title !== undefined) return title;
  if (windowTitle === undefined) return extracted ?? (headings.length === 1 ? headings[0] : undefined);
  const heading = headings
    .filter((text) => text !== containerTitle && windowTitle.startsWith(text))
    .filter((text) => !/^[\p{L}\p{N}]/u.test(windowTitle.slice(text.length)))
    .sort((left, right) => right.length - left.length)[0];
  if (heading !== undefined) return heading;
  const shortened = extracted !== undefined && windowTitle.indexOf(extracted) > 0;
  return shortened ? windowTitle : (extracted ?? windowTitle);
}

/** The day at the head of a time stamp, where there is one. */
export function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text.replaceAll("/", "-"))?.[0];
  return calendarDay.safeParse(day).data;
}

function oneLine(text: string | null | undefined): string | undefined {
  return text?.replace(/\s+/gu, " ").trim() || undefined;
}
