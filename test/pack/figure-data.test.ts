// What is said of the data of figures: labels of events, questions at a glance, values of bars.
import { describe, expect, test } from "vitest";
import { type Change, loadAltered, problemsWith } from "./altered-pack.ts";

const BARS = `type: bars
unit: marks
values:
  - label: Velmora
    value: 3
    text: Toll for a keel [@gazette, ¶2].
  - label: Kestria
    value: -0.5
    text: "[By hearsay.]{.outside}"
`;

const withBars = (...pairs: readonly (readonly [string, string])[]): Readonly<Record<string, Change>> => ({
  "data/tolls.yaml": pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`“${from}” does not stand in the bars.`);
    return text.replace(from, () => to);
  }, BARS),
  "appendices/names.md": [["![Names]", "![Tolls](../data/tolls.yaml)\n\n![Names]"]],
});

/** The comparison of the good pack with an overview; each pair alters it once more. */
const withGlance = (...pairs: readonly (readonly [string, string])[]): Readonly<Record<string, Change>> => ({
  "data/ports.yaml": [
    ["questions:", "glance: [toll, collects]\nquestions:"],
    [
      "    answers:\n      toll: >-",
      `    short:
      toll:
        text: Three marks a keel [@gazette, ¶2]
      collects:
        verdict: yes
        text: "[@gazette, ¶4]"
    answers:
      toll: >-`,
    ],
    [
      "    answers:\n      toll: The same",
      `    short:
      toll:
        text: The same sum [@gazette, ¶2]
    answers:
      toll: The same`,
    ],
    ...pairs,
  ],
});

