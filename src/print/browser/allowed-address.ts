// Which addresses a page that is printed may load.

/** Whether a page of `origin` may load the address. */
export function isAllowed(url: string, origin: string): boolean {
  return url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
}
