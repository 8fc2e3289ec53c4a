// Addresses of the site made absolute, for the few places where a relative one can't work.

/** The address of a page, a path from the site's root, below the place where the pack is hosted. */
export function absoluteAddress(path: string, host: string): string {
  const base = host.replace(/[?#].*$/, "").replace(/\/+$/, "");
  return path === "index.html" ? `${base}/` : `${base}/${path}`;
}
