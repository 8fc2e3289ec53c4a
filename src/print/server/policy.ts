// What a page that is printed may do, as the headers that every answer bears.

/**
 * The policy of the print page (https://www.w3.org/TR/CSP3/): files of its own origin, data where they cannot run, styles anywhere, and
 * nothing else. Scripts in the page, frames, plugins, workers, forms and other windows are refused.
 */
const POLICY: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline' data:",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "media-src": "'self' data:",
  // The engine reads styles and pictures, also those that are written out in the page.
  "connect-src": "'self' data: blob:",
  "base-uri": "'self'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "frame-src": "'none'",
  "manifest-src": "'none'",
  "object-src": "'none'",
  "worker-src": "'none'",
  // What is left out is refused: other windows and forms, before a request is made. Dialogs are answered, and told of as faults.
  sandbox: "allow-same-origin allow-scripts allow-modals",
};

/** The headers of every answer: the policy, and that it is nobody else's to use. */
export const GUARD_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": Object.entries(POLICY)
    .map((directive) => directive.join(" "))
    .join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-DNS-Prefetch-Control": "off",
};
