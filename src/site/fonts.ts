// The fonts of the site and of the print document: static files of @fontsource, every subset, with their licences.
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { digestOf, nameByContent } from "./hosting/content-names.ts";

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
export interface FontFile extends Face {
  /** The name of the family in styles. */
  readonly family: string;
  /** The characters, as `unicode-range` takes them. */
  readonly range: string;
  /** Where it lies in its package. */
  readonly source: string;
  /** Its name on the site, which holds the digest of its content. */
  readonly name: string;
}

/** The `@font-face` rules of all families; the files lie in `fonts/` beside the stylesheet. */
export async function composeFontStyles(): Promise<string> {
  return `${(await listFonts()).map(fontFace).join("\n")}\n`;
}

/** Every font file of the site, family by family. */
export async function listFonts(): Promise<FontFile[]> {
  return (await Promise.all(FAMILIES.map(fontFiles))).flat();
}

/** Copies the font files into `folder`/fonts, where every name holds a digest, and their licences into `folder`/licences. */
export async function copyFonts(folder: string): Promise<void> {
  const [fonts, licences] = [join(folder, "fonts"), join(folder, "licences")];
  await mkdir(fonts, { recursive: true });
  await mkdir(licences, { recursive: true });
  for (const { source, name } of await listFonts()) await copyFile(source, join(fonts, name));
  for (const { manifest, file } of FAMILIES) {
    await copyFile(join(dirname(manifest), "LICENSE"), join(licences, `${file}-LICENSE.txt`));
  }
}

async function fontFiles(family: Family): Promise<FontFile[]> {
  const subsets = await listSubsets(family);
  const files = family.faces.flatMap((face) =>
    subsets.map(async ([subset, range]) => {
      const name = `${family.file}-${subset}-${face.weight}-${face.style}.woff2`;
      const source = join(dirname(family.manifest), "files", name);
      const digest = digestOf(await readFile(source));
      return { ...face, family: family.name, range, source, name: nameByContent(name, digest) };
    }),
  );
  return Promise.all(files);
}

/** The name of each subset of a family, and its characters as `unicode-range` takes them. */
async function listSubsets(family: Family): Promise<(readonly [subset: string, range: string])[]> {
  if (family.only) return [[family.only.subset, family.only.range]];
  const text = await readFile(join(dirname(family.manifest), "unicode.json"), "utf8");
  return Object.entries(JSON.parse(text) as Record<string, string>);
}

function fontFace({ family, weight, style, name, range }: FontFile): string {
  return [
    "@font-face {",
    `  font-family: "${family}";`,
    `  font-weight: ${weight};`,
    `  font-style: ${style};`,
    "  font-display: swap;",
    `  src: url("fonts/${name}") format("woff2");`,
    `  unicode-range: ${range};`,
    "}",
  ].join("\n");
}
