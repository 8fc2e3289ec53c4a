// A pack of any size for measurements: fictional documents of made-up words, records, and quotations taken from them.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** How large a pack is to be. */
export interface PackSize {
  readonly sources: number;
  /** Passages of each source. */
  readonly passages: number;
  /** Words of each passage. */
  readonly words: number;
  /** Quotations of each source. */
  readonly quotations: number;
}

/** A generated pack. */
export interface GeneratedPack {
  /** The pack's folder, without a vault. */
  readonly folder: string;
  /** The documents to import. */
  readonly documents: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Every quotation with the words of its source's document. */
  readonly quotations: readonly { readonly words: string; readonly source: number }[];
  readonly texts: readonly string[];
}

/** Numbers that look random and are the same each time (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const SYLLABLES = "ba de fi go lu mar nes pol ran sti tor vel wim xan zor kel dra ful hin jor".split(" ");

/** Writes a pack into `folder` and returns its documents. */
export async function generatePack(folder: string, size: PackSize): Promise<GeneratedPack> {
  const random = randomFrom(size.sources);
  const word = (): string =>
    Array.from({ length: 1 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join("");
  await mkdir(join(folder, "sources"), { recursive: true });
  const documents: { name: string; bytes: Uint8Array }[] = [];
  const quotations: { words: string; source: number }[] = [];
  const texts: string[] = [];
  const { createHash } = await import("node:crypto");
  for (let source = 1; source <= size.sources; source += 1) {
    const passages = Array.from({ length: size.passages }, () => Array.from({ length: size.words }, word));
    const text = passages.map((words) => `${words.join(" ")}.`).join("\n\n");
    const bytes = Buffer.from(text, "utf8");
    const quoted = Array.from({ length: size.quotations }, () => {
      const passage = random(size.passages);
      const from = random(size.words - 8);
      const words = passages[passage]?.slice(from, from + 6).join(" ") ?? "";
      quotations.push({ words, source: source - 1 });
      return `- “${words}” [@key${source}, ¶${passage + 1}]. A point of the author’s own.`;
    });
    documents.push({ name: `document-${source}.txt`, bytes });
    texts.push(text);
    const digest = createHash("sha256").update(bytes).digest("hex");
    await writeFile(join(folder, `sources/s${source}.md`), record(source, size, digest, quoted));
  }
  await writeFile(join(folder, "pack.yaml"), manifest(size.sources));
  await writeFile(join(folder, "summary.md"), SUMMARY);
  return { folder, documents, quotations, texts };
}

function manifest(sources: number): string {
  const parts = Array.from({ length: sources }, (_, index) => `  - S${index + 1}\n`).join("");
  return `title: A large pack
subject: Many documents, to measure with.
as-of: "2025-12"
edition:
  number: 1
  date: "2026-01-02"
audience: Nobody
authors:
  - A desk
contact: Write to the desk.
language: en-GB
marking:
  public: TLP:CLEAR
  full: TLP:AMBER
licence:
  name: CC BY 4.0
parts:
  - summary
${parts}`;
}

function record(source: number, size: PackSize, digest: string, quoted: readonly string[]): string {
  const missing = ["author", "container-title", "issued", "URL"];
  return `---
id: S${source}
key: key${source}
title: Document ${source}
csl:
  type: document
  title: Document ${source}
  language: en
standing:
  title: given
${missing.map((field) => `  ${field}: not given\n`).join("")}document: ${digest}
passages: ${size.passages}
omissions: []
descriptor:
  kind: A text of made-up words [@key${source}, ¶1].
  access: First hand [@key${source}, ¶1].
  currency: Of no date [@key${source}, ¶1].
  completeness: Whole [@key${source}, ¶1].
  bias: None [@key${source}, ¶1].
original: In no archive.
---

## Précis, passage by passage

::: precis ¶1–${size.passages}
Words that say nothing.
:::

## Quotations that matter

${quoted.join("\n")}
`;
}

const SUMMARY = `---
title: Summary
---

::: bottom-line
It comes to nothing [@key1, ¶1].
:::

## Key judgements

::: judgement low
Nothing follows from it [@key1, ¶1].
:::

::: agreements
They agree on nothing [@key1, ¶1].
:::

::: disagreements
They disagree on nothing [@key1, ¶1].
:::

::: cautions
Made-up words [@key1, ¶1].
:::
`;
