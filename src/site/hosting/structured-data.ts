// What a page says of itself to programs: schema.org in JSON-LD, of the pack and of the sources that it cites.
import type { RecordField } from "../../model/bibliography.ts";
import type { Pack, SourcePart } from "../../model/pack.ts";
import { absoluteAddress } from "../filters/absolute-address.ts";
import { addressOfPart } from "../view/addresses.ts";
import { viewDate } from "../view/dates.ts";
import type { SiteView } from "../view/site-view.ts";

/** A node of JSON-LD; what is undefined is left out. */
type Node = Readonly<Record<string, unknown>>;

/** Where the pack is hosted, and what lies there beside its pages; paths from the site's root. */
export interface HostedFiles {
  readonly base: string;
  readonly card: string;
}

/**
 * The data of every page by its address, each as the text of a `script` element of type `application/ld+json`, which no page runs.
 * Of a source it says what the document gives, never what was inferred or supplied.
 */
export function viewStructuredData(pack: Pack, site: SiteView, files: HostedFiles): Record<string, string> {
  const sources = new Map(
    pack.parts.flatMap((part) => (part.kind === "source" ? [[addressOfPart(part), part] as const] : [])),
  );
  const pages = site.pages.map(({ address, title }) => {
    const source = sources.get(address);
    const node =
      address === site.addresses.landing
        ? describePack(pack, site, files)
        : {
            "@type": "WebPage",
            "@id": absoluteAddress(address, files.base),
            url: absoluteAddress(address, files.base),
            name: title,
            inLanguage: site.language,
            isPartOf: { "@id": idOfPack(files.base) },
            mainEntity: source && describeSource(source, files.base),
          };
    return [address, formatScript({ "@context": "https://schema.org", ...node })] as const;
  });
  return Object.fromEntries(pages);
}

/** The pack as a Report: https://schema.org/Report. */
function describePack({ manifest, parts }: Pack, site: SiteView, { base, card }: HostedFiles): Node {
  const { landing, pdf } = site.addresses;
  return {
    "@type": "Report",
    "@id": idOfPack(base),
    url: absoluteAddress(landing, base),
    name: manifest.title,
    alternativeHeadline: manifest.subtitle,
    description: manifest.subject,
    inLanguage: manifest.language,
    version: String(manifest.edition.number),
    datePublished: manifest.edition.date,
    // The manifest does not say which of them are persons and which are bodies.
    author: manifest.authors.map((name) => ({ name })),
    audience: { "@type": "Audience", audienceType: manifest.audience },
    license: manifest.licence.url ?? manifest.licence.name,
    image: absoluteAddress(card, base),
    encoding: site.pdf
      ? { "@type": "MediaObject", encodingFormat: "application/pdf", contentUrl: absoluteAddress(pdf, base) }
      : undefined,
    correction: present(
      manifest.corrections.map(({ date, text }) => ({
        "@type": "CorrectionComment",
        datePublished: date,
        text,
      })),
    ),
    citation: present(parts.flatMap((part) => (part.kind === "source" ? [describeSource(part, base)] : []))),
  };
}

/** A source as a CreativeWork: https://schema.org/CreativeWork. */
function describeSource(source: SourcePart, base: string): Node {
  const { csl } = source;
  const page = absoluteAddress(addressOfPart(source), base);
  const given = <T>(field: RecordField, value: T | undefined): T | undefined =>
    source.standings.some((standing) => standing.field === field && standing.kind === "given")
      ? value
      : undefined;
  const container = given("container-title", csl["container-title"]);
  const publisher = given("publisher", csl.publisher);
  const issued = given("issued", csl.issued);
  return {
    "@type": "CreativeWork",
    "@id": `${page}#document`,
    identifier: source.id,
    name: given("title", csl.title),
    author: given("author", csl.author)?.map((name) =>
      "literal" in name
        ? { name: name.literal }
        : { "@type": "Person", givenName: name.given, familyName: name.family },
    ),
    // A date in doubt is none that schema.org could hold.
    datePublished: issued === undefined ? undefined : viewDate(issued, csl.language).machine,
    isPartOf: container === undefined ? undefined : { "@type": "CreativeWork", name: container },
    publisher: publisher === undefined ? undefined : { name: publisher },
    url: given("URL", csl.URL),
    inLanguage: csl.language,
    subjectOf: { "@id": page },
  };
}

function idOfPack(base: string): string {
  return `${absoluteAddress("index.html", base)}#pack`;
}

function present<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** JSON that can stand in a `script` element: nothing in it can end the element or open a comment. */
function formatScript(node: Node): string {
  return JSON.stringify(node).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
