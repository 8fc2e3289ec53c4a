// A small pack made by hand, with every kind of part and data, and with text that would do harm if it were a template.

import type { FullText } from "../../src/model/full-text.ts";
import { manifestSchema } from "../../src/model/manifest.ts";
import type {
  AppendixPart,
  Data,
  Pack,
  PackEvidence,
  SourcePart,
  SummaryPart,
} from "../../src/model/pack.ts";
import { parsePassages } from "../../src/model/passages.ts";
import { readPart } from "../../src/pack/part-reader.ts";
import { sampleTheme } from "./sample-theme.ts";

/** Words that stand only in the manifest's notes to self. */
export const PRIVATE_NOTE = "Ask Marta whether the embassy objects";

/** Text that Nunjucks would run. */
export const HOSTILE = '{{ 7*7 }} {% include "page/footer.njk" %} <b>bold</b> & "quoted"';

const origin = (file: string) => () => ({ file, line: 1, column: 1 });

/** What a test may change of the pack. */
export interface SampleOptions {
  readonly address?: string;
  readonly title?: string;
  readonly language?: string;
  /** The name of a theme. */
  readonly theme?: string;
}

/** The pack: a summary, two sources, one appendix for each kind of data. */
export function makeSamplePack(options: SampleOptions = {}): Pack {
  const manifest = manifestSchema.parse({
    title: options.title ?? "Harbour dredging: who pays",
    subtitle: "Two letters and a minute",
    subject: "Who pays for dredging the harbour.",
    "as-of": "2025-12~",
    edition: { number: 2, date: "2026-01-15" },
    audience: "Councillors",
    authors: ["A. Clerk", "B. Writer"],
    contact: "Write to the clerk.",
    language: options.language ?? "en-GB",
    marking: { public: "TLP:CLEAR", full: "TLP:AMBER+STRICT" },
    parts: ["summary", "S1", "S2", "facts", "dates"],
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    ...(options.address === undefined ? {} : { address: options.address }),
    corrections: [{ date: "2026-01-10", text: "The sum in judgement 1 was wrong." }],
    notes: [PRIVATE_NOTE],
  });
  return {
    manifest,
    theme: sampleTheme(options.theme),
    parts: [makeSummary(), makeFirstSource(), makeSecondSource(), makeFacts(), makeDates()],
    images: [],
    evidence: EVIDENCE,
    fingerprint: "0123456789abcdef".repeat(4),
  };
}

/** The full texts of the two sources, long enough that a run of words tells them from anything else. */
export const FULL_TEXTS: ReadonlyMap<string, FullText> = new Map(
  [
    {
      sourceId: "S1",
      passages: [
        "To the editor. Every winter the river lays down a bank of grey silt across the mouth of our harbour, and every spring the boats of this town wait outside for the tide & the dredger, while those who could have sent it in good time write to each other about whose purse it is that the work ought to come out of.",
        "The Harbours Act says that the board of a harbour shall keep its channel open to vessels at all states of the tide, and shall for that purpose levy upon each vessel such dues as the board may from time to time determine <with the consent of the council> and shall publish the same on the first day of every year.",
        "Nobody in the town disputes a word of it. I have sat through nine meetings at which it was read aloud to the last comma, and after each of them the chairman closed the book with regret, as he put it, and the silt lay where it had lain before, a little higher, a little greyer and a little nearer to the quay.",
      ],
    },
    {
      sourceId: "S2",
      passages: [
        "The clerk reported that the dredger had been asked for in October, in November and again in the second week of January, that no answer had come to any of the three letters, and that the harbour master had meanwhile marked the shallowest part of the channel with two barrels and a lamp at his own expense.",
        "The mayor said that the quay belonged to the town and the channel to the board, that the town might yet pay for the one without being held to owe the other, and that he would put this to the members in writing before the next meeting so that nobody could say afterwards that it had not been told to them.",
      ],
    },
  ].map(({ sourceId, passages }, index) => {
    const digit = String(index + 1);
    const fingerprint = { document: digit.repeat(64), text: String(index + 3).repeat(64) };
    return [sourceId, { sourceId, fingerprint, omissions: [], passages }];
  }),
);

