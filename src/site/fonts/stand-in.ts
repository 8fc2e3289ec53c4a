// What stands in for a face until it has come: a font of the reader's machine, made as wide and as high, so that no line moves then.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Face, Family, FontRole } from "./families.ts";
import { readGlyphIds } from "./sfnt/read-glyph-ids.ts";
import { readWoff, type Tables, tableOf } from "./sfnt/read-woff.ts";

/** A font that most machines have, or one of the same widths. */
interface LocalFont {
  readonly names: readonly string[];
  /** The mean width of a letter of `SAMPLE`, in parts of the font's size. */
  readonly width: number;
}

/** Ordinary text, whose mean width tells how much room a font takes. */
const SAMPLE =
  "Nothing in these pages is unaccounted for: every quotation is compared, word for word, with the document that it cites.";

/** Arial, Times New Roman and Courier New have the widths of Helvetica, Times and Courier; so has Liberation. */
const LOCAL: Readonly<
  Record<FontRole, Readonly<Record<"regular" | "italic" | "bold" | "boldItalic", LocalFont>>>
> = {
  text: {
    regular: { names: ["Times New Roman", "Liberation Serif"], width: 0.3983 },
    italic: { names: ["Times New Roman Italic", "Liberation Serif Italic"], width: 0.3996 },
    bold: { names: ["Times New Roman Bold", "Liberation Serif Bold"], width: 0.424 },
    boldItalic: { names: ["Times New Roman Bold Italic", "Liberation Serif Bold Italic"], width: 0.4114 },
  },
  display: {
    regular: { names: ["Arial", "Liberation Sans"], width: 0.4386 },
    italic: { names: ["Arial Italic", "Liberation Sans Italic"], width: 0.4386 },
    bold: { names: ["Arial Bold", "Liberation Sans Bold"], width: 0.4775 },
    boldItalic: { names: ["Arial Bold Italic", "Liberation Sans Bold Italic"], width: 0.4775 },
  },
  mono: {
    regular: { names: ["Courier New", "Liberation Mono"], width: 0.6 },
    italic: { names: ["Courier New Italic", "Liberation Mono Italic"], width: 0.6 },
    bold: { names: ["Courier New Bold", "Liberation Mono Bold"], width: 0.6 },
    boldItalic: { names: ["Courier New Bold Italic", "Liberation Mono Bold Italic"], width: 0.6 },
  },
};

/** What the stand-in of a family is called in the styles. */
export function nameOfStandIn({ name }: Pick<Family, "name">): string {
  return `${name} stand-in`;
}

/** The `@font-face` rules that stand in for a family which is used for `role`. */
export async function composeStandIns(family: Family, role: FontRole): Promise<string[]> {
  return Promise.all(family.faces.map((face) => standInRule(family, face, role)));
}

async function standInRule(family: Family, face: Face, role: FontRole): Promise<string> {
  const bold = face.weight >= 600;
  const italic = face.style === "italic";
  const local = LOCAL[role][bold ? (italic ? "boldItalic" : "bold") : italic ? "italic" : "regular"];
  const file = join(family.root, "files", `${family.id}-latin-${face.weight}-${face.style}.woff`);
  const tables = readWoff(await readFile(file));
  const size = meanWidth(tables) / local.width;
  const { ascent, descent, gap } = readHeights(tables);
  const percent = (number: number): string => `${(number * 100).toFixed(1)}%`;
  return [
    "@font-face {",
    `  font-family: "${nameOfStandIn(family)}";`,
    `  font-weight: ${face.weight};`,
    `  font-style: ${face.style};`,
    `  src: ${local.names.map((name) => `local("${name}")`).join(", ")};`,
    `  size-adjust: ${percent(size)};`,
    `  ascent-override: ${percent(ascent / size)};`,
    `  descent-override: ${percent(descent / size)};`,
    `  line-gap-override: ${percent(gap / size)};`,
    "}",
  ].join("\n");
}

/** The mean width of a letter of `SAMPLE` in a font, in parts of its size. */
function meanWidth(tables: Tables): number {
  const [hmtx, cmap] = [tableOf(tables, "hmtx"), readGlyphIds(tableOf(tables, "cmap"))];
  const last = tableOf(tables, "hhea").readUInt16BE(34) - 1;
  const widths = [...SAMPLE].map((letter) =>
    hmtx.readUInt16BE(Math.min(cmap(letter.codePointAt(0) ?? 0), last) * 4),
  );
  const sum = widths.reduce((total, width) => total + width, 0);
  return sum / widths.length / unitsOf(tables);
}

/** How far a font reaches above and below its line, in parts of its size (OpenType, “hhea”, which browsers read). */
function readHeights(tables: Tables): { ascent: number; descent: number; gap: number } {
  const [hhea, units] = [tableOf(tables, "hhea"), unitsOf(tables)];
  return {
    ascent: hhea.readInt16BE(4) / units,
    descent: -hhea.readInt16BE(6) / units,
    gap: hhea.readInt16BE(8) / units,
  };
}

function unitsOf(tables: Tables): number {
  return tableOf(tables, "head").readUInt16BE(18);
}
