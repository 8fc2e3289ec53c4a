// Imports documents into a pack's folder: all of them, or none.
import { join } from "node:path";
import { contentProblem, type Problem } from "../../errors.ts";
import { readEvidenceFiles, vaultFile, writeVaultText } from "../../files/evidence-files.ts";
import { writeFileAtomically } from "../../files/write-file-atomically.ts";
import type { SourcePart } from "../../model/pack.ts";
import { type LoadedPack, loadPack } from "../load.ts";
import {
  type ImportedText,
  makeVaultText,
  type ReadSupplied,
  readSupplied,
  type SuppliedFile,
} from "./import-document.ts";
import {
  addToReadingOrder,
  makeRecordStub,
  type RecordStub,
  readReadingOrder,
  type Taken,
} from "./record-stub.ts";
import type { MediaType, Paragraph } from "./supplied-document.ts";
import type { Suspicion } from "./suspect-furniture.ts";

/** What to import. */
export interface ImportOptions {
  /** The pack's folder. */
  readonly folder: string;
  readonly files: readonly SuppliedFile[];
  /** The day of import, `2026-11-22`. */
  readonly today: string;
}

/** A document that is in the vault now. */
export interface ImportedDocument {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly sourceId: string;
  /** Relative to the pack's folder. */
  readonly vaultFile: string;
  readonly passages: number;
  /** Paragraphs that declared omissions take out. */
  readonly omitted: number;
  readonly changed: boolean;
  /** The record that was made for it, relative to the pack's folder. */
  readonly newRecord: string | undefined;
  readonly suspicions: readonly Suspicion[];
  /** What of a web page was left out, since it is no part of its article. */
  readonly leftOut: readonly Paragraph[];
}

/** The outcome: with problems nothing was written. */
export interface ImportOutcome {
  readonly imported: readonly ImportedDocument[];
  readonly problems: readonly Problem[];
}

interface Planned extends ImportedText {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly sourceId: string;
  readonly before: string | undefined;
  readonly stub: RecordStub | undefined;
}

type Readable = Extract<ReadSupplied, { kind: "read" }>;

/** Imports documents. A document whose fingerprint no record bears gets a record of its own. */
export async function importDocuments({ folder, files, today }: ImportOptions): Promise<ImportOutcome> {
  const loaded = await loadPack(folder, { requireReceipts: false });
  const manifest = loaded.files.texts.get("pack.yaml");
  if (manifest === undefined) {
    return { imported: [], problems: loaded.files.problems.filter(({ severity }) => severity === "error") };
  }
  const vault = (await readEvidenceFiles(loaded.files.folder)).vault;
  const sources = loaded.parts.filter((part): part is SourcePart => part.kind === "source");
  const read = files.map((file) => ({ file, result: readSupplied(file, sources, loaded.receipts.before) }));
  const refused = read.flatMap(({ file, result }) =>
    result.kind === "refused"
      ? [refusal("document-refused", `${file.name} can't be imported: ${result.reason}`, result.fix)]
      : result.source === undefined
        ? findObstacles(file.name, loaded, manifest)
        : [],
  );
  if (refused.length > 0) return { imported: [], problems: refused };

  const taken = {
    ids: [...loaded.parts.map(({ id }) => id), ...(readReadingOrder(manifest) ?? []), ...recordNames(loaded)],
    keys: sources.map(({ key }) => key),
  };
  const planned: Planned[] = [];
  for (const { file, result } of read) {
    if (result.kind === "read")
      planned.push(plan(file, result, { taken, planned, vault, today, language: loaded.language }));
  }
  const problems = planned.flatMap(findMisfits);
  if (problems.length > 0) return { imported: [], problems };
  return { imported: await write(loaded.files.folder, manifest, sources, planned), problems: [] };
}

function refusal(code: string, message: string, fix: string): Problem {
  return contentProblem(code, undefined, message, fix);
}

/** The names of record files without their ending, those included that can't be read. */
function recordNames({ files }: LoadedPack): string[] {
  return [...files.texts.keys()].flatMap((file) => /^sources\/(.+)\.md$/s.exec(file)?.[1] ?? []);
}

