// What a link in a pack's Markdown points to.

/** The target of a link: an address outside, or a file of the pack and perhaps an id in it. */
export type LinkTarget =
  | { readonly kind: "outside"; readonly href: string }
  | { readonly kind: "file"; readonly file: string; readonly fragment: string | undefined }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Reads a link as written in `fromFile` (a path relative to the pack's folder): `https:`, `http:` and `mailto:` lead outside;
 * `../appendices/a.md#heading` and `#heading` lead to a file of the pack, relative to the file in which they stand. Every other
 * scheme, an absolute path and a path out of the pack are refused.
 */
export function readLink(href: string, fromFile: string): LinkTarget {
  if (/^(https?:\/\/[^/]|mailto:[^@\s]+@[^@\s]+$)/i.test(href)) return { kind: "outside", href };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href))
    return { kind: "refused", reason: "it is of a kind that a pack does not follow" };
  if (href.startsWith("/") || href.startsWith("\\"))
    return { kind: "refused", reason: "it begins at the root of a site" };
  const [path = "", ...rest] = decode(href).split("#");
  const fragment = rest.length === 0 ? undefined : rest.join("#");
  if (path === "") return { kind: "file", file: fromFile, fragment };
  const file = joinPath(fromFile, path);
  if (file === undefined) return { kind: "refused", reason: "it leads out of the pack's folder" };
  return { kind: "file", file, fragment };
}

/** The id that a fragment of a part means: `#p14` in the file of S2 is `s2-p14`. */
export function idOfFragment(slug: string, fragment: string): string {
  return `${slug}-${fragment}`;
}

function joinPath(fromFile: string, path: string): string | undefined {
  const steps = fromFile.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
