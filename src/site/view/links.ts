// How the text of a part links to the rest of the pack: between pages on the web, within one document in print.
import type { ProseView } from "../../markdown/render.ts";
import { type Pack, type Part, type SourcePart, sourcesOf } from "../../model/pack.ts";
import { relativeAddress } from "../filters/relative-address.ts";
import { addressOfImage, addressOfPart, encodePath, FIXED_ADDRESSES } from "./addresses.ts";
import { indexCitations } from "./cited-in.ts";

/** Where a link may lead: a part, or an element of it. */
export interface LinkTarget {
  /** The slug of the part. */
  readonly part: string;
  readonly id: string | undefined;
}

/** Makes the links of one page, or of the print document. */
export interface Links {
  /** What rendering the text of a part must be told. */
  readonly prose: (part: Part) => ProseView;
  /** The address of a part or of an element of it. */
  readonly hrefOf: (target: LinkTarget) => string;
  /** Whether notes stand at the foot of the pages that call them, as in print. */
  readonly notesAtFoot: boolean;
  /** The address to which a citation of a passage leads; the source's where no passage is named. */
  readonly hrefOfPassage: (source: Pick<SourcePart, "id" | "slug">, passage: number | undefined) => string;
}

/**
 * Prepares what all pages share, once for a pack, and returns the makers of links. `idOfPassage` says to which element a citation
 * of a passage leads.
 */
export function prepareLinks(
  pack: Pack,
  idOfPassage: (sourceId: string, passage: number) => string,
): {
  /** Links on the page `from`, a path from the site's root. */
  readonly web: (from: string) => Links;
  readonly print: Links;
} {
  const parts = new Map(pack.parts.map((part) => [part.slug, part]));
  const files = new Map(pack.parts.map((part) => [part.file, { slug: part.slug }]));
  const sources = new Map(sourcesOf(pack.parts).map((part) => [part.key, { id: part.id, slug: part.slug }]));
  const citedIn = indexCitations(pack);
  const links = (hrefOf: Links["hrefOf"], from: string, inPrint = false): Links => ({
    hrefOf,
    notesAtFoot: inPrint,
    hrefOfPassage: ({ id, slug }, passage) =>
      hrefOf({ part: slug, id: passage === undefined ? undefined : idOfPassage(id, passage) }),
    prose: ({ file, slug }) => ({
      from: { file, slug },
      hrefOf,
      partOfFile: (other) => files.get(other),
      sourceOf: (key) => sources.get(key),
      imageHref: (image) => relativeAddress(encodePath(addressOfImage(image)), from),
      citedIn,
      idOfPassage,
      sourceLines: inPrint,
    }),
  });
  const webHref =
    (from: string) =>
    ({ part, id }: LinkTarget): string => {
      const target = parts.get(part);
      const address = target === undefined ? from : addressOfPart(target);
      const fragment = id ?? (address === from ? part : undefined);
      return relativeAddress(fragment === undefined ? address : `${address}#${fragment}`, from);
    };
  return {
    web: (from) => links(webHref(from), from),
    print: links(({ part, id }) => `#${id ?? part}`, FIXED_ADDRESSES.print, true),
  };
}
