// Writes planned imports into a pack's folder: full texts, new records, the reading order.
import { join } from "node:path";
import { vaultFile, writeVaultText } from "../../files/evidence-files.ts";
import { writeFileAtomically } from "../../files/write-file-atomically.ts";
import type { SourcePart } from "../../model/pack.ts";
import type { Kin } from "./find-kin.ts";
import type { ImportedText } from "./import-document.ts";
import { addToReadingOrder } from "./reading-order.ts";
import type { RecordStub } from "./record-stub.ts";

/** A document ready to be written. */
export interface PlannedImport extends ImportedText {
  readonly name: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  readonly isEncodingGuessed: boolean;
  /** The source that it is; undefined where a record has to be made. */
  readonly source: SourcePart | undefined;
  readonly sourceId: string;
  /** Its record, relative to the pack's folder. */
  readonly record: string;
  /** The source of which a new document may be a changed copy. */
  readonly kin: Kin | undefined;
  /** The vault file as it is. */
  readonly before: string | undefined;
  /** The record to be made. */
  readonly stub: RecordStub | undefined;
}

/** A document that is in the vault now. */
export interface ImportedDocument
  extends Pick<
    PlannedImport,
    | "name"
    | "sourceId"
    | "record"
    | "isEncodingGuessed"
    | "kin"
    | "stretches"
    | "wordless"
    | "suspicions"
    | "uncovered"
  > {
  /** Relative to the pack's folder. */
  readonly vaultFile: string;
  /** How many passages it has. */
  readonly passages: number;
  /** How many the record counts; undefined where the record was made for it. */
  readonly counted: number | undefined;
  readonly changed: boolean;
  /** Whether its record was made for it. */
  readonly isNew: boolean;
}

/** Writes imports; each file by one rename. */
export async function writeImports(
  folder: string,
  manifest: string,
  sources: readonly SourcePart[],
  planned: readonly PlannedImport[],
): Promise<readonly ImportedDocument[]> {
  // Whatever else a pack's repository ignores, the full texts stay out of it.
  await writeFileAtomically(join(folder, "vault/.gitignore"), "*\n");
  const imported: ImportedDocument[] = [];
  for (const { before, stub, vaultText, passages, ...rest } of planned) {
    const changed = vaultText !== before;
    if (changed) await writeVaultText(folder, rest.sourceId, vaultText);
    if (stub !== undefined) await writeFileAtomically(join(folder, stub.file), stub.text);
    imported.push({
      ...rest,
      vaultFile: vaultFile(rest.sourceId),
      passages: passages.length,
      counted: rest.source?.passages,
      changed,
      isNew: stub !== undefined,
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
