// A checked pack as plain data for the templates: every page, and the print document.
import type { FullText } from "../../model/full-text.ts";
import { passageId, passageTextId } from "../../model/identifiers.ts";
import type { Pack } from "../../model/pack.ts";
import type { Theme } from "../../model/theme.ts";
import { type AboutView, viewAbout } from "./about-view.ts";
import { addressOfImage, addressOfPart, encodePath, FIXED_ADDRESSES } from "./addresses.ts";
import { type ContentsGroup, groupTitle, viewContents } from "./contents-view.ts";
import { type CoverView, viewCover } from "./cover-view.ts";
import { type DateView, viewDate } from "./dates.ts";
import { withEvidenceBeside } from "./evidence-beside.ts";
import { EVIDENCE_NAME, type EvidenceView, viewEvidence } from "./evidence-view.ts";
import { type HandoutView, viewHandout } from "./handout-view.ts";
import { type Links, type LinkTarget, prepareLinks } from "./links.ts";
import { type MarkingView, viewMarking } from "./marking-view.ts";
import { type NamedPart, nameParts } from "./named-parts.ts";
import { formatList } from "./names.ts";
import { type PartView, viewPart } from "./part-view.ts";
import { namePdfs, type PdfNames } from "./pdf-names.ts";
import { type PlaceView, preparePlaces } from "./place-view.ts";
import { type PopoverView, viewPopovers, withPopovers } from "./popover-view.ts";
import { type ReferenceView, viewReference } from "./reference-view.ts";

/** Which release is being made. */
export type EditionKind = "public" | "full";

/** The list of contents as a part. */
interface ContentsPartView {
  readonly kind: "contents";
  readonly slug: "contents";
  readonly title: string;
  readonly shortTitle: string;
  readonly kicker: string;
  readonly outside: false;
  readonly groups: readonly ContentsGroup[];
}

/** The page on which a search can be linked to. */
interface SearchPartView {
  readonly kind: "search";
  readonly slug: "search";
  readonly title: string;
  readonly shortTitle: string;
  readonly kicker: string;
  readonly outside: false;
}

/** Any section of the site or of the print document. */
type SectionView = PartView | ContentsPartView | EvidenceView | AboutView | SearchPartView;

/** A link with its text. */
interface LabelledLink {
  readonly label: string;
  /** A path from the site's root. */
  readonly address: string;
}

/** One page of the site. */
interface PageView {
  /** A path from the site's root. */
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly part: SectionView;
  /** How it is cited. */
  readonly reference: ReferenceView;
  /** Where it stands in the pack. */
  readonly place: PlaceView;
  /** What the buttons beside its citations open. */
  readonly popovers: readonly PopoverView[];
  /** The way from the landing page to this one, without either. */
  readonly trail: readonly LabelledLink[];
  readonly previous: LabelledLink | undefined;
  readonly next: LabelledLink | undefined;
}

/** Everything that templates know. */
export interface SiteView {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly subject: string;
  readonly language: string;
  readonly authors: string;
  readonly audience: string;
  readonly asOf: DateView;
  readonly edition: { readonly kind: EditionKind; readonly label: string; readonly date: DateView };
  readonly marking: MarkingView;
  readonly theme: Theme;
  /** The sign of who publishes the pack: its picture as a path from the site's root. */
  readonly logo: { readonly address: string; readonly alt: string } | undefined;
  readonly cover: CoverView;
  /** Where the pack is hosted. */
  readonly host: string | undefined;
  readonly pdf: boolean;
  /** The PDFs by the names under which they are kept, which tell pack, edition and date. */
  readonly pdfNames: PdfNames;
  readonly addresses: typeof FIXED_ADDRESSES;
  /** What the landing page lists below the summary. */
  readonly overview: readonly ContentsGroup[];
  readonly pages: readonly PageView[];
  /** The sections of the print document after its cover. */
  readonly printed: readonly SectionView[];
  /** The cover summary alone, on two pages. */
  readonly handout: HandoutView | undefined;
}

const SEARCH_PART: SearchPartView = {
  kind: "search",
  slug: "search",
  title: "Search",
  shortTitle: "Search",
  kicker: "Search",
  outside: false,
};

const NO_FULL_TEXTS: ReadonlyMap<string, FullText> = new Map();

/**
 * Makes the view of a pack. `pdf` says whether pages link to the PDF. The full edition needs the full text of every source: which
 * of them are missing is for the caller to find out first.
 */
