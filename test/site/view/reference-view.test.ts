// How pages are cited: what a record does not give is left out, what the pack supplied stands in square brackets.
import { describe, expect, it } from "vitest";
import type { SourcePart } from "../../../src/model/pack.ts";
import { referTo, viewReference } from "../../../src/site/view/reference-view.ts";
import { makeSamplePack } from "../sample-pack.ts";

const pack = makeSamplePack();
const sample = pack.parts.find((part): part is SourcePart => part.kind === "source");
if (sample === undefined) throw new Error("The sample has no source.");
const source = sample;

/** The sample with other bibliographic data; `standing` of each field. */
function withRecord(
  csl: Partial<SourcePart["csl"]>,
  kinds: Readonly<Record<string, "given" | "inferred" | "supplied">>,
): SourcePart {
  return {
    ...source,
    csl: { type: "article", language: "en-GB", ...csl } as SourcePart["csl"],
    standings: Object.entries(kinds).map(([field, kind]) => ({ field, kind, basis: undefined })) as never,
  };
}

describe("a document", () => {
  it("is cited by author, title, place of publication and date", () => {
    const record = withRecord(
      {
        author: [{ family: "Doe", given: "Jane" }, { literal: "Harbour Board" }],
        title: "Who pays",
        "container-title": "The Gazette",
        issued: "2025-03-04",
      },
      { author: "given", title: "given", "container-title": "given", issued: "given" },
    );
    expect(referTo(record, "en-GB")).toBe("Jane Doe and Harbour Board, Who pays, The Gazette, 4 March 2025");
  });

  it("has in square brackets what the pack inferred or supplied, once", () => {
    const record = withRecord(
      { title: "[A letter]", "container-title": "The Gazette", issued: "2025-03~" },
      { title: "supplied", "container-title": "inferred", issued: "inferred" },
    );
    expect(referTo(record, "en-GB")).toBe("[A letter], [The Gazette], [about March 2025]");
  });
});

describe("a page", () => {
  it("is cited by its pack with edition and date, and by its part", () => {
    const [summary] = pack.parts;
    if (summary === undefined) throw new Error("The sample has no part.");
    expect(viewReference(pack, summary)).toEqual({
      pack: "“Harbour dredging: who pays”, edition 2, 15 January 2026",
      part: summary.title,
      source: false,
    });
    expect(viewReference(pack, source)).toMatchObject({ part: referTo(source, "en-GB"), source: true });
  });
});
