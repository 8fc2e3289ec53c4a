// Says whether a document is one of those that a pack used.
import type { Problem } from "../../errors.ts";
import type { PackFiles } from "../../files/read-pack-files.ts";
import { sourcesOf } from "../../model/pack.ts";
import { type LoadedPack, loadPack } from "../load.ts";
import { readSupplied, type SuppliedFile } from "./import-document.ts";

/** What a document is to a pack. */
export type Identified =
  /** Without the records and receipts of all sources nothing can be said of a document. */
  | { readonly kind: "pack unread"; readonly problems: readonly Problem[]; readonly files: PackFiles }
  | { readonly kind: "refused"; readonly reason: string; readonly fix: string }
  | { readonly kind: "unknown"; readonly hash: string }
  | {
      readonly kind: "same bytes" | "same text";
      readonly hash: string;
      readonly sourceId: string;
      readonly title: string;
    };

function areSourcesRead({ parts, files }: LoadedPack): boolean {
  const sources = [...files.texts.keys()].filter((file) => file.startsWith("sources/"));
  return sources.length > 0 && sources.every((file) => parts.some((part) => part.file === file));
}

/** Compares a document with the fingerprints in a pack's records and receipts. */
export async function identifyDocument(options: {
  readonly folder: string;
  readonly file: SuppliedFile;
}): Promise<Identified> {
  const loaded = await loadPack(options.folder, { requireReceipts: false });
  const { parts, receipts, files } = loaded;
  if (!areSourcesRead(loaded)) {
    const problems = loaded.problems.filter(({ severity }) => severity === "error");
    return { kind: "pack unread", problems, files };
  }
  const sources = sourcesOf(parts);
  const read = readSupplied(options.file, sources, receipts.before);
  if (read.kind === "refused") return read;
  const { hash, source } = read;
  if (source === undefined) return { kind: "unknown", hash };
  const receipt = receipts.before?.sources.find(({ id }) => id === source.id);
  const sameBytes = source.document === hash || receipt?.document === hash;
  return { kind: sameBytes ? "same bytes" : "same text", hash, sourceId: source.id, title: source.title };
}
