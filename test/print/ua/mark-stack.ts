// Follows the nesting of marked content in one stream (ISO 32000-1, 14.6) and tells where it breaks a rule.
import type { Run } from "./text-place.ts";

/** The content of one marked-content identifier. */
export interface Mark {
  readonly mcid: number;
  readonly tag: string;
  readonly page: number;
  readonly runs: readonly Run[];
  /** Whether anything is painted in it. */
  readonly isPainted: boolean;
}

/** A mark that is being filled. */
export interface OpenMark extends Mark {
  readonly runs: Run[];
  isPainted: boolean;
}

/** One marked-content sequence that is open. */
export interface Sequence {
  readonly tag: string;
  /** Its own identifier, if it has one. */
  readonly mark: OpenMark | undefined;
  /** Text that stands for all the text inside. */
  readonly actualText: string | undefined;
  /** Whether that text was already taken. */
  isTaken: boolean;
}

/** Where content stands: in marked content, in an artifact, or in neither. */
export interface Surroundings {
  readonly mark: OpenMark | undefined;
  readonly isArtifact: boolean;
  /** The outermost sequence with an ActualText. */
  readonly replaced: Sequence | undefined;
}

export const NOWHERE: Surroundings = { mark: undefined, isArtifact: false, replaced: undefined };

/** What is around the content of a sequence that opens in `around`. */
export function enter(sequence: Sequence, around: Surroundings): Surroundings {
  return {
    mark: sequence.mark ?? around.mark,
    isArtifact: around.isArtifact || sequence.tag === "Artifact",
    replaced: around.replaced ?? (sequence.actualText === undefined ? undefined : sequence),
  };
}

/** What is wrong with opening a sequence where it is opened: a rule and what to say. */
export function findNestingFault(
  { tag, mark }: Sequence,
  around: Surroundings,
): readonly [rule: string, message: string] | undefined {
  if (tag === "Artifact") {
    if (mark) return ["01-003", `an Artifact has the MCID ${mark.mcid}`];
    if (around.mark)
      return ["01-003", `an Artifact lies inside the tagged content of MCID ${around.mark.mcid}`];
  }
  if (!mark) return undefined;
  if (around.isArtifact) return ["01-004", `the tagged content of MCID ${mark.mcid} lies inside an Artifact`];
  return around.mark
    ? ["nested-mark", `the marked content of MCID ${mark.mcid} lies inside that of MCID ${around.mark.mcid}`]
    : undefined;
}
