// Pandoc's citation syntax with Bluebook signals: text to citation items, no tokens involved.
import { parsePassages } from "../model/passages.ts";
import type { CitationItem, Signal } from "../model/prose.ts";
import { quotesWords } from "../model/quotation-marks.ts";

/** What is wrong with a citation: the message, and what to write instead. */
export interface CitationFault {
  readonly code: "malformed-citation" | "malformed-locator" | "unknown-signal";
  readonly message: string;
  readonly fix: string;
}

const SIGNALS: ReadonlyMap<string, Signal> = new Map([
  ["", "none"],
  ["see", "see"],
  ["see also", "see also"],
  ["accord", "accord"],
  ["cf.", "cf."],
  ["cf", "cf."],
  ["but see", "but see"],
  ["contra", "contra"],
]);

const ITEM = /^([^@]*?)@([A-Za-z0-9_][\w-]*)\s*(.*)$/su;
const LOCATOR =
  /^(?:¶{1,2}|paras?\.?(?=[\s\d]))\s*\d+(?:\s*[–-]\s*\d+)?(?:\s*,\s*\d+(?:\s*[–-]\s*\d+)?)*(?=\s*(?:,|$))/u;
const SPEAKER = /^(?:quoting|paraphrasing|citing)\s+(.+)$/su;

/** Whether text between square brackets is meant as a citation: a key after `@` at the start, a space or a semicolon. */
export function looksLikeCitation(inner: string): boolean {
  return /(?:^|[\s;-])@/.test(inner) && !/\]|\[/.test(inner);
}

/**
 * Reads the inside of a citation's brackets: `see @post, ¶3, quoting George Barros; @bryen, ¶¶13–14`.
 * Items are separated by semicolons; a locator is `¶3`, `¶¶3–5`, `¶¶3, 7–9`, `para. 3` or `paras. 3-5`.
 */
export function parseCitation(inner: string): readonly CitationItem[] | CitationFault {
  const items: CitationItem[] = [];
  for (const piece of inner.split(";")) {
    const item = parseItem(piece.trim());
    if ("code" in item) return item;
    items.push(item);
  }
  return items;
}

function parseItem(text: string): CitationItem | CitationFault {
  const match = ITEM.exec(text);
  const [, prefix = "", key = "", rest = ""] = match ?? [];
  if (match === null) {
    return {
      code: "malformed-citation",
      message: `“${text}” is no citation: it has no key after “@”`,
      fix: "Write [@key, ¶3], with a semicolon between several sources.",
    };
  }
  const signal = SIGNALS.get(prefix.trim().toLowerCase());
  if (signal === undefined) {
    return {
      code: "unknown-signal",
      message: `“${prefix.trim()}” before “@${key}” is not a signal`,
      fix: "Use see, see also, accord, cf., but see or contra; put other words after the locator.",
    };
  }
  return parseAfterKey(signal, key, rest.trim());
}

function parseAfterKey(signal: Signal, key: string, rest: string): CitationItem | CitationFault {
  if (rest === "") return { signal, key, passages: [], suffix: "", speaker: undefined };
  if (!rest.startsWith(",")) {
    return {
      code: "malformed-citation",
      message: `“${rest}” follows “@${key}” without a comma`,
      fix: `Write [@${key}, ${rest}].`,
    };
  }
  const after = rest.slice(1).trim();
  const locator = LOCATOR.exec(after)?.[0];
  const passages = locator === undefined ? undefined : parsePassages(locator);
  if (locator === undefined || passages === undefined) return locatorFault(key, after);
  const suffix = after
    .slice(locator.length)
    .replace(/^\s*,\s*/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (quotesWords(suffix)) return quotedSuffix(key);
  return { signal, key, passages, suffix, speaker: SPEAKER.exec(suffix)?.[1]?.replace(/[.,]$/, "") };
}

/** The words of a citation are not compared with the document, as quotations are. */
function quotedSuffix(key: string): CitationFault {
  return {
    code: "malformed-citation",
    message: `the citation of “@${key}” holds quoted words after its passages`,
    fix: "Quote in the text, where quotations are compared with the document, and cite after the words.",
  };
}

function locatorFault(key: string, found: string): CitationFault {
  return {
    code: "malformed-locator",
    message: `“${found}” after “@${key}” does not begin with passages in ascending order, counted from 1`,
    fix: `Cite passages: [@${key}, ¶3], [@${key}, ¶¶3–5] or [@${key}, ¶¶3, 7–9]; words come after the passages and a comma.`,
  };
}
