// The fonts of the site and of the print document: static files of @fontsource, every subset, with their licences.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** A face of a family. */
interface Face {
  readonly weight: 400 | 600 | 700;
  readonly style: "normal" | "italic";
}

/** A family with every face that the styles use; one that is missing here would be faked by the browser, or fall back. */
interface Family {
  /** The package.json of the package that holds it. */
  readonly manifest: string;
  readonly file: string;
  readonly name: string;
  readonly faces: readonly Face[];
  /** The one subset of a package that does not tell its subsets, and the characters that it is used for. */
  readonly only?: { readonly subset: string; readonly range: string };
}

/**
 * Arrows, mathematical signs, ticks, boxes, the hyphens U+2010 to U+2012. None is in the other families, and a machine without
 * fonts of its own has none of them; the styles name the family of these signs after each other one.
 */
const SIGNS = "U+2010-2064,U+2070-209C,U+2100-2BFF";

/** Text is set in the serif, headings, tables and everything around the text in the sans, code in the mono. */
const FAMILIES: readonly Family[] = [
  {
    manifest: require.resolve("@fontsource/source-serif-4/package.json"),
    file: "source-serif-4",
    name: "Source Serif 4",
    faces: [
      { weight: 400, style: "normal" },
      { weight: 400, style: "italic" },
      { weight: 600, style: "normal" },
      { weight: 600, style: "italic" },
    ],
  },
  {
    manifest: require.resolve("@fontsource/source-sans-3/package.json"),
    file: "source-sans-3",
    name: "Source Sans 3",
    faces: [
      { weight: 400, style: "normal" },
      { weight: 400, style: "italic" },
      { weight: 600, style: "normal" },
      { weight: 600, style: "italic" },
      { weight: 700, style: "normal" },
    ],
  },
  {
    manifest: require.resolve("@fontsource/source-code-pro/package.json"),
    file: "source-code-pro",
    name: "Source Code Pro",
    faces: [{ weight: 400, style: "normal" }],
  },
  {
    manifest: require.resolve("@fontsource/dejavu-sans/package.json"),
    file: "dejavu-sans",
    name: "Signs",
    faces: [{ weight: 400, style: "normal" }],
    only: { subset: "latin", range: SIGNS },
  },
];

/** One font file: a face of a family in one subset of characters. */
interface FontFile {
  readonly file: string;
  readonly rule: string;
}

/** The `@font-face` rules of all families; the files lie in `fonts/` beside the stylesheet. */
export async function composeFontStyles(): Promise<string> {
  const rules = await Promise.all(FAMILIES.map(fontFiles));
  return `${rules
    .flat()
    .map(({ rule }) => rule)
    .join("\n")}\n`;
}

/** Copies the font files and their licences into `folder`. */
export async function copyFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const family of FAMILIES) {
    const root = dirname(family.manifest);
    const files = await fontFiles(family);
    await Promise.all(files.map(({ file }) => copyFile(join(root, "files", file), join(folder, file))));
    await copyFile(join(root, "LICENSE"), join(folder, `${family.file}-LICENSE.txt`));
  }
}

async function fontFiles(family: Family): Promise<FontFile[]> {
  const subsets = await listSubsets(family);
  return family.faces.flatMap((face) =>
    subsets.map(([subset, range]) => {
      const file = `${family.file}-${subset}-${face.weight}-${face.style}.woff2`;
      return { file, rule: fontFace(family, face, file, range) };
    }),
  );
}

/** The name of each subset of a family, and its characters as `unicode-range` takes them. */
async function listSubsets(family: Family): Promise<(readonly [subset: string, range: string])[]> {
  if (family.only) return [[family.only.subset, family.only.range]];
  const text = await readFile(join(dirname(family.manifest), "unicode.json"), "utf8");
  return Object.entries(JSON.parse(text) as Record<string, string>);
}

function fontFace(family: Family, face: Face, file: string, range: string): string {
  return [
    "@font-face {",
    `  font-family: "${family.name}";`,
    `  font-weight: ${face.weight};`,
    `  font-style: ${face.style};`,
    "  font-display: swap;",
    `  src: url("fonts/${file}") format("woff2");`,
    `  unicode-range: ${range};`,
    "}",
  ].join("\n");
}
