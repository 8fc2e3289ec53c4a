// A small fictional pack of one or two sources, put through the gate.
import type { Problem } from "../../src/errors.ts";
import { type GateInput, type GateResult, runGate } from "../../src/evidence/gate/gate.ts";
import { hashPassages, type Receipts } from "../../src/evidence/receipts/receipts.ts";
import { parseBody } from "../../src/markdown/parse-prose.ts";
import type { FullText } from "../../src/model/full-text.ts";
import { DEFAULT_LIMITS } from "../../src/model/manifest.ts";
import type { SourcePart } from "../../src/model/pack.ts";

/** The fingerprint of a document by a digit. */
export const digest = (digit: string): string => digit.repeat(64);

/** The passages of the harbour report, a document of a country that there is not. */
export const HARBOUR = [
  "The harbour board of Velmora does not oblige any captain to carry arms; it asks each of them to keep watch.",
  "“The toll was never paid in full,” said the pilot, Ilva Tamm. “We waited, and the guarantee came to nothing.”",
  "In 1904 the two ports agreed on a toll of 3,000 crowns — a sum that nobody had seen before.",
  "The board’s secretary called the treaty “a rope of sand”. Its members can’t leave it before 1910.",
  "Any ship that enters the harbour shall pay the toll forthwith.",
];

/** The passages of a second document. */
export const PILOT = [
  "The lamp at the mole burnt all night, and no ship came.",
  "At dawn the watch was relieved.",
];

/** A source record with a body. */
function makeSource(id: string, key: string, body: string, passages: number): SourcePart {
  const file = `sources/${id.toLowerCase()}.md`;
  const slug = id.toLowerCase();
  const read = (text: string) =>
    parseBody(text, { slug, abbreviations: {}, abbreviationsMet: [] }, (position) => ({
      file,
      line: position.line,
      column: position.column,
    })).prose;
  return {
    kind: "source",
    id,
    slug,
    key,
    title: `Source ${id}`,
    shortTitle: id,
    file,
    place: { file, line: 2, column: 5 },
    csl: { type: "report", language: "en" },
    document: digest("a"),
    passages,
    officialText: [],
    standings: [],
    descriptor: [],
    original: read("Lost."),
    body: read(body),
    omissions: [],
  };
}

/** A full text of a source. */
export function makeFullText(
  sourceId: string,
  passages: readonly string[],
  document = digest("a"),
): FullText {
  return { sourceId, fingerprint: { document, text: hashPassages(passages) }, omissions: [], passages };
}

/** The harbour report with a body, and the pilot's log beside it. */
export function harbourPack(body: string, changes: Partial<SourcePart> = {}): GateInput {
  const harbour = { ...makeSource("S1", "harbour", body, HARBOUR.length), ...changes };
  const pilot = { ...makeSource("S2", "pilot", "", PILOT.length), document: undefined };
  return {
    parts: [harbour, pilot],
    fullTexts: [makeFullText("S1", HARBOUR), makeFullText("S2", PILOT, digest("b"))],
    receipts: undefined,
    limits: DEFAULT_LIMITS,
  };
}

/** What the gate says of the harbour report with a body, one line a problem. */
export function judge(body: string, changes: Partial<SourcePart> = {}): string[] {
  return runGate(harbourPack(body, changes)).problems.map(tell);
}

/** What the gate says of quotations of passages given here, in a language (English without one); one line a problem. */
export function judgeOf(passages: readonly string[], body: string, language = "en"): string[] {
  const csl = { type: "report" as const, language };
  const pack = harbourPack(body, { csl, passages: passages.length });
  const fullTexts = [makeFullText("S1", passages), ...pack.fullTexts.slice(1)];
  return runGate({ ...pack, fullTexts }).problems.map(tell);
}

/** The same pack with its receipts and without its full texts; the body may be another one by then. */
export function judgeByReceipt(
  before: string,
  now: string = before,
  { source = {}, receipts = (same) => same }: ReceiptChanges = {},
): { result: GateResult; problems: string[] } {
  const made = runGate(harbourPack(before)).receipts;
  const result = runGate({ ...harbourPack(now, source), fullTexts: [], receipts: receipts(made) });
  return { result, problems: result.problems.map(tell) };
}

interface ReceiptChanges {
  readonly source?: Partial<SourcePart>;
  readonly receipts?: (made: Receipts) => Receipts;
}

/** A problem on one line. */
export function tell({ code, severity, message, fix }: Problem): string {
  return `${severity} ${code}: ${message} → ${fix}`;
}
