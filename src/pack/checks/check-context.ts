// What a check of a whole pack may look at.
import type { Place, Problem } from "../../errors.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { PackImage, Part, SourcePart } from "../../model/pack.ts";
import type { ValuePath } from "../yaml-file.ts";

/** The pack as far as it could be read. */
export interface CheckContext {
  /** Undefined where `pack.yaml` could not be understood. */
  readonly manifest: Manifest | undefined;
  /** The place of a value in `pack.yaml`. */
  readonly placeInManifest: (path: ValuePath) => Place;
  /** Every part that could be read, in the order of the files. */
  readonly parts: readonly Part[];
  readonly sources: readonly SourcePart[];
  readonly images: readonly PackImage[];
  /** The paths of all text files. */
  readonly files: readonly string[];
  /** Whether every file could be read; where not, a name that is not found may be in one of the others. */
  readonly complete: boolean;
}

/** One check: from the pack to its problems. */
export type Check = (context: CheckContext) => readonly Problem[];
