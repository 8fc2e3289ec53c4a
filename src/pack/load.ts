// The one way from a folder to a checked pack.
import { type Problem, sortProblems } from "../errors.ts";
import type { Receipts } from "../evidence/receipts/receipts.ts";
import { type EvidenceFiles, readEvidenceFiles } from "../files/evidence-files.ts";
import { type PackFiles, readPackFiles } from "../files/read-pack-files.ts";
import { readThemeFiles, type ThemeFile } from "../files/theme-files.ts";
import { DEFAULT_LIMITS } from "../model/manifest.ts";
import { type Pack, type Part, sourcesOf } from "../model/pack.ts";
import { readAppendix } from "./assemble/appendix.ts";
import { readManifest } from "./assemble/manifest.ts";
import type { ReadResult } from "./assemble/read-result.ts";
import { readSource } from "./assemble/source.ts";
import { readSummary } from "./assemble/summary.ts";
import { readTheme } from "./assemble/theme.ts";
import { runChecks } from "./checks/all-checks.ts";
import { fingerprintPack } from "./fingerprint-pack.ts";
import { outdatedReceipts, type Verification, verifyPack } from "./verify.ts";

/** A folder read, parsed and checked. */
export interface LoadedPack {
  /** The pack; undefined where a problem of severity `error` exists. */
  readonly pack: Pack | undefined;
  /** Every problem, in the order of files and lines. */
  readonly problems: readonly Problem[];
  /** The files as read, for code frames. */
  readonly files: PackFiles;
  /** Every part that could be read, though the pack may have errors, in the order of the files. */
  readonly parts: readonly Part[];
  readonly images: Pack["images"];
  /** What was verified of these parts. */
  readonly evidence: Pack["evidence"];
  /** The language of the pack; English where `pack.yaml` can't be read. */
  readonly language: string;
  readonly receipts: {
    /** The receipts on disk; undefined where there are none, or none that can be read. */
    readonly before: Receipts | undefined;
    /** The text of the receipts as it ought to be. */
    readonly text: string;
    /** Whether the file on disk is that text. */
    readonly current: boolean;
  };
}

/** How to load a pack. */
export interface LoadOptions {
  /** Whether receipts that comparison has overtaken are a problem; false where they are about to be written. */
  readonly requireReceipts?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the pack in a folder. Nothing in a pack makes it throw: what is wrong is a problem, and all are found in one run.
 * @throws the signal's reason when it is aborted.
 */
export async function loadPack(
  folder: string,
  { requireReceipts = true, signal }: LoadOptions = {},
): Promise<LoadedPack> {
  const files = await readPackFiles(folder);
  signal?.throwIfAborted();
  const evidenceFiles = await readEvidenceFiles(files.folder);
  const themes = await readThemeFiles(files.folder);
  signal?.throwIfAborted();
  const { pack: assembled, parts, problems, verification } = assemblePack(files, evidenceFiles, themes);
  // Receipts that are about to be written are those that count.
  const written = !requireReceipts && !verification.current;
  const fingerprint = fingerprintPack(
    files.digests,
    written ? verification.receipts : evidenceFiles.receipts,
  );
  const pack = assembled && { ...assembled, fingerprint };
  const found = withoutRepeats([...files.problems, ...problems]);
  const broken = found.some(({ severity }) => severity === "error");
  const outdated = requireReceipts && !broken && !verification.current ? [outdatedReceipts()] : [];
  return {
    pack: broken || outdated.length > 0 ? undefined : pack,
    problems: sortProblems([...found, ...outdated]),
    files,
    parts,
    images: files.images,
    evidence: verification.evidence,
    language: pack?.manifest.language ?? "en",
    receipts: { before: verification.before, text: verification.receipts, current: verification.current },
  };
}

/** A data file that two appendices show is read for each, and what is wrong with it is found twice. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

interface Assembled {
  readonly pack: Omit<Pack, "fingerprint"> | undefined;
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
  readonly verification: Verification;
}

function assemblePack(
  files: PackFiles,
  evidenceFiles: EvidenceFiles,
  themes: readonly ThemeFile[],
): Assembled {
  const { texts, images } = files;
  const manifest = readManifest("pack.yaml", texts.get("pack.yaml") ?? "");
  const theme = readTheme(manifest.value?.theme, manifest.yaml, themes);
  const abbreviations = manifest.value?.abbreviations ?? {};
  const read = [...texts].flatMap(([file, text]): ReadResult<Part>[] => {
    if (file === "summary.md") return [readSummary(file, text, abbreviations)];
    if (file.startsWith("sources/")) return [readSource(file, text, abbreviations)];
    if (file.startsWith("appendices/")) return [readAppendix(file, text, abbreviations, texts)];
    return [];
  });
  const parts = read.flatMap(({ value }) => value ?? []);
  const complete = parts.length === read.length && files.problems.length === 0;
  const limits = manifest.value?.quotationLimits ?? DEFAULT_LIMITS;
  const verification = verifyPack(parts, limits, evidenceFiles, { complete });
  const problems = [
    ...verification.problems,
    ...(texts.has("pack.yaml") ? manifest.problems : []),
    ...theme.problems,
    ...read.flatMap((result) => result.problems),
    ...runChecks({
      manifest: manifest.value,
      placeInManifest: manifest.yaml.placeOf,
      parts,
      sources: sourcesOf(parts),
      images,
      files: [...texts.keys()],
      complete,
    }),
  ];
  if (manifest.value === undefined || theme.value === undefined)
    return { pack: undefined, parts, problems, verification };
  const order = manifest.value.parts;
  const inOrder = order.flatMap((id) => parts.find((part) => part.id === id) ?? []);
  const pack = {
    manifest: manifest.value,
    theme: theme.value,
    parts: inOrder,
    images,
    evidence: verification.evidence,
  };
  return { pack, parts, problems, verification };
}
