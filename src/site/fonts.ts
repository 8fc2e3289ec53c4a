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
  readonly package: string;
  readonly file: string;
  readonly name: string;
  readonly faces: readonly Face[];
}

/** Text is set in the serif, headings, tables and everything around the text in the sans. */
const FAMILIES: readonly Family[] = [
  {
    package: "@fontsource/source-serif-4",
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
    package: "@fontsource/source-sans-3",
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
    const root = packageFolder(family);
    const files = await fontFiles(family);
    await Promise.all(files.map(({ file }) => copyFile(join(root, "files", file), join(folder, file))));
    await copyFile(join(root, "LICENSE"), join(folder, `${family.file}-LICENSE.txt`));
  }
}

async function fontFiles(family: Family): Promise<FontFile[]> {
  const text = await readFile(join(packageFolder(family), "unicode.json"), "utf8");
  const subsets = Object.entries(JSON.parse(text) as Record<string, string>);
  return family.faces.flatMap((face) =>
    subsets.map(([subset, range]) => {
      const file = `${family.file}-${subset}-${face.weight}-${face.style}.woff2`;
      return { file, rule: fontFace(family, face, file, range) };
    }),
  );
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

function packageFolder(family: Family): string {
  return dirname(require.resolve(`${family.package}/package.json`));
}
