// The fonts of a site and of its print documents: the families of its theme and the signs of its pages, as rules and as files.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Face, type Families, type Family, type FontRole, fileOfFace } from "./families.ts";
import { SIGNS, SIGNS_ROOT, type SignFont, withoutSigns } from "./signs.ts";
import { composeStandIns, nameOfStandIn } from "./stand-in.ts";

/** What a site's text is set in. */
export interface Fonts {
  readonly families: Families;
  /** Undefined where the pages show no sign that a family may lack. */
  readonly signs: SignFont | undefined;
}

const SIGNS_FILE = "signs.woff2";

/** What a browser takes where nothing else can be had. */
const GENERIC: Readonly<Record<FontRole, string>> = {
  text: "serif",
  display: "sans-serif",
  mono: "monospace",
};

/**
 * The `@font-face` rules; the files lie in `fonts/` beside the stylesheet. With `standIns`, as on the web, a font of the machine takes
 * the room of one that is still to come.
 */
export async function composeFontStyles(
  { families, signs }: Fonts,
  { standIns }: { readonly standIns: boolean },
): Promise<string> {
  // On paper nothing has to be loaded, and a sign of the family itself looks better.
  const charactersOf = (subset: string, range: string): string =>
    standIns && subset === "latin-ext" ? withoutSigns(range) : range;
  const rules = families.all.flatMap((family) =>
    family.faces.flatMap((face) =>
      family.subsets.map(([subset, range]) =>
        fontFace(family.name, face, fileOfFace(family, subset, face), charactersOf(subset, range)),
      ),
    ),
  );
  const sign = signs && fontFace(SIGNS, { weight: 400, style: "normal" }, SIGNS_FILE, signs.range);
  const others = standIns
    ? await Promise.all(families.all.map((family) => composeStandIns(family, shapeOf(family, families))))
    : [];
  return `${[...rules, ...(sign ? [sign] : []), ...others.flat()].join("\n")}\n`;
}

/** The value of `font-family` for a role. */
export function familyStack(
  { byRole }: Families,
  role: FontRole,
  { standIns }: { readonly standIns: boolean },
): string {
  const family = byRole[role];
  const named = [family.name, SIGNS, ...(standIns ? [nameOfStandIn(family)] : [])];
  return [...named.map((name) => `"${name}"`), GENERIC[shapeOf(family, { byRole })]].join(", ");
}

/** Copies the font files and their licences into `folder`. */
export async function copyFonts({ families, signs }: Fonts, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const family of families.all) {
    const files = family.faces.flatMap((face) =>
      family.subsets.map(([subset]) => fileOfFace(family, subset, face)),
    );
    await Promise.all(files.map((file) => copyFile(join(family.root, "files", file), join(folder, file))));
    await copyFile(join(family.root, "LICENSE"), join(folder, `${family.id}-LICENSE.txt`));
  }
  if (signs === undefined) return;
  await writeFile(join(folder, SIGNS_FILE), signs.bytes);
  await copyFile(join(SIGNS_ROOT, "LICENSE"), join(folder, "signs-LICENSE.txt"));
}

/** The shape of a family: one that sets headings as well as text is taken for a sans. */
function shapeOf(family: Family, { byRole }: Pick<Families, "byRole">): FontRole {
  if (family.id === byRole.display.id) return "display";
  return family.id === byRole.mono.id ? "mono" : "text";
}

function fontFace(name: string, face: Face, file: string, range: string): string {
  return [
    "@font-face {",
    `  font-family: "${name}";`,
    `  font-weight: ${face.weight};`,
    `  font-style: ${face.style};`,
    "  font-display: swap;",
    `  src: url("fonts/${file}") format("woff2");`,
    `  unicode-range: ${range};`,
    "}",
  ].join("\n");
}
