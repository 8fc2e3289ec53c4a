// The headers with which a host should answer, and how long what it sends may be kept.
import { NAMED_BY_CONTENT } from "./content-names.ts";
import { composeHeaderPolicy } from "./policy.ts";

/** What hosts are told. Each of the files for hosts is made from this. */
export interface HostRules {
  /** The headers of every answer, by name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly caching: {
    /** For what is named by its content. */
    readonly kept: string;
    /** For everything else: asked for again each time, and sent only when it has changed. */
    readonly renewed: string;
    /** Which names hold a digest, as a regular expression. */
    readonly keptNames: string;
    /** The same as paths from the site's root, for hosts that know no expressions; one that ends with a slash is a folder. */
    readonly keptPaths: readonly string[];
  };
  /** The path below which the site is hosted: empty for the root of a host, else with a slash at the beginning and none at the end. */
  readonly prefix: string;
}

/** What a page of text never needs. Only features that Chromium knows: it complains of others. */
const FORBIDDEN_FEATURES = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
];

/** What is sent along to the addresses that a reader follows: to other sites nothing. */
export const REFERRER_POLICY = "same-origin";

/** What the rules depend on. */
export interface HostingFacts {
  /** The text of each `style` element that a page holds. */
  readonly styles: readonly string[];
  /** Whether search engines are to leave everything out: a PDF has no meta element to say so. */
  readonly hidden: boolean;
  /** Files named by their content, beside the fonts, as paths from the site's root. */
  readonly named: readonly string[];
  /** Where the pack is hosted, if that is known. */
  readonly address: string | undefined;
}

/** The rules for hosts. */
export function composeHostRules({ styles, hidden, named, address }: HostingFacts): HostRules {
  return {
    headers: {
      "Content-Security-Policy": composeHeaderPolicy(styles),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": REFERRER_POLICY,
      "Permissions-Policy": FORBIDDEN_FEATURES.map((feature) => `${feature}=()`).join(", "),
      "Cross-Origin-Opener-Policy": "same-origin",
      ...(hidden ? { "X-Robots-Tag": "noindex" } : {}),
    },
    caching: {
      kept: "public, max-age=31536000, immutable",
      renewed: "no-cache",
      keptNames: NAMED_BY_CONTENT,
      keptPaths: ["assets/fonts/", ...named],
    },
    prefix: prefixOf(address),
  };
}

/** The path of an address. What could mean something in a host's configuration is percent-encoded. */
function prefixOf(address: string | undefined): string {
  if (address === undefined || !URL.canParse(address)) return "";
  return new URL(address).pathname
    .replace(/\/+$/, "")
    .replace(/[^A-Za-z0-9/._~%-]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
