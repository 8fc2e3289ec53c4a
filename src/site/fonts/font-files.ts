// The files of a site's fonts, each under a name that holds the digest of its content.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf, nameByContent } from "../hosting/content-names.ts";
import { type Face, type Family, fileOfFace } from "./families.ts";
import { SIGNS, type SignFont } from "./signs.ts";

/** One font file: a face of a family in one subset of characters. */
export interface FontFile extends Face {
  /** The name of the family in styles. */
  readonly family: string;
  /** What its package calls its characters: `latin-ext`. */
  readonly subset: string;
  /** The characters, as `unicode-range` takes them. */
  readonly range: string;
  /** Its name on the site. */
  readonly name: string;
  /** A WOFF2 file. */
  readonly content: Uint8Array;
}

/** Reads every file of some families, face by face. */
export async function readFontFiles(families: readonly Family[]): Promise<FontFile[]> {
  const files = families.flatMap((family) =>
    family.faces.flatMap((face) =>
      family.subsets.map(async ([subset, range]): Promise<FontFile> => {
        const name = fileOfFace(family, subset, face);
        const content = await readFile(join(family.root, "files", name));
        return { ...face, family: family.name, subset, range, name: nameFile(name, content), content };
      }),
    ),
  );
  return Promise.all(files);
}

/** The file of the signs that were cut for a site. */
export function signFile({ range, bytes }: SignFont): FontFile {
  const face = { family: SIGNS, weight: 400, style: "normal", subset: "signs" } as const;
  return { ...face, range, name: nameFile("signs.woff2", bytes), content: bytes };
}

function nameFile(name: string, content: Uint8Array): string {
  return nameByContent(name, digestOf(content));
}
