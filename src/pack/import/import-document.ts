// One supplied document to a full text for the vault, matched to its record.
import { createHash } from "node:crypto";
import { hashPassages, type Receipts } from "../../evidence/receipts.ts";
import type { SourcePart } from "../../model/pack.ts";
import { formatVaultFile, parseVaultFile } from "../vault/vault-file.ts";
import { applyOmissions } from "./apply-omissions.ts";
import { decodeDocument } from "./decode-document.ts";
import { matchRecord } from "./match-record.ts";
import { readDocument } from "./read-document.ts";
import type { MediaType, Paragraph, SuppliedDocument } from "./supplied-document.ts";
import { type Suspicion, suspectFurniture } from "./suspect-furniture.ts";

/** A file to import. */
export interface SuppliedFile {
  /** Its name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A document read, before anything is written. */
export type ReadSupplied =
  | { readonly kind: "refused"; readonly reason: string; readonly fix: string }
  | {
      readonly kind: "read";
      readonly hash: string;
      readonly encoding: string;
      readonly document: SuppliedDocument;
      /** The source whose fingerprint it bears. */
      readonly source: SourcePart | undefined;
    };

/** A full text ready for the vault. */
export interface ImportedText {
  readonly mediaType: MediaType;
  readonly vaultText: string;
  readonly passages: number;
  readonly omitted: number;
  /** Paragraphs that look like furniture and are passages all the same. */
  readonly suspicions: readonly Suspicion[];
  /** What of a web page is no part of its article. */
  readonly leftOut: readonly Paragraph[];
  /** Declared omissions whose words do not stand in the document. */
  readonly unmatched: readonly { readonly what: string; readonly phrase: string }[];
}

/** Reads a supplied file and looks for its record. */
export function readSupplied(
  file: SuppliedFile,
  sources: readonly SourcePart[],
  receipts: Receipts | undefined,
): ReadSupplied {
  const decoded = decodeDocument(file.bytes);
  if (decoded.kind === "refused") return decoded;
  const document = readDocument(file.name, decoded.text);
  if (document.paragraphs.length === 0) {
    return {
      kind: "refused",
      reason: "no text was found in it",
      fix: "Supply the text of the document alone.",
    };
  }
  const hash = createHash("sha256").update(file.bytes).digest("hex");
  return {
    kind: "read",
    hash,
    encoding: decoded.encoding,
    document,
    source: matchRecord(hash, document, sources, receipts),
  };
}

/**
 * Makes the vault file of a document for its record. `before` is the vault file as it is: where it holds the same text of the same
 * document, or of the very document that the record names, it is given back, so that a second import changes nothing.
 */
export function makeVaultText(
  file: SuppliedFile,
  hash: string,
  document: SuppliedDocument,
  record: {
    readonly id: string;
    readonly document: string | undefined;
    readonly omissions: readonly Pick<SourcePart["omissions"][number], "what" | "starts" | "ends">[];
  },
  today: string,
  before: string | undefined,
): ImportedText {
  const { passages, omitted, unmatched } = applyOmissions(document.paragraphs, record.omissions);
  const texts = passages.map(({ text }) => text);
  const fresh = {
    source: record.id,
    file: file.name,
    "media-type": document.mediaType,
    imported: today,
    document: hash,
    text: hashPassages(texts),
  };
  const held = before === undefined ? undefined : parseVaultFile("", before).provenance;
  const sameDocument = held?.document === hash || (held !== undefined && held.document === record.document);
  const kept =
    held !== undefined && sameDocument ? formatVaultFile({ ...held, text: fresh.text }, texts) : undefined;
  return {
    mediaType: document.mediaType,
    vaultText: kept !== undefined && kept === before ? kept : formatVaultFile(fresh, texts),
    passages: texts.length,
    omitted: omitted.length,
    suspicions: suspectFurniture(passages),
    leftOut: document.leftOut,
    unmatched,
  };
}