export function viewSite(pack: Pack, edition: EditionKind, pdf: boolean): SiteView {
  const { manifest } = pack;
  // The public edition does not look at the full texts, so that none of them can get into it.
  const fullTexts = edition === "full" ? pack.evidence.fullTexts : NO_FULL_TEXTS;
  const links = prepareLinks(pack, edition === "full" ? passageTextId : passageId);
  const parts = nameParts(pack, fullTexts);
  const about = viewAbout(pack);
  const pages = viewPages(pack, parts, fullTexts, about, links.web);
  const overview = viewContents(parts, links.web(FIXED_ADDRESSES.landing).hrefOf);
  return {
    title: manifest.title,
    subtitle: manifest.subtitle,
    subject: manifest.subject,
    language: manifest.language,
    authors: formatList(manifest.authors, manifest.language),
    audience: manifest.audience,
    asOf: viewDate(manifest.asOf, manifest.language),
    edition: {
      kind: edition,
      label: `${edition === "full" ? "Full edition" : "Edition"} ${manifest.edition.number}`,
      date: viewDate(manifest.edition.date, manifest.language),
    },
    marking: viewMarking(manifest.marking[edition]),
    theme: pack.theme,
    logo: manifest.logo && {
      address: encodePath(addressOfImage(manifest.logo.file)),
      alt: manifest.logo.alt,
    },
    cover: viewCover(pack),
    host: manifest.address,
    pdf,
    pdfNames: namePdfs(manifest, edition),
    addresses: FIXED_ADDRESSES,
    overview: overview.filter(({ title }) => title !== "Summary"),
    pages,
    printed: viewPrinted(pack, parts, about, links.print),
    handout: viewHandout(pack, parts, links.print),
  };
}

function viewPages(
  pack: Pack,
  parts: readonly NamedPart[],
  fullTexts: ReadonlyMap<string, FullText>,
  about: AboutView,
  linksOf: (from: string) => Links,
): PageView[] {
  const { contents: contentsAddress, evidence: evidenceAddress, about: aboutAddress } = FIXED_ADDRESSES;
  const row = [
    ...parts.map(({ part }) => ({ label: part.shortTitle, address: addressOfPart(part) })),
    { label: EVIDENCE_NAME.shortTitle, address: evidenceAddress },
    { label: about.shortTitle, address: aboutAddress },
  ];
  const placeOf = preparePlaces(parts);
  const rank = new Map(row.map(({ address }, index) => [address, index]));
  const inRow = (address: string): Pick<PageView, "address" | "previous" | "next" | "place"> => {
    const at = rank.get(address) ?? -1;
    return { address, previous: row[at - 1], next: row[at + 1], place: placeOf(address) };
  };
  const { title: packTitle, subject } = pack.manifest;
  const titled = (title: string): string => `${title} – ${packTitle}`;
  const ownPages: PageView[] = parts.map((named) => {
    const { part, kicker } = named;
    const address = addressOfPart(part);
    const landing = part.kind === "summary";
    const shown = withPopovers(linksOf(address), pack, fullTexts);
    return {
      ...inRow(address),
      title: landing ? packTitle : titled(part.shortTitle),
      description: landing ? subject : `${kicker}: ${part.title}. ${subject}`,
      reference: viewReference(pack, part),
      part: viewPart(named, pack, landing ? withEvidenceBeside(shown, pack) : shown),
      popovers: viewPopovers(part, pack, fullTexts, linksOf(address)),
      trail: landing ? [] : [{ label: groupTitle(part), address: contentsAddress }],
    };
  });
  const contents = viewContentsPart(parts, linksOf(contentsAddress).hrefOf, {
    evidence: evidenceAddress,
    about: aboutAddress,
  });
  const evidence = viewEvidence(pack, linksOf(evidenceAddress));
  return [
    ...ownPages,
    {
      ...inRow(contentsAddress),
      title: titled(contents.title),
      description: `${contents.title}: ${subject}`,
      part: contents,
      reference: viewReference(pack, contents),
      popovers: [],
      trail: [],
    },
    {
      ...inRow(evidenceAddress),
      title: titled(evidence.title),
      description: `${evidence.title}: ${subject}`,
      part: evidence,
      reference: viewReference(pack, evidence),
      popovers: [],
      trail: [],
    },
    {
      ...inRow(aboutAddress),
      title: titled(about.title),
      description: `${about.title}: ${subject}`,
      part: about,
      reference: viewReference(pack, about),
      popovers: [],
      trail: [],
    },
    {
      ...inRow(FIXED_ADDRESSES.search),
      next: undefined,
      title: titled(SEARCH_PART.title),
      description: `${SEARCH_PART.title}: ${subject}`,
      part: SEARCH_PART,
      reference: viewReference(pack, SEARCH_PART),
      popovers: [],
      trail: [],
    },
  ];
}

function viewContentsPart(
  parts: readonly NamedPart[],
  hrefOf: (target: LinkTarget) => string,
  hrefs: { readonly evidence: string; readonly about: string },
): ContentsPartView {
  const { kicker, title } = EVIDENCE_NAME;
  const evidence = { kicker, title, href: hrefs.evidence, headings: [] };
  const about = { kicker: "Colophon", title: "About this pack", href: hrefs.about, headings: [] };
  return {
    kind: "contents",
    slug: "contents",
    title: "Contents",
    shortTitle: "Contents",
    kicker: "In this pack",
    outside: false,
    groups: [...viewContents(parts, hrefOf), { title: "About", entries: [evidence, about] }],
  };
}

function viewPrinted(pack: Pack, parts: readonly NamedPart[], about: AboutView, links: Links): SectionView[] {
  return [
    viewContentsPart(parts, links.hrefOf, { evidence: "#evidence", about: "#about" }),
    ...parts.map((named) => viewPart(named, pack, links)),
    // Nothing can be filtered on paper.
    { ...viewEvidence(pack, links), filter: [] },
    about,
  ];
}
