// The fonts of a site and of its print documents as rules and as files.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { settleAll } from "../../files/settle-all.ts";
import type { Families, Family, FontRole } from "./families.ts";
import type { FontFile } from "./font-files.ts";
import { SIGNS, SIGNS_ROOT, withoutSigns } from "./signs.ts";
import { composeStandIns, nameOfStandIn } from "./stand-in.ts";

/** What a site's text is set in. */
export interface Fonts {
  readonly families: Families;
  /** Every file: those of the families face by face, then that of the signs where the pages show any. */
  readonly files: readonly FontFile[];
}

/** What a browser takes where nothing else can be had. */
const GENERIC: Readonly<Record<FontRole, string>> = {
  text: "serif",
  display: "sans-serif",
  mono: "monospace",
};

/** The `@font-face` rules for paper, where nothing has to be loaded; the files lie in `fonts/` beside the stylesheet. */
export function composeFontStyles({ files }: Pick<Fonts, "files">): string {
  return `${files.map(fontFace).join("\n")}\n`;
}

/**
 * The `@font-face` rules for the web. A font of the machine takes the room of one that is still to come, and a dagger comes from the cut
 * signs, so that it does not load the subset of less common letters.
 */
export async function composeScreenFontStyles({ families, files }: Fonts): Promise<string> {
  const loaded = files.map((file) =>
    file.subset === "latin-ext" ? { ...file, range: withoutSigns(file.range) } : file,
  );
  const standIns = await Promise.all(
    families.all.map((family) => composeStandIns(family, shapeOf(family, families))),
  );
  return `${composeFontStyles({ files: loaded })}${standIns.flat().join("\n")}\n`;
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

/** Copies the font files into `folder`/fonts, where every name holds a digest, and their licences into `folder`/licences. */
export async function copyFonts({ families, files }: Fonts, folder: string): Promise<void> {
  const [fonts, licences] = [join(folder, "fonts"), join(folder, "licences")];
  await mkdir(fonts, { recursive: true });
  await mkdir(licences, { recursive: true });
  await settleAll(files.map(({ name, content }) => writeFile(join(fonts, name), content)));
  const packages = families.all.map(({ id, root }) => ({ id, root }));
  const signs = files.some(({ family }) => family === SIGNS) ? [{ id: "signs", root: SIGNS_ROOT }] : [];
  for (const { id, root } of [...packages, ...signs]) {
    await copyFile(join(root, "LICENSE"), join(licences, `${id}-LICENSE.txt`));
  }
}

/** The shape of a family: one that sets headings as well as text is taken for a sans. */
function shapeOf(family: Family, { byRole }: Pick<Families, "byRole">): FontRole {
  if (family.id === byRole.display.id) return "display";
  return family.id === byRole.mono.id ? "mono" : "text";
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
