// What templates need beside the view of the pack: what each page loads, and what a hosted pack says of itself.
import type { Pack } from "../../model/pack.ts";
import type { Asset, Assets } from "../assets.ts";
import { absoluteAddress } from "../filters/absolute-address.ts";
import type { SiteView } from "../view/site-view.ts";
import { FEED_ADDRESS, type FeedView, viewFeed } from "./feed-view.ts";
import { composeMetaPolicy } from "./policy.ts";
import { REFERRER_POLICY } from "./response-headers.ts";
import { viewStructuredData } from "./structured-data.ts";

/** A file as a page names it. */
type LoadedFile = Pick<Asset, "path" | "integrity">;

/** The data of templates under the name `hosting`. */
export interface HostingView {
  readonly styles: LoadedFile;
  readonly scripts: readonly LoadedFile[];
  readonly icon: LoadedFile;
  /** The policy of every page but 404.html, for its meta element. */
  readonly policy: string;
  readonly referrerPolicy: string;
  readonly notFound: { readonly policy: string; readonly styles: string };
  /** What only a hosted pack has; undefined where the address is not known, and for the full edition, which is for few. */
  readonly hosted: HostedView | undefined;
  /** One where the pack is hosted, none where it is not: a page of templates is made for each. */
  readonly sitemaps: readonly SitemapView[];
  readonly feeds: readonly FeedView[];
}

interface HostedView {
  /** Where the pack is hosted. */
  readonly base: string;
  readonly card: {
    readonly path: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  readonly feed: string;
  /** JSON-LD by the address of the page. */
  readonly structuredData: Readonly<Record<string, string>>;
}

interface SitemapView {
  readonly addresses: readonly string[];
  /** The day of the edition. */
  readonly changed: string;
}

/** Where an edition is hosted for everyone; undefined where the address is not known, and for the full edition. */
export function findBase({ manifest }: Pack, { edition }: SiteView): string | undefined {
  return edition.kind === "full" ? undefined : manifest.address;
}

/** Makes the view. */
export function viewHosting(pack: Pack, site: SiteView, assets: Assets): HostingView {
  const base = findBase(pack, site);
  const hosted = base === undefined ? undefined : viewHosted(pack, site, assets, base);
  return {
    styles: nameFile(assets.styles),
    scripts: assets.scripts.map(nameFile),
    icon: nameFile(assets.icon),
    policy: composeMetaPolicy(),
    referrerPolicy: REFERRER_POLICY,
    notFound: { policy: composeMetaPolicy([assets.notFoundStyles]), styles: assets.notFoundStyles },
    hosted,
    sitemaps:
      base === undefined
        ? []
        : [
            {
              addresses: site.pages.map(({ address }) => absoluteAddress(address, base)),
              changed: pack.manifest.edition.date,
            },
          ],
    feeds: base === undefined ? [] : [viewFeed(pack.manifest, site.edition.label, base)],
  };
}

function viewHosted(pack: Pack, site: SiteView, { card }: Assets, base: string): HostedView | undefined {
  if (card === undefined) throw new Error("A hosted pack has a card.");
  const { path, width, height } = card;
  return {
    base,
    card: { path, width, height, alt: describeCard(site) },
    feed: FEED_ADDRESS,
    structuredData: viewStructuredData(pack, site, { base, card: path }),
  };
}

function describeCard({ title, edition, marking }: SiteView): string {
  return `${title}. ${edition.label}, ${edition.date.text}. ${marking.label}`;
}

function nameFile({ path, integrity }: Asset): LoadedFile {
  return { path, integrity };
}
