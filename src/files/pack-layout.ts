// Which files a pack consists of, and where each may stand: one table.

/** What becomes of a file: its text is read, it is listed as an image, or it is left to other code. */
export type FileUse = "text" | "image" | "passed over";

interface LayoutEntry {
  /** How the entry is named to a person. */
  readonly shown: string;
  /** The folder it stands in; empty for the top of the pack. */
  readonly folder: string;
  readonly pattern: RegExp;
  readonly use: FileUse;
}

/** A name with an extension that is a name: `.md` alone is none, and dotfiles are passed over anyway. */
const named = (extensions: string): RegExp => new RegExp(`^[^.].*\\.(${extensions})$`, "s");

const LAYOUT: readonly LayoutEntry[] = [
  { shown: "pack.yaml", folder: "", pattern: /^pack\.yaml$/, use: "text" },
  { shown: "summary.md", folder: "", pattern: /^summary\.md$/, use: "text" },
  { shown: "sources/*.md", folder: "sources", pattern: named("md"), use: "text" },
  { shown: "appendices/*.md", folder: "appendices", pattern: named("md"), use: "text" },
  { shown: "data/*.yaml", folder: "data", pattern: named("yaml"), use: "text" },
  {
    shown: "images/*.{png,jpg,jpeg,webp,avif,gif,svg}",
    folder: "images",
    pattern: named("png|jpe?g|webp|avif|gif|svg"),
    use: "image",
  },
  { shown: "evidence.lock.json", folder: "", pattern: /^evidence\.lock\.json$/, use: "passed over" },
];

/** The folder of full texts, which is passed over whole. */
export const VAULT = "vault";

/** The folders whose files are read. */
export const PACK_FOLDERS: readonly string[] = [...new Set(LAYOUT.map((entry) => entry.folder))].filter(
  (folder) => folder !== "",
);

/** The largest text file that is read, in bytes: some 2,000 pages. */
export const LARGEST_TEXT = 5 * 1024 * 1024;

/** The files without which a folder is no pack. */
export const REQUIRED_FILES = ["pack.yaml", "summary.md"] as const;

/** What the file `name` in `folder` (empty for the top) is for; undefined where no such file may stand. */
export function useOf(folder: string, name: string): FileUse | undefined {
  return LAYOUT.find((entry) => entry.folder === folder && entry.pattern.test(name))?.use;
}

/** Names what may stand in `folder` (empty for the top), for a message. */
export function describeLayout(folder: string): string {
  const shown = LAYOUT.filter((entry) => folder === "" || entry.folder === folder).map(
    (entry) => entry.shown,
  );
  const all = folder === "" ? [...shown, `${VAULT}/`] : shown;
  return all.length === 1 ? `${all[0]}` : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
