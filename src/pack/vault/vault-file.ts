// The form of a full text in the vault: Markdown with its provenance at the head.
import { stringify } from "yaml";
import { z } from "zod";
import { contentProblem, type Problem } from "../../errors.ts";
import { calendarDay } from "../../model/edtf.ts";
import type { FullText } from "../../model/full-text.ts";
import { splitMarkdownFile } from "../markdown-file.ts";
import { validate } from "../validate.ts";

const digest = z.string().refine((text) => /^[0-9a-f]{64}$/.test(text), {
  message: "is not a SHA-256 digest",
  params: { fix: "Import the document again." },
});

const provenanceSchema = z.strictObject({
  /** The id of the source. */
  source: z.string(),
  /** The name of the file as supplied, without its folder. */
  file: z.string(),
  /** Its media type. */
  "media-type": z.enum(["text/plain", "text/markdown", "text/html"]),
  /** The day of import. */
  imported: calendarDay,
  /** SHA-256 of its bytes. */
  document: digest,
  /** SHA-256 of its normalised passages. */
  text: digest,
  /** The omissions of the record that were applied to it, and how many paragraphs each took out. */
  omissions: z.array(
    z.strictObject({ starts: z.string(), ends: z.string(), paragraphs: z.int().nonnegative() }),
  ),
});

/** Where a full text came from. */
export type Provenance = z.infer<typeof provenanceSchema>;

const SPECIAL = /[\\`*_{}[\]<>#+\-.!|~^:&"'()=$@]/g;

/** Writes a full text: one passage a paragraph, behind its number, with what Markdown would read as a mark escaped. */
export function formatVaultFile(provenance: Provenance, passages: readonly string[]): string {
  const head = stringify(provenance, { lineWidth: 0 });
  return `---\n${head}---\n\n${passages.map((passage, index) => `¶${index + 1} ${escapeMarkdown(passage)}`).join("\n\n")}\n`;
}

/** Reads a full text back, or says what is wrong with its file. */
export function parseVaultFile(
  file: string,
  text: string,
): {
  readonly fullText: FullText | undefined;
  readonly provenance: Provenance | undefined;
  readonly problems: readonly Problem[];
} {
  const { frontMatter, body } = splitMarkdownFile(file, text);
  const { value: provenance, problems } = validate(frontMatter, provenanceSchema);
  if (provenance === undefined) return { fullText: undefined, provenance, problems };
  const passages = body
    .split(/\n\s*\n/)
    .map((paragraph) =>
      unescapeMarkdown(
        paragraph
          .replace(/\s+/gu, " ")
          .trim()
          .replace(/^¶\d+ /u, ""),
      ),
    )
    .filter((passage) => passage !== "");
  const { source: sourceId, document, text: digest, omissions } = provenance;
  if (passages.length === 0) {
    const problem = contentProblem(
      "vault-empty",
      { file, line: 1, column: 1 },
      "this full text has no passage",
      "Import the document again.",
    );
    return { fullText: undefined, provenance, problems: [problem] };
  }
  return {
    fullText: { sourceId, fingerprint: { document, text: digest }, omissions, passages },
    provenance,
    problems: [],
  };
}

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]|&(?=#?[A-Za-z0-9]+;)/g, "\\$&")
    .replace(/^(#{1,6}|[-+=:]|\d+[.)])(?=\s|$|[-=:])/, (mark) => mark.replace(SPECIAL, "\\$&"));
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
