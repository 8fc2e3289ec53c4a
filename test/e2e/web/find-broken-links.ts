// Finds in the folder of a site what leads nowhere: links, fragments, references between elements, files that a page or style loads.
import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { parseHTML } from "linkedom";

/** What is known of the files of a site: the ids of each page, nothing of the others. */
type Files = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** A reference from one file of the site. */
interface Reference {
  readonly from: string;
  readonly to: string;
}

/** Attributes that name files, and those that name elements of the same page. */
const ADDRESSES = ["href", "src", "poster", "action", "formaction", "data"];
const IDS = [
  "popovertarget",
  "commandfor",
  "for",
  "form",
  "list",
  "headers",
  "aria-labelledby",
  "aria-describedby",
  "aria-controls",
  "aria-details",
  "aria-owns",
  "aria-activedescendant",
];

/**
 * What leads nowhere in a site, one line each, and ids that a page has twice.
 * @param address where the site is hosted, with a slash at the end; absolute links below it are looked up in the folder
 */
export async function findBrokenLinks(folder: string, address?: string): Promise<string[]> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
  const pages = new Map<string, Document>();
  const files = new Map<string, ReadonlySet<string> | undefined>();
  const faults: string[] = [];
  for (const path of paths) {
    files.set(path, undefined);
    if (!path.endsWith(".html")) continue;
    const { document } = parseHTML(await readFile(join(folder, path), "utf8"));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    pages.set(path, document);
    files.set(path, new Set(ids));
    for (const id of ids.filter((one, at) => ids.indexOf(one) !== at))
      faults.push(`${path}: #${id} is there twice`);
  }
  for (const [path, document] of pages) {
    faults.push(...readPage(path, document, address).flatMap((reference) => check(reference, files)));
    faults.push(...findLostIds(path, document, files.get(path)));
  }
  for (const path of paths.filter((name) => /\.(css|xml|txt|webmanifest)$/.test(name))) {
    const text = await readFile(join(folder, path), "utf8");
    const references = path.endsWith(".css")
      ? readStyles(path, text)
      : [...readAddresses(path, text, address), ...readManifest(path, text)];
    faults.push(...references.flatMap((reference) => check(reference, files)));
  }
  return faults;
}

function readPage(from: string, document: Document, address: string | undefined): Reference[] {
  const named = ADDRESSES.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""),
  );
  const sets = [...document.querySelectorAll("[srcset]")].flatMap((element) =>
    (element.getAttribute("srcset") ?? "").split(",").map((one) => one.trim().split(/\s+/)[0] ?? ""),
  );
  const metas = [...document.querySelectorAll("meta[content]")].map(
    (meta) => meta.getAttribute("content") ?? "",
  );
  const hosted = metas.filter((to) => address !== undefined && to.startsWith(address));
  const data = [...document.querySelectorAll("script[type='application/ld+json']")].flatMap((script) =>
    readAddresses(from, script.textContent ?? "", address),
  );
  const attributes = [...named, ...sets, ...hosted].flatMap((to) => {
    if (address !== undefined && to.startsWith(address)) return [fromRoot(from, to.slice(address.length))];
    return /^[a-z][a-z+.-]*:/i.test(to) ? [] : [{ from, to }];
  });
  return [...attributes, ...data];
}

function findLostIds(path: string, document: Document, ids: ReadonlySet<string> | undefined): string[] {
  return IDS.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
      (element.getAttribute(name) ?? "")
        .split(/\s+/)
        .filter((id) => id !== "" && !ids?.has(id))
        .map((id) => `${path}: ${name} names #${id}, which is not there`),
    ),
  );
}

function readStyles(from: string, text: string): Reference[] {
  return [...text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, to = ""]) =>
    /^(data:|#)/.test(to) ? [] : [{ from, to }],
  );
}

/** What bears an address for its name: the ids of Atom and JSON-LD, where nothing has to be. */
const NAMES = /<id>[^<]*<\/id>|"@id":\s*"[^"]*"/g;

/** A feed, a sitemap or a manifest names files by where they are hosted. */
function readAddresses(from: string, text: string, address: string | undefined): Reference[] {
  if (address === undefined) return [];
  return text
    .replace(NAMES, "")
    .split(/[\s"'<>]+/)
    .filter((word) => word.startsWith(address))
    .map((word) => fromRoot(from, word.slice(address.length)));
}

/** The files that a manifest names by relative addresses. */
function readManifest(from: string, text: string): Reference[] {
  if (!from.endsWith(".webmanifest")) return [];
  return [...text.matchAll(/"(?:src|start_url)"\s*:\s*"([^":]+)"/g)].map(([, to = ""]) => ({ from, to }));
}

const fromRoot = (from: string, path: string): Reference => ({
  from,
  to: posix.relative(posix.dirname(from), path === "" || path.startsWith("#") ? `index.html${path}` : path),
});

function check({ from, to }: Reference, files: Files): string[] {
  const [named = "", fragment] = to.replace(/\?[^#]*/, "").split("#");
  const at =
    named === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(named)));
  if (named.startsWith("/")) return [`${from}: ${to} starts from the root`];
  const path = at.endsWith("/") ? `${at}index.html` : at;
  if (!files.has(path)) return [`${from}: ${to} is not there`];
  if (!fragment || files.get(path)?.has(decodeURIComponent(fragment))) return [];
  return [`${from}: ${to} names a place that is not there`];
}
