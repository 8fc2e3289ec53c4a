// Where a document stands: the folder that is served for it, and its path in that folder.
import { stat } from "node:fs/promises";
import { dirname, extname, join, relative, sep } from "node:path";
import { OUTPUT_MARK } from "../files/output-folder.ts";

/**
 * What a file must end with to be printed. Anything else a browser shows as source text, or not at all; XHTML it shows, but
 * Paged.js 0.4.3 passes over the styles of an XML document.
 */
export const PRINTED_ENDINGS: readonly string[] = [".html", ".htm"];

/** Whether a file is a document that can be printed, by its name. */
export function isPrinted(path: string): boolean {
  return PRINTED_ENDINGS.includes(extname(path).toLowerCase());
}

/** A document and the folder that holds all it loads. */
export interface DocumentPlace {
  readonly folder: string;
  /** The document's path in the folder, with forward slashes. */
  readonly document: string;
}

/**
 * Finds the folder of a document. One that a build made loads what lies beside its folder (`../assets/`): for it, the whole output
 * folder is served. For every other it is the folder the document lies in.
 * @param path absolute
 */
export async function findDocumentPlace(path: string): Promise<DocumentPlace> {
  const folder = (await findOutputFolder(dirname(path))) ?? dirname(path);
  return { folder, document: relative(folder, path).split(sep).join("/") };
}

/** The nearest folder, from `folder` upwards, that bears the mark of a build. */
async function findOutputFolder(folder: string): Promise<string | undefined> {
  const isMarked = await stat(join(folder, OUTPUT_MARK)).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isMarked) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findOutputFolder(parent);
}
