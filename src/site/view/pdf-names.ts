// What the PDFs of an edition are called, so that one that was sent on still tells what it is.
import type { Manifest } from "../../model/manifest.ts";
import type { EditionKind } from "./site-view.ts";

/** The names of the PDFs beside the site's landing page. */
export interface PdfNames {
  /** The whole pack. */
  readonly whole: string;
  /** The cover summary alone. */
  readonly summary: string;
}

/** The longest that a title may make a name, in characters; some systems refuse names of more than 255 bytes in all. */
const LONGEST = 80;

/** Names the PDFs of an edition by title, edition and date: `harbour-toll-edition-2-2026-02-28.pdf`. */
export function namePdfs(
  { title, edition }: Pick<Manifest, "title" | "edition">,
  kind: EditionKind,
): PdfNames {
  const release = `${kind === "full" ? "full-" : ""}edition-${edition.number}-${edition.date}`;
  const name = foldTitle(title);
  return { whole: `${name}-${release}.pdf`, summary: `${name}-summary-${release}.pdf` };
}

/** Letters of Latin alphabets that are no letter with a mark. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/** A title in the letters that no file system and no host alters; `briefing` where it has none of them. */
function foldTitle(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[ßæœøłđðþ]/g, (letter) => SPELT[letter] ?? "")
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word.slice(0, LONGEST) : `${name}-${word}`;
    if (longer.length > LONGEST) break;
    name = longer;
  }
  return name === "" ? "briefing" : name;
}
