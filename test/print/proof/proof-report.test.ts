// The form of the proof: published as a JSON schema, and filled from what was compared.
import { expect, test } from "vitest";
import { z } from "zod";
import { makeProof, proofReportSchema, renderProof } from "../../../src/print/proof/proof-report.ts";

test("the published schema is that of the program", async () => {
  // Programs that read the proof must bear new keys: the schema for input leaves them free.
  const schema = z.toJSONSchema(proofReportSchema, { io: "input" });
  await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(
    "../../../docs/proof-report.schema.json",
  );
});

test("a proof counts what was compared, and fits its schema", () => {
  const proof = makeProof({
    program: "briefing-pack 1.0.0",
    browser: { version: "Browser/1", sandbox: "off", reason: "it was turned off" },
    pdf: new TextEncoder().encode("pdf"),
    pages: 2,
    source: {
      texts: [
        { text: "A heading", refs: ["1"] },
        { text: "Text with ", refs: ["2"] },
        { text: "stress", refs: ["3", "2"] },
        { text: "a note", refs: ["4", "2"] },
      ],
      figures: [{ ref: "5", name: "img" }],
      headings: ["A heading"],
      controls: [],
      places: {},
      blocks: { "1": "h1", "2": "p" },
    },
    paged: { texts: [], margins: [], figures: [], notes: ["4"] },
    elements: [
      { "1-1": { tag: "a", link: { to: "x", text: "There" } } },
      { "2-1": { tag: "a", link: { href: "https://example.org/", text: "Elsewhere" } }, "2-2": { tag: "p" } },
    ],
    headings: 1,
    pageReferences: 3,
    unordered: 2,
  });
  expect(proofReportSchema.parse(JSON.parse(renderProof(proof)))).toEqual(proof);
  expect(proof.source).toEqual({ blocks: 3, characters: 27, footnotes: 1, figures: 1 });
  expect(proof.text).toEqual({ pieces: 0, missingGlyphs: 0, unordered: 2 });
  expect(proof.links).toEqual({ within: 1, outside: 1, pageReferences: 3 });
  // The digest of these three bytes, as sha256sum gives it.
  expect(proof.pdf).toEqual({
    sha256: "c35b21d6ca39aa7cc3b79a705d989f1a6e88b99ab43988d74048799e3db926a3",
    bytes: 3,
    pages: 2,
  });
});
