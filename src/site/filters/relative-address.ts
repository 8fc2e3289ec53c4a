// Addresses of the site made relative, so that pages work under any prefix and from disk.

/**
 * The address of `target` as a link on the page `from`. Both are paths from the site's root, such as
 * `sources/s2.html#s2-p14` and `appendices/article-5.html`. A target on the same page becomes its fragment alone.
 */
export function relativeAddress(target: string, from: string): string {
  const [path = "", fragment] = split(target);
  const hash = fragment === undefined ? "" : `#${fragment}`;
  if (path === from && hash !== "") return hash;
  const folders = from.split("/").slice(0, -1);
  const pieces = path.split("/");
  let shared = 0;
  while (shared < folders.length && shared < pieces.length - 1 && folders[shared] === pieces[shared]) {
    shared += 1;
  }
  return `${"../".repeat(folders.length - shared)}${pieces.slice(shared).join("/")}${hash}`;
}

function split(address: string): [string, string | undefined] {
  const at = address.indexOf("#");
  return at < 0 ? [address, undefined] : [address.slice(0, at), address.slice(at + 1)];
}
