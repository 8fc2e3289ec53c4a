// Imports documents into a pack's folder: all of them, or none.
import type { Problem } from "../../errors.ts";
import { readEvidenceFiles, vaultFile } from "../../files/evidence-files.ts";
import { type SourcePart, sourcesOf } from "../../model/pack.ts";
import { type LoadedPack, loadPack } from "../load.ts";
import { parseVaultFile } from "../vault/vault-file.ts";
import { findKin } from "./find-kin.ts";
import { makeVaultText, type ReadSupplied, readSupplied, type SuppliedFile } from "./import-document.ts";
import { findMisfits, findObstacles, refusal } from "./import-problems.ts";
import { readReadingOrder } from "./reading-order.ts";
import { makeRecordStub, type Taken } from "./record-stub.ts";
import { type ImportedDocument, type PlannedImport, writeImports } from "./write-imports.ts";

/** What to import. */
export interface ImportOptions {
  /** The pack's folder. */
  readonly folder: string;
  readonly files: readonly SuppliedFile[];
  /** The day of import, `2026-11-22`. */
  readonly today: string;
}

/** The outcome: with problems nothing was written. */
export interface ImportOutcome {
  readonly imported: readonly ImportedDocument[];
  readonly problems: readonly Problem[];
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
  const sources = sourcesOf(loaded.parts);
  const read = files.map((file) => ({ file, result: readSupplied(file, sources, loaded.receipts.before) }));
  const refused = read.flatMap(({ file, result }) =>
    result.kind === "refused"
      ? [refusal("document-refused", `${file.name} can't be imported: ${result.reason}`, result.fix)]
      : result.source === undefined
        ? findObstacles(file.name, loaded, manifest)
        : [],
  );
  if (refused.length > 0) return { imported: [], problems: refused };

  const records = recordNames(loaded);
  // A part that the reading order names and no file holds waits for its document, unless its file can't be read.
  const readable = records.length === sources.length;
  const taken = {
    ids: [
      ...loaded.parts.map(({ id }) => id),
      ...(readable ? [] : (readReadingOrder(manifest) ?? [])),
      ...records,
    ],
    keys: sources.map(({ key }) => key),
  };
  const around = { taken, texts: readVaultTexts(vault, sources), vault, today, language: loaded.language };
  const planned: PlannedImport[] = [];
  for (const { file, result } of read) {
    if (result.kind === "read") planned.push(plan(file, result, planned, around));
  }
  const problems = planned.flatMap((one) =>
    findMisfits(one.name, one, one.source, loaded.files.texts.get(one.record) ?? ""),
  );
  if (problems.length > 0) return { imported: [], problems };
  return { imported: await writeImports(loaded.files.folder, manifest, sources, planned), problems: [] };
}

/** The names of record files without their ending, those included that can't be read. */
function recordNames({ files }: LoadedPack): string[] {
  return [...files.texts.keys()].flatMap((file) => /^sources\/(.+)\.md$/s.exec(file)?.[1] ?? []);
}

/** The passages of the sources whose full texts are at hand. */
function readVaultTexts(
  vault: ReadonlyMap<string, string>,
  sources: readonly SourcePart[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    sources.flatMap(({ id }): [string, readonly string[]][] => {
      const text = vault.get(vaultFile(id));
      const passages = text === undefined ? undefined : parseVaultFile("", text).fullText?.passages;
      return passages === undefined ? [] : [[id, passages]];
    }),
  );
}

interface Surroundings {
  readonly taken: Taken;
  /** The passages of each source. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly vault: ReadonlyMap<string, string>;
  readonly today: string;
  readonly language: string;
}

function plan(
  file: SuppliedFile,
  { hash, document, source, isEncodingGuessed }: Readable,
  planned: readonly PlannedImport[],
  { taken, texts, vault, today, language }: Surroundings,
): PlannedImport {
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
  const sourceId = source?.id ?? stub?.id ?? "";
  const before = vault.get(vaultFile(sourceId));
  const omissions = source?.omissions ?? stub?.omissions ?? [];
  const record = { id: sourceId, document: source?.document, omissions };
  const text = makeVaultText(file, hash, document, record, today, before);
  const known = new Map([...texts, ...planned.map((one) => [one.sourceId, one.passages] as const)]);
  return {
    ...text,
    name: file.name,
    hash,
    isEncodingGuessed,
    source,
    sourceId,
    record: source?.file ?? stub?.file ?? "",
    kin: stub === undefined ? undefined : findKin(text.passages, known),
    before,
    stub,
  };
}
