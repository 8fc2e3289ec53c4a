// The supplied documents beside the repository, read by a comparison of its own: it shares no code with the program's.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePart } from "../../src/model/pack.ts";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where the documents of the repository's own pack lie, on machines that have them. */
export const DOCUMENTS = join(ROOT, "..", "shared", "sources");

/** Whether this machine has them. */
export const HAS_DOCUMENTS = existsSync(DOCUMENTS);

/** A supplied document and the record that describes it. */
export interface Supplied {
  readonly source: SourcePart;
  readonly file: string;
  readonly text: string;
  /** Its passages, folded for comparison; passage 1 stands first. */
  readonly passages: readonly string[];
  /** The passages that are the text of a law or treaty, counted from 1. */
  readonly official: ReadonlySet<number>;
}

/** Pairs each record with the document in which its omissions stand and which has as many passages as it says. */
export function readSupplied(sources: readonly SourcePart[]): Supplied[] {
  const files = readdirSync(DOCUMENTS).filter((file) => file.endsWith(".txt"));
  return sources.map((source) => {
    for (const file of files) {
      const text = readFileSync(join(DOCUMENTS, file), "utf8");
      const passages = cutPassages(text, source);
      if (passages?.length !== source.passages) continue;
      const official = new Set<number>();
      for (const { from, to } of source.officialText.flatMap((one) => one.passages)) {
        for (let passage = from; passage <= to; passage += 1) official.add(passage);
      }
      return { source, file, text, passages, official };
    }
    throw new Error(`No document has the ${source.passages} passages and the omissions of ${source.id}.`);
  });
}

/** Lines with text, less those from an omission's first words to its last; undefined where an omission does not stand there. */
function cutPassages(text: string, source: SourcePart): string[] | undefined {
  const lines = fold(text, "\n").split("\n");
  const left = new Set<number>();
  for (const { starts, ends } of source.omissions) {
    const first = lines.findIndex((line, index) => !left.has(index) && line.includes(fold(starts)));
    const last = lines.findIndex((line, index) => index >= first && line.includes(fold(ends)));
    if (first < 0 || last < 0) return undefined;
    for (let index = first; index <= last; index += 1) left.add(index);
  }
  return lines.filter((line, index) => line !== "" && !left.has(index));
}

/** Text with one form of letters, spaces, quotation marks and dashes; lines stay apart where `keep` is a line end. */
export function fold(text: string, keep = " "): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) =>
      line
        .replace(/[“”„«»]/g, '"')
        .replace(/[‘’‚]/g, "'")
        .replace(/[‐‑‒–—−]/g, "-")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .join(keep)
    .trim();
}

/** The words of a text, in lower case and without signs. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  );
}
