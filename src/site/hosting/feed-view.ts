// The feed of a hosted pack for its template: this edition, and what was corrected (Atom, RFC 4287).
import { createHash } from "node:crypto";
import { formatDate } from "../../model/edtf.ts";
import type { Manifest } from "../../model/manifest.ts";
import { absoluteAddress } from "../filters/absolute-address.ts";
import { FIXED_ADDRESSES } from "../view/addresses.ts";

/** Where the feed stands, from the site's root. */
export const FEED_ADDRESS = "feed.xml";

/** An entry of the feed. Texts hold only characters that XML admits, unescaped. */
interface FeedEntry {
  /** Stays the same in later editions, so that a reader is not told of an entry twice. */
  readonly id: string;
  readonly title: string;
  /** A date with a time, as RFC 3339 has it. */
  readonly updated: string;
  readonly address: string;
  readonly text: string;
}

/** The feed. */
export interface FeedView {
  readonly id: string;
  readonly address: string;
  readonly home: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly rights: string;
  /** The newest first; of one day the edition first. */
  readonly entries: readonly FeedEntry[];
}

/** The feed of a pack that is hosted at `base`. */
export function viewFeed(manifest: Manifest, edition: string, base: string): FeedView {
  const home = absoluteAddress(FIXED_ADDRESSES.landing, base);
  const about = absoluteAddress(FIXED_ADDRESSES.about, base);
  const released = {
    id: `${home}#edition-${manifest.edition.number}`,
    title: xmlText(`${edition}: ${manifest.title}`),
    updated: timeOf(manifest.edition.date),
    address: home,
    text: xmlText(manifest.subject),
  };
  const corrected = manifest.corrections.map(({ date, text }) => ({
    id: `${about}#correction-${date}-${createHash("sha256").update(text).digest("hex").slice(0, 12)}`,
    title: `Correction of ${formatDate(date, manifest.language)}`,
    updated: timeOf(date),
    address: `${about}#about--corrections`,
    text: xmlText(text),
  }));
  const entries = [released, ...corrected].sort((a, b) => compare(b.updated, a.updated));
  return {
    id: home,
    address: absoluteAddress(FEED_ADDRESS, base),
    home,
    title: xmlText(manifest.title),
    subtitle: xmlText(manifest.subject),
    language: manifest.language,
    updated: entries[0]?.updated ?? released.updated,
    authors: manifest.authors.map(xmlText),
    rights: xmlText(manifest.licence.name),
    entries: withoutRepeats(entries),
  };
}

function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Each id once (RFC 4287, section 4.1.1): the same correction may be listed twice by mistake. */
function withoutRepeats(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.id, entry])).values()].reverse();
}

/** Text without what XML 1.0 admits in no form (section 2.2): most control characters, halves of surrogate pairs. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}