describe("a label of an event", () => {
  const withLabel = (label: string) =>
    problemsWith({
      "data/events.yaml": [['  - date: "1904-06-01"\n', `  - date: "1904-06-01"\n    label: ${label}\n`]],
    });

  test("is a few words", async () => {
    expect(await withLabel("The notice is printed")).toEqual([]);
  });

  test("that is too long", async () => {
    expect(await withLabel("The gazette prints the notice of the treaty")).toMatchInlineSnapshot(`
      [
        "data/events.yaml:7:12 wrong-value, exit 3: events[2].label “The gazette prints the notice of the treaty” is longer than 40 characters → Say it in at most 40 characters; the text beside it can say more.",
      ]
    `);
  });

  test("with Markdown, a citation or a quotation", async () => {
    expect(await withLabel('"The *notice*"')).toMatchInlineSnapshot(`
      [
        "data/events.yaml:7:12 wrong-value, exit 3: events[2].label “The *notice*” is not plain text → Write it without Markdown, citations and line breaks; those belong in the text beside it.",
      ]
    `);
    expect(await withLabel('"The notice [@gazette, ¶1]"')).toMatchInlineSnapshot(`
      [
        "data/events.yaml:7:12 wrong-value, exit 3: events[2].label “The notice [@gazette, ¶1]” is not plain text → Write it without Markdown, citations and line breaks; those belong in the text beside it.",
      ]
    `);
    expect(await withLabel("The “notice”")).toMatchInlineSnapshot(`
      [
        "data/events.yaml:7:12 wrong-value, exit 3: events[2].label “The “notice”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
  });
});

describe("an overview of a comparison", () => {
  test("has a short answer wherever there is one in full", async () => {
    expect(await problemsWith(withGlance())).toEqual([]);
    const { pack } = await loadAltered(withGlance());
    const data = pack?.parts.flatMap((part) => (part.kind === "appendix" ? [...part.data.values()] : []));
    const comparison = data?.find(({ type }) => type === "comparison");
    expect(comparison?.type === "comparison" && comparison.subjects.map(({ short }) => short.length)).toEqual(
      [2, 1],
    );
  });

  test("of a question that is none, or twice the same", async () => {
    expect(
      await problemsWith(withGlance(["[toll, collects]", "[toll, collects, price]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:2:26 glance-unasked, exit 3: glance names “price”, which is no question → Use one of toll, collects.",
      ]
    `);
    expect(
      await problemsWith(withGlance(["[toll, collects]", "[toll, collects, toll]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:2:26 glance-repeated, exit 3: glance names “toll” twice → Name it once.",
      ]
    `);
  });

  test("of more questions than fit", async () => {
    expect(
      await problemsWith(withGlance(["[toll, collects]", "[toll, collects, a, b]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:2:9 wrong-value, exit 3: glance is a list, which is too much → Give at most 3 entries.",
      ]
    `);
  });

  test("without a short answer", async () => {
    expect(
      await problemsWith(withGlance(["      toll:\n        text: Three marks a keel [@gazette, ¶2]\n", ""])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:19:13 short-answer-missing, exit 3: “Velmora” has no short answer to “toll”, which the overview shows → Add toll under \`short\`, with a text that carries a citation of this answer.",
      ]
    `);
  });

  test("with a verdict that is none", async () => {
    expect(await problemsWith(withGlance(["verdict: yes", "verdict: perhaps"]))).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:18:18 wrong-value, exit 3: subjects[1].short.collects.verdict is “perhaps” → Write one of yes, no, partly, unclear.",
      ]
    `);
  });

  test("with a short answer to what is not answered in full", async () => {
    expect(
      await problemsWith(
        withGlance([
          "        text: The same sum [@gazette, ¶2]",
          "        text: The same sum [@gazette, ¶2]\n      collects:\n        text: Nobody [@gazette, ¶2]",
        ]),
      ),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:31:7 short-answer-unfounded, exit 3: “Kestria” answers “collects” in short, and not in full → Delete it: the overview shows “not stated” as the answer does.",
      ]
    `);
  });

  test("with a short answer to a question that is not in it", async () => {
    expect(
      await problemsWith(withGlance(["glance: [toll, collects]", "glance: [toll]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:17:7 short-answer-unasked, exit 3: “Velmora” answers “collects” in short, which glance does not name → Name the question in glance, or delete it.",
      ]
    `);
  });

  test("with a short answer that cites what the full one does not, or states what that infers", async () => {
    expect(
      await problemsWith(withGlance(["keel [@gazette, ¶2]", "keel [@gazette, ¶¶2–3]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:34 short-answer-unfounded, exit 4: the short answer of “Velmora” to “toll” cites [@gazette, ¶¶2–3], and the answer in full does not, or with another signal or speaker → Cite what the full answer cites, with its signal and speaker, or add the citation there.",
      ]
    `);
    expect(
      await problemsWith(withGlance(["keel [@gazette, ¶2]", "keel [see @gazette, ¶2]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:34 short-answer-unfounded, exit 4: the short answer of “Velmora” to “toll” cites [see @gazette, ¶2], and the answer in full does not, or with another signal or speaker → Cite what the full answer cites, with its signal and speaker, or add the citation there.",
      ]
    `);
    expect(
      await problemsWith(withGlance(["keel [@gazette, ¶2]", "keel [@gazette, ¶2, quoting Oksana Lymar]"])),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:34 short-answer-unfounded, exit 4: the short answer of “Velmora” to “toll” cites [@gazette, ¶2], and the answer in full does not, or with another signal or speaker → Cite what the full answer cites, with its signal and speaker, or add the citation there.",
      ]
    `);
  });

  test("with a short answer that has no citation, no words or too many", async () => {
    expect(await problemsWith(withGlance(["keel [@gazette, ¶2]", "keel"]))).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:15 statement-without-source, exit 4: the short answer of “Velmora” to “toll” names no source → Add a citation that the answer in full has.",
      ]
    `);
    expect(await problemsWith(withGlance(["        verdict: yes\n", ""]))).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:18:16 short-answer-empty, exit 3: the short answer of “Velmora” to “collects” has no words → Write a few words before the citation, or give a verdict.",
      ]
    `);
    expect(
      await problemsWith(
        withGlance([
          "Three marks a keel",
          "Three marks for every keel that a vessel of any kind has below its hull",
        ]),
      ),
    ).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:16:15 short-answer-long, exit 3: the short answer of “Velmora” to “toll” has 71 characters → Say it in at most 60; the answer in full stands below.",
      ]
    `);
  });

  test("with short answers and no questions named", async () => {
    expect(await problemsWith(withGlance(["glance: [toll, collects]\n", ""]))).toMatchInlineSnapshot(`
      [
        "data/ports.yaml:14:7 short-answer-unasked, exit 3: “Velmora” answers “toll” in short, which glance does not name → Name the question in glance, or delete it.",
        "data/ports.yaml:16:7 short-answer-unasked, exit 3: “Velmora” answers “collects” in short, which glance does not name → Name the question in glance, or delete it.",
        "data/ports.yaml:28:7 short-answer-unasked, exit 3: “Kestria” answers “toll” in short, which glance does not name → Name the question in glance, or delete it.",
      ]
    `);
  });
});

describe("bars", () => {
  test("of positive and negative values", async () => {
    expect(await problemsWith(withBars())).toEqual([]);
  });

  test("with a value that is no finite number", async () => {
    expect(await problemsWith(withBars(["value: 3", "value: three"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:5:12 wrong-type, exit 3: values[1].value must be a number, and is a text → Write a number.",
      ]
    `);
    expect(await problemsWith(withBars(["value: 3", "value: .inf"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:5:12 wrong-type, exit 3: values[1].value must be a number, and is no finite number → Write a number.",
      ]
    `);
    expect(await problemsWith(withBars(["value: 3", "value: .nan"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:5:12 wrong-type, exit 3: values[1].value must be a number, and is no finite number → Write a number.",
      ]
    `);
    expect(await problemsWith(withBars(["value: 3", "value: 1e300"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:5:12 wrong-value, exit 3: values[1].value is the number 1e+300, which is too much → Give at most 1000000000000000.",
      ]
    `);
    expect(await problemsWith(withBars(["    value: 3\n", ""]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:4:5 missing-key, exit 3: values[1].value is missing → Add value: a number.",
      ]
    `);
  });

  test("with a value that names no source", async () => {
    expect(await problemsWith(withBars([" [@gazette, ¶2]", ""]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:6:11 statement-without-source, exit 4: the value of “Velmora” names no source → Add a citation after the statement or mark what comes from elsewhere as [text]{.outside}.",
      ]
    `);
  });

  test("with two values of one label", async () => {
    expect(await problemsWith(withBars(["Kestria", "Velmora"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:9:12 duplicate-id, exit 3: the id “names-velmora” is already given at data/tolls.yaml:6:11 → Word one of the two differently.",
      ]
    `);
  });

  test("without values, and with a key that is none", async () => {
    expect(
      await problemsWith({ ...withBars(), "data/tolls.yaml": "type: bars\nunit: marks\nvalues: []\n" }),
    ).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:3:9 wrong-value, exit 3: values is an empty list → Give at least 1 entry.",
      ]
    `);
    expect(await problemsWith(withBars(["unit: marks", "unit: marks\ncolour: red"]))).toMatchInlineSnapshot(`
      [
        "data/tolls.yaml:3:1 unknown-key, exit 3: “colour” is not a key that is known here → Delete it or correct its name; here stand: type, glance, questions, subjects, events, groups, unit, values.",
      ]
    `);
  });
});
