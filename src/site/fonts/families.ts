// The families of a theme: packages of @fontsource, with every face that the styles use.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { BriefingError, EXIT } from "../../errors.ts";
import type { Theme } from "../../model/theme.ts";

/** A face of a family. */
export interface Face {
  readonly weight: 400 | 600 | 700;
  readonly style: "normal" | "italic";
}

/** A family with the faces that are used of it. */
export interface Family {
  /** As people know it: `Source Sans 3`. */
  readonly name: string;
  /** How the names of its files begin. */
  readonly id: string;
  /** The folder of its package. */
  readonly root: string;
  readonly faces: readonly Face[];
  /** The name of each subset, and its characters as `unicode-range` takes them. */
  readonly subsets: readonly (readonly [name: string, range: string])[];
}

/** What a family is for. */
export type FontRole = keyof Theme["faces"];

/** The families of a theme. */
export interface Families {
  readonly byRole: Readonly<Record<FontRole, Family>>;
  /** Each family once. */
  readonly all: readonly Family[];
}

const face = (weight: Face["weight"], style: Face["style"] = "normal"): Face => ({ weight, style });

/**
 * The faces that the styles use, but for those of titles and headings, whose weight the theme tells; one that is missing here would
 * fall back to another family, for none is ever faked. Strong words in the text are set in the family of headings, so that no reader
 * loads another face for them.
 */
const FACES: Readonly<Record<FontRole, readonly Face[]>> = {
  text: [face(400), face(400, "italic")],
  display: [face(400), face(400, "italic"), face(600), face(600, "italic")],
  mono: [face(400)],
};

const require = createRequire(import.meta.url);

/**
 * Finds the families of a theme. A package that serves several roles is one family with the faces of all.
 * @throws BriefingError (content) where a package is not installed
 */
export async function findFamilies({ faces, weights }: Pick<Theme, "faces" | "weights">): Promise<Families> {
  const roles = Object.keys(FACES) as FontRole[];
  const headings = [face(weights.title), face(weights.heading)];
  const names = [...new Set(roles.map((role) => faces[role]))];
  const found = await Promise.all(
    names.map(async (name) => {
      const wanted = roles
        .filter((role) => faces[role] === name)
        .flatMap((role) => [...FACES[role], ...(role === "display" ? headings : [])]);
      return [name, await readFamily(name, distinct(wanted))] as const;
    }),
  );
  const byName = new Map(found);
  const familyOf = (role: FontRole): Family => {
    const family = byName.get(faces[role]);
    if (family === undefined) throw new Error(`No family was read for ${role}.`);
    return family;
  };
  return {
    byRole: { text: familyOf("text"), display: familyOf("display"), mono: familyOf("mono") },
    all: [...byName.values()],
  };
}

/** The name of the file of a face in one subset. */
export function fileOfFace({ id }: Pick<Family, "id">, subset: string, { weight, style }: Face): string {
  return `${id}-${subset}-${weight}-${style}.woff2`;
}

async function readFamily(name: string, faces: readonly Face[]): Promise<Family> {
  const root = dirname(findPackage(name));
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(root, file), "utf8"));
  const { id, family } = (await read("metadata.json")) as { readonly id: string; readonly family: string };
  const subsets = Object.entries((await read("unicode.json")) as Readonly<Record<string, string>>);
  return { name: family, id, root, faces, subsets };
}

function findPackage(name: string): string {
  try {
    return require.resolve(`${name}/package.json`);
  } catch (cause) {
    const message = `The theme sets text in ${name}, which is not installed. Run “npm install ${name}”, or name another family.`;
    throw new BriefingError(message, { exitCode: EXIT.content, cause });
  }
}

function distinct(faces: readonly Face[]): Face[] {
  return [...new Map(faces.map((one) => [`${one.weight} ${one.style}`, one])).values()];
}