/** What stands in the way of a new record: it may be wanting only because the right one can't be read. */
function findObstacles(name: string, { files, parts }: LoadedPack, manifest: string): Problem[] {
  const unread = [...files.texts.keys()].filter(
    (file) => file.startsWith("sources/") && !parts.some((part) => part.file === file),
  );
  if (unread.length > 0) {
    const message = `${name} bears no fingerprint of a record that can be read, and can't be compared with ${unread.join(", ")}`;
    return [
      refusal("record-unreadable", message, "Mend the record first; “briefing check” says what is wrong."),
    ];
  }
  if (readReadingOrder(manifest) !== undefined) return [];
  const message = `${name} needs a new record, and the \`parts\` of pack.yaml, where it would be listed, can't be read`;
  return [
    refusal("manifest-unreadable", message, "Mend pack.yaml first; “briefing check” says what is wrong."),
  ];
}

interface Surroundings {
  readonly taken: Taken;
  readonly planned: readonly Planned[];
  readonly vault: ReadonlyMap<string, string>;
  readonly today: string;
  readonly language: string;
}

function plan(file: SuppliedFile, { hash, document, source }: Readable, around: Surroundings): Planned {
  const { taken, planned, vault, today, language } = around;
  const twin = planned.find((one) => one.hash === hash);
  if (twin !== undefined) return { ...twin, name: file.name, before: twin.vaultText, stub: undefined };
  const stubs = planned.flatMap(({ stub }) => stub ?? []);
  const stub =
    source === undefined
      ? makeRecordStub(file.name, hash, document, language, {
          ids: [...taken.ids, ...stubs.map(({ id }) => id)],
          keys: [...taken.keys, ...stubs.map(({ key }) => key)],
        })
      : undefined;
  const id = source?.id ?? stub?.id ?? "";
  const before = vault.get(vaultFile(id));
  const record = { id, document: source?.document, omissions: source?.omissions ?? [] };
  const text = makeVaultText(file, hash, document, record, today, before);
  return { ...text, name: file.name, hash, sourceId: id, before, stub };
}

function findMisfits({ name, sourceId, unmatched, passages }: Planned): Problem[] {
  if (passages === 0) {
    const message = `${name}: the omissions of ${sourceId} leave nothing of it`;
    return [
      refusal("nothing-left", message, "Correct the first and last words of the omissions in the record."),
    ];
  }
  return unmatched.map(({ what, phrase }) =>
    contentProblem(
      "omission-not-found",
      undefined,
      `${name}: the omission “${what}” of ${sourceId} is not found; no paragraph has “${phrase}” where it should be`,
      "Correct the first and last words of the omission in the record; they stand at the start and the end of a paragraph.",
    ),
  );
}

async function write(
  folder: string,
  manifest: string,
  sources: readonly SourcePart[],
  planned: readonly Planned[],
): Promise<ImportedDocument[]> {
  // Whatever else a pack's repository ignores, the full texts stay out of it.
  await writeFileAtomically(join(folder, "vault/.gitignore"), "*\n");
  const imported: ImportedDocument[] = [];
  for (const one of planned) {
    const { name, mediaType, sourceId, before, stub, vaultText, passages, omitted, suspicions, leftOut } =
      one;
    const changed = vaultText !== before;
    if (changed) await writeVaultText(folder, sourceId, vaultText);
    if (stub !== undefined) await writeFileAtomically(join(folder, stub.file), stub.text);
    imported.push({
      name,
      mediaType,
      sourceId,
      vaultFile: vaultFile(sourceId),
      passages,
      omitted,
      changed,
      newRecord: stub?.file,
      suspicions,
      leftOut,
    });
  }
  const added = planned.flatMap(({ stub }) => stub ?? []);
  const order = added.reduce(
    ({ text, ids }, { id }) => ({ text: addToReadingOrder(text, id, ids), ids: [...ids, id] }),
    { text: manifest, ids: sources.map(({ id }) => id) },
  ).text;
  if (order !== manifest) await writeFileAtomically(join(folder, "pack.yaml"), order);
  return imported;
}
