// The last part: how the pack was made, who answers for it, and how it may be used.
import type { Pack } from "../../model/pack.ts";
import type { DateView } from "./dates.ts";
import { viewDate } from "./dates.ts";
import { formatList } from "./names.ts";

/** The part about the pack as its template sees it. */
export interface AboutView {
  readonly kind: "about";
  readonly slug: "about";
  readonly title: string;
  readonly shortTitle: string;
  readonly kicker: string;
  readonly outside: false;
  readonly authors: string;
  readonly audience: string;
  readonly contact: string;
  readonly sources: number;
  readonly passages: number;
  readonly licence: { readonly name: string; readonly url: string | undefined };
  /** The digits of the pack's fingerprint in groups. */
  readonly fingerprint: readonly string[];
  readonly corrections: readonly { readonly date: DateView; readonly text: string }[];
}

/** What the part about the pack says; all of it follows from the manifest and the sources. */
export function viewAbout({ manifest, parts, fingerprint }: Pack): AboutView {
  const sources = parts.filter((part) => part.kind === "source");
  return {
    kind: "about",
    slug: "about",
    title: "About this pack",
    shortTitle: "About this pack",
    kicker: "Colophon",
    outside: false,
    authors: formatList(manifest.authors, manifest.language),
    audience: manifest.audience,
    contact: manifest.contact,
    sources: sources.length,
    passages: sources.reduce((sum, { passages }) => sum + passages, 0),
    licence: { name: manifest.licence.name, url: manifest.licence.url },
    fingerprint: fingerprint.match(/.{1,8}/g) ?? [],
    corrections: manifest.corrections.map(({ date, text }) => ({
      date: viewDate(date, manifest.language),
      text,
    })),
  };
}
