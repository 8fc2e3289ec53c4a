// The Content-Security-Policy of the site: the one source of the meta element and of every host's header.
import { createHash } from "node:crypto";

/**
 * What a page may do (Content Security Policy Level 3): load styles, scripts, fonts, pictures and data of its own site, and nothing else.
 * `data:` is for pictures alone. `'self'` also stands for the folder that a page opened from disk lies in.
 */
const DIRECTIVES: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "style-src": "'self'",
  "script-src": "'self'",
  "font-src": "'self'",
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** Directives that browsers heed in a header only, and complain of in a meta element (CSP Level 3, section 3.3). */
const HEADER_DIRECTIVES: Readonly<Record<string, string>> = { "frame-ancestors": "'none'" };

/** The policy for the meta element of a page, with the `style` elements that the page holds. */
export function composeMetaPolicy(styles: readonly string[] = []): string {
  return formatPolicy(DIRECTIVES, styles);
}

/** The policy for a header that is sent with every page, with the `style` elements that any of them holds. */
export function composeHeaderPolicy(styles: readonly string[]): string {
  return formatPolicy({ ...DIRECTIVES, ...HEADER_DIRECTIVES }, styles);
}

function formatPolicy(directives: Readonly<Record<string, string>>, styles: readonly string[]): string {
  const hashes = styles.map((style) => ` '${hashSource(style)}'`).join("");
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}${name === "style-src" ? hashes : ""}`)
    .join("; ");
}

/** Allows one `style` element by its text, which must be this to the byte. */
function hashSource(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
