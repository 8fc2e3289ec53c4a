// What the gate says of quotations: by comparison, by receipt, of their limits and of fingerprints.
import { describe, expect, test } from "vitest";
import { runGate } from "../../../src/evidence/gate/gate.ts";
import { formatReceipts } from "../../../src/evidence/receipts/receipts.ts";
import {
  digest,
  HARBOUR,
  harbourPack,
  judge,
  judgeByReceipt,
  judgeOf,
  makeFullText,
  PILOT,
  tell,
} from "../gate-sample.ts";

describe("by comparison", () => {
  test("true quotations pass", () => {
    expect(
      judge(`- “asks each of them to keep watch” [@harbour, ¶1].
- “a toll of … crowns” [@harbour, ¶3].
- “the guarantee came to nothing” [@harbour, ¶2, quoting Ilva Tamm].
- “the watch was relieved” [@pilot, ¶2].
- “keep watch” [@pilot, ¶1; @harbour, ¶¶1–2].`),
    ).toEqual([]);
  });

  test("one that stands in another passage", () => {
    expect(judge("“keep watch” [@harbour, ¶3].")).toMatchInlineSnapshot(`
      [
        "error wrong-pinpoint: “keep watch” does not stand in S1 ¶3; it stands in S1 ¶1 → Cite [@harbour, ¶1].",
      ]
    `);
  });

  test("one that stands in another source", () => {
    expect(judge("“the watch was relieved” [@harbour, ¶3].")).toMatchInlineSnapshot(`
      [
        "error wrong-pinpoint: “the watch was relieved” does not stand in S1 ¶3; it stands in S2 ¶2 → Cite [@pilot, ¶2].",
      ]
    `);
  });

  test("one with a word changed", () => {
    expect(judge("“asks each of them to keep guard” [@harbour, ¶1].")).toMatchInlineSnapshot(`
      [
        "error quotation-not-found: “asks each of them to keep guard” stands in no source; nearest is S1 ¶1: asks each of them to keep [-watch.-] {+guard+} → Restore the document's words: [-these-] are missing from the quotation, {+these+} are not in the document.",
      ]
    `);
  });

  test("one that no passage is near to", () => {
    expect(judge("“zebras eat yellow quinces” [@harbour, ¶1].")).toMatchInlineSnapshot(`
      [
        "error quotation-not-found: “zebras eat yellow quinces” stands in no source → Quote the document's own words, or leave out the quotation marks; no passage is near it.",
      ]
    `);
  });

  test("one without words of the document", () => {
    expect(judge("“[…]” [@harbour, ¶1].")).toMatchInlineSnapshot(`
      [
        "error quotation-not-found: “[…]” stands in no source → Quote the document's own words, or leave out the quotation marks; no passage is near it.",
      ]
    `);
  });

  test("one that begins or ends within a word, or a number", () => {
    expect(
      judge(`- “guarantee came to noth” [@harbour, ¶2, quoting Ilva Tamm].
- “000 crowns” [@harbour, ¶3].
- “the harbour shall pay … fort” [@harbour, ¶¶4, 5].`),
    ).toMatchInlineSnapshot(`
      [
        "error cut-word: “guarantee came to noth” ends inside a word of S1 ¶2: “nothing” → Quote all of “nothing”, or nothing of it.",
        "error cut-word: “000 crowns” begins inside a word of S1 ¶3: “3,000” → Quote all of “3,000”, or nothing of it.",
        "error cut-word: “the harbour shall pay … fort” ends inside a word of S1 ¶5: “forthwith” → Quote all of “forthwith”, or nothing of it.",
      ]
    `);
  });

  test("one that a source which it cites has elsewhere, or has cut, whatever other sources have", () => {
    const passages = ["The night-watch was late.", "So the watch was relieved.", "At dawn a guard was late."];
    expect(
      judgeOf(
        passages,
        `- “the watch was relieved” [@harbour, ¶1].
- “the watch was relieved” [@pilot, ¶1].
- “watch was late” [@harbour, ¶1].
- “At dawn the watch was late” [@harbour, ¶1].
- “night, and no ship came” [@harbour, ¶1].
- “night” [@harbour, ¶1].`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "error wrong-pinpoint: “the watch was relieved” does not stand in S1 ¶1; it stands in S1 ¶2 → Cite [@harbour, ¶2].",
        "error wrong-pinpoint: “the watch was relieved” does not stand in S2 ¶1; it stands in S2 ¶2 → Cite [@pilot, ¶2].",
        "error cut-word: “watch was late” begins inside a word of S1 ¶1: “night-watch” → Quote all of “night-watch”, or nothing of it.",
        "error quotation-not-found: “At dawn the watch was late” stands in no source; nearest is S1 ¶3: At dawn [-a guard-] {+the watch+} was late → Restore the document's words: [-these-] are missing from the quotation, {+these+} are not in the document.",
        "error wrong-pinpoint: “night, and no ship came” does not stand in S1 ¶1; it stands in S2 ¶1 → Cite [@pilot, ¶1].",
        "error cut-word: “night” ends inside a word of S1 ¶1: “night-watch” → Quote all of “night-watch”, or nothing of it.",
      ]
    `);
  });

  test("one that stands in several of the passages cited, taken together", () => {
    expect(
      judge(`- “the pilot … a toll” [@harbour, ¶¶2, 3].
- “the pilot … a toll” [@harbour, ¶3; @pilot, ¶1; @harbour, ¶2].
- “the pilot … ‘a rope of sand’” [@harbour, ¶¶2, 4].`),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “the pilot … a toll” leaves out a negation: “, Ilva Tamm. 'We waited, and the guarantee came to nothing.' In 1904 the two ports agreed on” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “the pilot … a toll” leaves out a negation: “, Ilva Tamm. 'We waited, and the guarantee came to nothing.' In 1904 the two ports agreed on” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “the pilot … ‘a rope of sand’” leaves out a negation: “, Ilva Tamm. 'We waited, and the guarantee came to nothing.' In 1904 the two ports agreed on a toll of 3,000 crowns-a…” → Check that the sense is kept, or quote those words too.",
        "warning distant-segments: “the pilot … ‘a rope of sand’” joins words of ¶2 and ¶4 → Quote the two apart, each with its passage.",
        "error speaker-not-named: “the pilot … ‘a rope of sand’” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶¶2, 4, quoting …].",
      ]
    `);
  });

  test("one that leaves out a negation, or stands beside one", () => {
    expect(
      judge(`- “The harbour board of Velmora does … oblige any captain” [@harbour, ¶1].
- “oblige any captain to carry arms” [@harbour, ¶1].
- “leave it before 1910” [@harbour, ¶4].
- “The toll was” [@harbour, ¶2, quoting Ilva Tamm].
- “a sum that” [@harbour, ¶3].`),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “The harbour board of Velmora does … oblige any captain” leaves out a negation: “not” → Check that the sense is kept, or quote those words too.",
        "warning negation-dropped: “oblige any captain to carry arms” begins right after a negation: “… of Velmora does not” → Check that the sense is kept, or begin the quotation earlier.",
        "warning negation-dropped: “leave it before 1910” begins right after a negation: “… sand'. Its members can't” → Check that the sense is kept, or begin the quotation earlier.",
        "warning negation-dropped: “The toll was” ends right before a negation: “never paid in …” → Check that the sense is kept, or end the quotation later.",
        "warning negation-dropped: “a sum that” ends right before a negation: “nobody had seen …” → Check that the sense is kept, or end the quotation later.",
      ]
    `);
  });

  test("one that joins distant passages", () => {
    expect(judge("“keep watch … a toll” [@harbour, ¶¶1–3].")).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “keep watch … a toll” leaves out a negation: “. 'The toll was never paid in full,' said the pilot, Ilva Tamm. 'We waited, and the guarantee came to nothing.' In 19…” → Check that the sense is kept, or quote those words too.",
        "warning distant-segments: “keep watch … a toll” joins words of ¶1 and ¶3 → Quote the two apart, each with its passage.",
      ]
    `);
  });

  test("one that joins distant passages which are cited each by itself, but not one that goes through all", () => {
    expect(
      judge(`- “In 1904 … Any ship” [@harbour, ¶¶3, 5].
- “In 1904 … Any ship” [@harbour].
- “In 1904 … the treaty … Any ship” [@harbour, ¶¶3–5].`),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “In 1904 … Any ship” leaves out a negation: “the two ports agreed on a toll of 3,000 crowns-a sum that nobody had seen before. The board's secretary called the tr…” → Check that the sense is kept, or quote those words too.",
        "warning distant-segments: “In 1904 … Any ship” joins words of ¶3 and ¶5 → Quote the two apart, each with its passage.",
        "warning negation-dropped: “In 1904 … Any ship” leaves out a negation: “the two ports agreed on a toll of 3,000 crowns-a sum that nobody had seen before. The board's secretary called the tr…” → Check that the sense is kept, or quote those words too.",
        "warning distant-segments: “In 1904 … Any ship” joins words of ¶3 and ¶5 → Quote the two apart, each with its passage.",
        "warning negation-dropped: “In 1904 … the treaty … Any ship” leaves out a negation: “the two ports agreed on a toll of 3,000 crowns-a sum that nobody had seen before. The board's secretary called” → Check that the sense is kept, or quote those words too.",
      ]
    `);
  });

  test("one of a person, in one of several passages", () => {
    expect(
      judge(`- “the guarantee came … agreed on a toll” [@harbour, ¶2; @harbour, ¶3].
- “the guarantee came … agreed on a toll” [@harbour, ¶2, quoting Ilva Tamm; @harbour, ¶3].`),
    ).toMatchInlineSnapshot(`
      [
        "warning negation-dropped: “the guarantee came … agreed on a toll” leaves out a negation: “to nothing.' In 1904 the two ports” → Check that the sense is kept, or quote those words too.",
        "error speaker-not-named: “the guarantee came … agreed on a toll” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶2, quoting …].",
        "warning negation-dropped: “the guarantee came … agreed on a toll” leaves out a negation: “to nothing.' In 1904 the two ports” → Check that the sense is kept, or quote those words too.",
      ]
    `);
  });

  test("one of a person whom the source quotes", () => {
    expect(
      judge(`- “We waited, and the guarantee came to nothing” [@harbour, ¶2].
- “The toll was never … in full” [@harbour, ¶2].
- “a rope of sand” [@harbour, ¶4].
- “said the pilot” [@harbour, ¶2].`),
    ).toMatchInlineSnapshot(`
      [
        "error speaker-not-named: “We waited, and the guarantee came to nothing” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶2, quoting …].",
        "error speaker-not-named: “The toll was never … in full” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶2, quoting …].",
        "error speaker-not-named: “a rope of sand” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶4, quoting …].",
      ]
    `);
  });
});

describe("limits", () => {
  const long = HARBOUR.slice(2, 4).join(" ").replaceAll(/[“”]/g, "'");

  test("a long quotation, and too many words of a source", () => {
    const limits = { words: 30, share: 12, allowance: 20 };
    const pack = harbourPack(`> ${long} [@harbour, ¶¶3–4]`);
    expect(runGate({ ...pack, limits }).problems.map(tell)).toMatchInlineSnapshot(`
      [
        "error quotation-too-long: “In 1904 the two ports agreed on a toll of 3,000 crowns — …” is 36 words long, and at most 30 may be quoted at a time → Shorten it, or say it in your own words.",
        "error quoted-too-much: 36 of the 88 words of S1 are quoted, and at most 20 may be → Say 16 words or more of them in your own words.",
      ]
    `);
  });

  test("a repetition counts each time; official text never, on neither side", () => {
    const body =
      "- “keep watch” [@harbour, ¶1].\n- “keep watch” [@harbour, ¶1].\n- “shall pay the toll” [@harbour, ¶5].";
    const officialText = [{ what: "the toll act", passages: [{ from: 5, to: 5 }] }];
    const plain = runGate(harbourPack(body)).shares[0];
    const official = runGate(harbourPack(body, { officialText })).shares[0];
    expect(plain).toEqual({ sourceId: "S1", words: 88, quoted: 8, limit: 60 });
    expect(official).toEqual({ sourceId: "S1", words: 77, quoted: 4, limit: 60 });
  });
});

describe("by receipt", () => {
  const body =
    "- “keep watch” [@harbour, ¶1].\n- “the guarantee came to nothing” [@harbour, ¶2, quoting Ilva Tamm].";

  test("what was compared passes, and makes the same receipts", () => {
    const { result, problems } = judgeByReceipt(body);
    expect(problems).toEqual([]);
    expect(result.verdicts.map(({ state }) => state)).toEqual(["receipt", "receipt"]);
    expect(result.receipts).toEqual(runGate(harbourPack(body)).receipts);
  });

  test("other marks and spaces are the same words", () => {
    expect(
      judgeByReceipt("“can’t leave it” [@harbour, ¶4].", "“can't  leave it,” [@harbour, ¶4].").problems,
    ).toEqual([]);
  });

  test("an edited quotation", () => {
    expect(judgeByReceipt(body, body.replace("keep watch", "keep guard")).problems).toMatchInlineSnapshot(`
      [
        "error quotation-without-receipt: “keep guard” has no receipt for S1 ¶1: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });

  test("another passage", () => {
    expect(judgeByReceipt(body, body.replace("¶1", "¶3")).problems).toMatchInlineSnapshot(`
      [
        "error wrong-pinpoint: “keep watch” is cited from S1 ¶3; its receipt says S1 ¶1 → Cite S1 ¶1.",
      ]
    `);
  });

  test("a speaker taken away", () => {
    expect(judgeByReceipt(body, body.replace(", quoting Ilva Tamm", "")).problems).toMatchInlineSnapshot(`
      [
        "error speaker-not-named: “the guarantee came to nothing” is quoted by S1 itself, and the citation does not say whose words they are → Name the speaker: [@harbour, ¶2, quoting …].",
      ]
    `);
  });

  test("a record of another document, or of more passages", () => {
    expect(
      judgeByReceipt(body, body, { source: { document: digest("c"), passages: 9 } }).problems,
    ).toMatchInlineSnapshot(`
      [
        "error receipt-of-another-document: the receipts of S1 are of another document than the record names → Import the document and run “briefing check --update”.",
        "error passages-differ: the record of S1 counts 9 passages, and its receipt 5 → Import the document and run “briefing check --update”.",
      ]
    `);
  });

  test("no receipts", () => {
    expect(
      judgeByReceipt(body, body, { receipts: (made) => ({ ...made, sources: [], quotations: [] }) }).problems,
    ).toMatchInlineSnapshot(`
      [
        "error source-without-receipt: S1 has neither a full text in the vault nor a receipt → Import the document and run “briefing check --update”.",
        "error source-without-receipt: S2 has neither a full text in the vault nor a receipt → Import the document and run “briefing check --update”.",
        "error quotation-without-receipt: “keep watch” has no receipt for S1 ¶1: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
        "error quotation-without-receipt: “the guarantee came to nothing” has no receipt for S1 ¶2: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
      ]
    `);
  });
});

describe("fingerprints of full texts", () => {
  const gate = (changes: Parameters<typeof runGate>[0]) => runGate(changes).problems.map(tell);

  test("a vault file that was altered", () => {
    const pack = harbourPack("");
    const [first, second] = pack.fullTexts;
    if (first === undefined || second === undefined) throw new Error("The sample has two full texts.");
    const altered = { ...first, passages: [...HARBOUR.slice(0, -1), "Any ship may enter."] };
    expect(gate({ ...pack, fullTexts: [altered, second] })).toMatchInlineSnapshot(`
      [
        "error vault-altered: the full text of S1 in the vault was altered after its import → Import the document again with “briefing import FILE”.",
      ]
    `);
  });

  test("another document, with another number of passages", () => {
    const pack = harbourPack("");
    const other = makeFullText("S1", PILOT, digest("d"));
    expect(
      gate({ ...pack, fullTexts: [other, makeFullText("S2", PILOT, digest("b"))] }),
    ).toMatchInlineSnapshot(`
      [
        "error source-changed: the full text of S1 in the vault is of another document than the record names → Import the document again with “briefing import FILE”. Or correct \`document\` in the record.",
        "error passages-differ: the record of S1 counts 5 passages, and its full text has 2 → Correct \`passages\` and the passages cited, or the omissions, and import the document again.",
      ]
    `);
  });

  test("the same text in another encoding stands for the document, and changes no receipt", () => {
    const pack = harbourPack("“keep watch” [@harbour, ¶1].");
    const { receipts } = runGate(pack);
    const copy = makeFullText("S1", HARBOUR, digest("d"));
    const result = runGate({ ...pack, receipts, fullTexts: [copy, makeFullText("S2", PILOT, digest("b"))] });
    expect(result.problems).toEqual([]);
    expect(result.receipts).toEqual(receipts);
  });
});

describe("receipts", () => {
  const body =
    "- “keep watch” [@harbour, ¶1].\n- “a toll” [@harbour, ¶3].\n- “a toll” [@harbour, ¶3].\n- “At dawn” [@pilot, ¶2].";

  test("are sorted, one a line, without repetition and without words", () => {
    const text = formatReceipts(runGate(harbourPack(body)).receipts);
    expect(text).toMatchInlineSnapshot(`
      "{
        "version": 2,
        "sources": [
          {"id":"S1","document":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","text":"6f01d38d53560c0d16df3cda062f6c45a406a66495597407bbbe519f9ed0d8dd","passages":5,"words":88,"omitted":0,"omissions":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
          {"id":"S2","document":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","text":"37cb2349f5c06ec97d6fb0a44143715054bf60734659d946355392263ef001be","passages":2,"words":18,"omitted":0,"omissions":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
        ],
        "quotations": [
          {"hash":"6c90239a10f7b13a42618ccb846e0727544e766bd24c27d15cae09c095bbf988","source":"S1","from":1,"to":1,"spoken":false},
          {"hash":"650a0f34e2062175df40a0e25e653dbf3f6a5cb94002e2c7f20af95722e18ed8","source":"S1","from":3,"to":3,"spoken":false},
          {"hash":"165699f2bfa61532f6ab0886651d4858cd6e70f49da915c789e4801666be0a65","source":"S2","from":2,"to":2,"spoken":false}
        ]
      }
      "
    `);
    for (const word of new Set([...HARBOUR, ...PILOT].join(" ").match(/\p{L}{5,}/gu)))
      expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${word.toLowerCase()}\\b`));
  });

  test("of a source that left the pack are dropped; of one that is not at hand they are kept", () => {
    const pack = harbourPack(body);
    const { receipts } = runGate(pack);
    const [harbour] = pack.parts;
    if (harbour === undefined) throw new Error("The sample has a source.");
    const without = runGate({ ...pack, parts: [harbour], receipts });
    expect(without.receipts.sources.map(({ id }) => id)).toEqual(["S1"]);
    const absent = runGate({ ...pack, receipts, fullTexts: pack.fullTexts.slice(0, 1) });
    expect(absent.receipts).toEqual(receipts);
  });
});
