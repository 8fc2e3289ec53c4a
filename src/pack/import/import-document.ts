// One supplied document to a full text for the vault, matched to its record.
import { createHash } from "node:crypto";
import { hashPassages, type Receipts } from "../../evidence/receipts/receipts.ts";
import type { SourcePart } from "../../model/pack.ts";
import { formatVaultFile, parseVaultFile } from "../vault/vault-file.ts";
import { applyOmissions, type OmissionFault, type OmittedStretch } from "./apply-omissions.ts";
import { decodeDocument } from "./decode-document.ts";
import type { OmissionPhrases } from "./locate-omission.ts";
import { matchRecord } from "./match-record.ts";
import { readDocument } from "./read-document.ts";
import { hasWords, type MediaType, type Paragraph, type SuppliedDocument } from "./supplied-document.ts";
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
      /** Whether the encoding is the one that anything can be read in, for want of a better. */
      readonly isEncodingGuessed: boolean;
      readonly document: SuppliedDocument;
      /** The source whose fingerprint it bears. */
      readonly source: SourcePart | undefined;
    };

/** A full text ready for the vault. */
export interface ImportedText {
  readonly mediaType: MediaType;
  readonly vaultText: string;
  /** The texts of the passages. */
  readonly passages: readonly string[];
  /** What each omission takes out. */
  readonly stretches: readonly OmittedStretch[];
  /** Paragraphs without a letter or a digit: neither passages nor omitted. */
  readonly wordless: readonly Paragraph[];
  /** Passages that look like furniture. */
  readonly suspicions: readonly Suspicion[];
  /** Passages that the extractor takes for no part of a web page's article. */
  readonly uncovered: readonly Paragraph[];
  /** Declared omissions that are not one certain stretch of the document. */
  readonly faults: readonly OmissionFault[];
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
  if (!document.paragraphs.some(({ text }) => hasWords(text))) {
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
    isEncodingGuessed: decoded.isGuessed,
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
    readonly omissions: readonly OmissionPhrases[];
  },
  today: string,
  before: string | undefined,
): ImportedText {
  const { paragraphs, mediaType } = document;
  const { passages, stretches, wordless, faults } = applyOmissions(paragraphs, record.omissions);
  const texts = passages.map(({ text }) => text);
  const fresh = {
    source: record.id,
    file: file.name,
    "media-type": mediaType,
    imported: today,
    document: hash,
    text: hashPassages(texts),
    omissions: stretches.map(({ starts, ends, paragraphs: { length } }) => ({
      starts,
      ends,
      paragraphs: length,
    })),
  };
  const held = before === undefined ? undefined : parseVaultFile("", before).provenance;
  const sameDocument = held?.document === hash || (held !== undefined && held.document === record.document);
  const { text, omissions } = fresh;
  const kept =
    held !== undefined && sameDocument ? formatVaultFile({ ...held, text, omissions }, texts) : undefined;
  return {
    mediaType,
    vaultText: kept !== undefined && kept === before ? kept : formatVaultFile(fresh, texts),
    passages: texts,
    stretches,
    wordless,
    suspicions: suspectFurniture(passages),
    uncovered: passages.filter(({ outsideArticle }) => outsideArticle),
    faults,
  };
}