const EVIDENCE: PackEvidence = {
  quotations: [
    {
      text: "with regret",
      state: "comparison",
      partId: "S1",
      elementId: undefined,
      sourceId: "S1",
      from: 3,
      to: 3,
      speaker: undefined,
      official: false,
    },
    {
      text: "shall keep its channel <open>",
      state: "receipt",
      partId: "summary",
      elementId: "summary-judgement-1",
      sourceId: "S1",
      from: 2,
      to: 2,
      speaker: "the Act",
      official: true,
    },
    {
      text: "two barrels and a lamp",
      state: "comparison",
      partId: "S2",
      elementId: undefined,
      sourceId: "S2",
      from: 1,
      to: 1,
      speaker: undefined,
      official: false,
    },
  ],
  sources: [
    {
      sourceId: "S1",
      fingerprint: FULL_TEXTS.get("S1")?.fingerprint,
      covered: 3,
      passages: 3,
      quoted: { words: 124, quoted: 2, limit: 60 },
    },
    { sourceId: "S2", fingerprint: undefined, covered: 2, passages: 2, quoted: undefined },
  ],
  fullTexts: FULL_TEXTS,
};

function makeSummary(): SummaryPart {
  const reader = readPart("summary", {});
  const body = `::: bottom-line
The harbour board pays [@letter, ¶1].
:::

## Key judgements

::: judgement high
The board pays for the channel [@letter, ¶¶1–2; contra @minute, ¶1].
:::

::: judgement low
The town may pay for the quay. The map is [drawn]{.outside} [see @minute, ¶2, quoting the mayor].
:::

## Where they agree

Both name the board [@letter, ¶1; @minute, ¶1]. See [the facts](appendices/facts.md#subjects) and <https://example.org/harbour>.

${"`"}${HOSTILE.replaceAll('"', "'")}${"`"}
`;
  return {
    kind: "summary",
    id: "summary",
    slug: "summary",
    title: "Summary",
    shortTitle: "Summary",
    file: "summary.md",
    place: { file: "summary.md", line: 1, column: 1 },
    body: reader.body(body, origin("summary.md")),
  };
}

function makeFirstSource(): SourcePart {
  const reader = readPart("S1", {});
  const inline = (text: string) => reader.inline(text, origin("sources/s1.md"));
  return {
    kind: "source",
    id: "S1",
    slug: "s1",
    key: "letter",
    title: `A letter ${HOSTILE}`,
    shortTitle: "The letter",
    file: "sources/s1.md",
    place: { file: "sources/s1.md", line: 1, column: 1 },
    csl: {
      type: "article-newspaper",
      title: "[A letter]",
      author: [{ family: "Hill", given: "Ann" }, { literal: "Harbour Users" }],
      issued: "2025-08-19",
      URL: "https://example.org/a/very/long/address/that/has/no/place/to/break/anywhere/in/it?and=more&more=still",
      language: "en-US",
      genre: "letter",
    },
    standings: [
      {
        field: "title",
        kind: "supplied",
        basis: inline("It has no heading; see [the file name]{.outside}."),
      },
      { field: "author", kind: "given", basis: undefined },
      { field: "container-title", kind: "not given", basis: undefined },
      { field: "issued", kind: "inferred", basis: inline("From the postmark [@letter, ¶1].") },
      { field: "URL", kind: "given", basis: undefined },
    ],
    document: "0".repeat(64),
    passages: 3,
    officialText: [{ passages: parsePassages("¶2") ?? [], what: "The Harbours Act" }],
    omissions: [
      {
        what: "Advertisement",
        reason: inline("It sells boats."),
        starts: "Buy now",
        ends: "while they last",
      },
      { what: "Caption", reason: inline("It is no text."), starts: "Photo", ends: "Photo" },
    ],
    descriptor: [
      { entry: "kind", text: inline("A letter to the editor.") },
      { entry: "access", text: inline("First hand [@minute, ¶2].") },
      { entry: "currency", text: inline("Recent.") },
      { entry: "completeness", text: inline("Short.") },
      { entry: "bias", text: inline("For the board.") },
    ],
    original: inline("In the library."),
    body: reader.body(
      `## Précis, passage by passage

::: precis ¶1
The letter opens.
:::

::: precis ¶¶2–3
It closes “with regret”.
:::

## A table

| Sum | Year |
| --- | --- |
| 3 | 2024 |

| Berth | Depth |
| --- | --- |
| North | 4 m |

A note.[^1]

[^1]: Its text.
`,
      origin("sources/s1.md"),
    ),
  };
}

function makeSecondSource(): SourcePart {
  const reader = readPart("S2", {});
  const inline = (text: string) => reader.inline(text, origin("sources/s2.md"));
  return {
    ...makeFirstSource(),
    id: "S2",
    slug: "s2",
    key: "minute",
    title: "A minute of the council",
    shortTitle: "The minute",
    file: "sources/s2.md",
    place: { file: "sources/s2.md", line: 1, column: 1 },
    csl: { type: "document", language: "en" },
    standings: (["title", "author", "container-title", "issued", "URL"] as const).map((field) => ({
      field,
      kind: "not given",
      basis: undefined,
    })),
    document: undefined,
    passages: 2,
    officialText: [],
    omissions: [],
    descriptor: [{ entry: "kind", text: inline("A minute.") }],
    original: inline("Not given."),
    body: reader.body(
      "::: precis ¶1\nIt says so.[^1]\n:::\n\n::: precis ¶2\nIt says more [@letter, ¶2].\n:::\n\n[^1]: Twice.\n",
      origin("sources/s2.md"),
    ),
  };
}

