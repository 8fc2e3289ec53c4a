// Receipts hold a quotation and a text to what was compared: nothing that an editor or a vault puts in slips through.
import { expect, test } from "vitest";
import { runGate } from "../../../src/evidence/gate/gate.ts";
import { hashPassages, hashQuotation } from "../../../src/evidence/receipts/receipts.ts";
import { HARBOUR, harbourPack, judgeByReceipt, tell } from "../gate-sample.ts";

test("the hash holds what an editor put in, and where", () => {
  const forms = [
    "they will not fight over Ukraine",
    "they will not fight [Moscow’s army] over Ukraine",
    "they will not fight [a nuclear war] over Ukraine",
    "they will not fight[s] over Ukraine",
    "they will not fight […] over Ukraine",
    "[T]hey will not fight over Ukraine",
    "[M]hey will not fight over Ukraine",
  ];
  expect(new Set(forms.map(hashQuotation)).size).toBe(forms.length);
  expect(hashQuotation("it [“now”]  ends, ")).toBe(hashQuotation('it ["now"] ends.'));
});

test("a quotation whose inserted words were changed since has no receipt", () => {
  const { problems } = judgeByReceipt(
    "“asks each of them [the pilots] to keep watch” [@harbour, ¶1].",
    "“asks each of them [the enemies] to keep watch” [@harbour, ¶1].",
  );
  expect(problems).toMatchInlineSnapshot(`
    [
      "error quotation-without-receipt: “asks each of them [the enemies] to keep watch” has no receipt for S1 ¶1: it is new, or was edited since it was last compared → Restore its words; or import the document and run “briefing check --update”, which compares it.",
    ]
  `);
});

test("what the comparison warned of is said by receipt, too", () => {
  const pack = harbourPack("“keep watch” [@harbour, ¶1].");
  const { receipts } = runGate(pack);
  expect(receipts.quotations).toHaveLength(1);
  const warned = {
    ...receipts,
    quotations: receipts.quotations.map((one) => ({ ...one, warnings: ["negation-dropped"] })),
  };
  expect(runGate({ ...pack, fullTexts: [], receipts: warned }).problems.map(tell)).toMatchInlineSnapshot(`
    [
      "warning negation-dropped: “keep watch” was found in its document, with this warning → Import the document and run “briefing check” to read why; then quote more fully, or leave it.",
    ]
  `);
});

test("a full text that was altered together with its fingerprint is not the one of its receipt", () => {
  const pack = harbourPack("");
  const { receipts } = runGate(pack);
  const [first, ...others] = pack.fullTexts;
  if (first === undefined) throw new Error("The sample has full texts.");
  const passages = [...HARBOUR.slice(0, -1), "Any ship may enter."];
  const altered = { ...first, passages, fingerprint: { ...first.fingerprint, text: hashPassages(passages) } };
  const { problems } = runGate({ ...pack, receipts, fullTexts: [altered, ...others] });
  expect(problems.map(tell)).toMatchInlineSnapshot(`
    [
      "error source-changed: the full text of S1 in the vault is not the one that its receipt was made from, though both name the same document and omissions → Import the document again with “briefing import FILE”. If this text is the right one, delete the line of S1 under \`sources\` in evidence.lock.json and run “briefing check --update”.",
    ]
  `);
});

test("a quotation over passages that are cited one by one is verified by receipt, too", () => {
  const body = "“keep watch … a toll of” [@harbour, ¶1; @harbour, ¶3].";
  expect(judgeByReceipt(body).problems.filter((line) => line.startsWith("error"))).toEqual([]);
  expect(judgeByReceipt(body, body.replace("¶3", "¶4")).problems.join()).toContain("wrong-pinpoint");
});