function makeFacts(): AppendixPart {
  const reader = readPart("facts", {});
  const inline = (text: string) => reader.inline(text, origin("data/facts.yaml"));
  const comparison: Data = {
    type: "comparison",
    file: "data/facts.yaml",
    glance: [],
    questions: [
      { id: "who", label: "Who pays?" },
      { id: "when", label: "When?" },
    ],
    subjects: ["channel", "quay", "basin", "lock"].map((id, index) => ({
      id: `facts-${id}`,
      name: `The ${id}`,
      date: index === 0 ? undefined : `202${index}`,
      gist: inline("The board [@letter, ¶3]."),
      answers: [{ kind: "stated", text: inline("The board [@letter, ¶2].") }, { kind: "not stated" }],
      short: [],
    })),
  };
  const register: Data = {
    type: "register",
    file: "data/people.yaml",
    groups: [
      {
        id: "facts-people",
        title: "People",
        entries: [{ id: "facts-mayor", name: "The mayor", text: inline("Speaks [@minute, ¶2].") }],
      },
    ],
  };
  const body =
    "## Subjects\n\nBefore.\n\n![What each costs](../data/facts.yaml)\n\nBetween.\n\n![Who is who](../data/people.yaml)\n";
  return {
    kind: "appendix",
    id: "facts",
    slug: "facts",
    title: "Facts",
    shortTitle: "Facts",
    file: "appendices/facts.md",
    place: { file: "appendices/facts.md", line: 1, column: 1 },
    body: reader.body(body, (position) => ({ file: "appendices/facts.md", ...position })),
    data: new Map<string, Data>([
      ["../data/facts.yaml", comparison],
      ["../data/people.yaml", register],
    ]),
  };
}

function makeDates(): AppendixPart {
  const reader = readPart("dates", {});
  const inline = (text: string) => reader.inline(text, origin("data/dates.yaml"));
  const chronology: Data = {
    type: "chronology",
    file: "data/dates.yaml",
    events: [
      {
        id: "dates-1",
        date: "1919",
        basis: undefined,
        label: "The act",
        text: inline("The act [@letter, ¶2]."),
      },
      { id: "dates-2", date: "2025-08~", basis: "inferred", label: undefined, text: inline("The letter.") },
      {
        id: "dates-3",
        date: "2025-12",
        basis: "outside the sources",
        label: `A vote ${HOSTILE}`,
        text: inline("The vote."),
      },
    ],
  };
  const bars: Data = {
    type: "bars",
    file: "data/sums.yaml",
    unit: "marks",
    values: [
      {
        id: "dates-channel-sum",
        label: `Channel ${HOSTILE}`,
        value: 1250.5,
        text: inline("Paid [@letter, ¶3]."),
      },
      { id: "dates-refund", label: "Refund", value: -40, text: inline("[Known.]{.outside}") },
      { id: "dates-quay-sum", label: "Quay", value: 0, text: inline("Nothing [@letter, ¶3].") },
    ],
  };
  const verdicts: Data = {
    type: "comparison",
    file: "data/verdicts.yaml",
    questions: [
      { id: "paid", label: "Was it paid?" },
      { id: "why", label: "Why?" },
    ],
    glance: ["paid", "why"],
    subjects: (["yes", "no", "partly", "unclear", undefined] as const).map((verdict, index) => ({
      id: `dates-winter-${index}`,
      name: `Winter ${index}`,
      date: "1919",
      gist: inline("It passed [@letter, ¶3]."),
      answers: [{ kind: "stated", text: inline("So it says [@letter, ¶3].") }, { kind: "not stated" }],
      short: [{ question: "paid", verdict, text: inline("in parts & at last [@letter, ¶3]") }],
    })),
  };
  return {
    kind: "appendix",
    id: "dates",
    slug: "dates",
    title: "Chronology",
    shortTitle: "Chronology",
    file: "appendices/dates.md",
    place: { file: "appendices/dates.md", line: 1, column: 1 },
    body: reader.body(
      "![Dates](../data/dates.yaml)\n\n![What was paid](../data/sums.yaml)\n\n![Winters](../data/verdicts.yaml)\n",
      origin("appendices/dates.md"),
    ),
    data: new Map<string, Data>([
      ["../data/dates.yaml", chronology],
      ["../data/sums.yaml", bars],
      ["../data/verdicts.yaml", verdicts],
    ]),
  };
}
