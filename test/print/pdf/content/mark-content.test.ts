// What a page paints is marked as content of an element or as an artifact, and the marks are nested soundly.
import { describe, expect, it } from "vitest";
import { type Edit, markContent } from "../../../../src/print/pdf/content/mark-content.ts";
import type { ContentStream, FormContent } from "../../../../src/print/pdf/content/page-content.ts";
import { scanOperators } from "../../../../src/print/pdf/content/scan-operators.ts";

function stream(text: string, forms: Readonly<Record<string, FormContent>> = {}): ContentStream {
  return {
    text,
    operators: scanOperators(text),
    resources: {},
    forms: new Map(Object.entries(forms)),
    firstNumber: 0,
    marked: text.includes("/MCID"),
  };
}

/** Marks a stream in which 1 and 2 belong to paragraphs; the lines of the result, blanks left out. */
function mark(text: string, forms?: Readonly<Record<string, FormContent>>, edits: readonly Edit[] = []) {
  const result = markContent(stream(text, forms), (mcid) => (mcid < 3 ? "P" : undefined), edits);
  return {
    lines: result.text.trim().split(/\s+/).join(" "),
    marks: result.marks,
  };
}

describe("content of elements", () => {
  it("gets numbers in the order of painting", () => {
    expect(mark("/A <</MCID 2 >>BDC BT <01> Tj ET EMC /A <</MCID 1 >>BDC BT <02> Tj ET EMC")).toEqual({
      lines: "/P<</MCID 0>>BDC BT <01> Tj ET EMC /P<</MCID 1>>BDC BT <02> Tj ET EMC",
      marks: [2, 1],
    });
  });

  it("has two marks where the graphics state it began in ends before it", () => {
    expect(mark("q /A <</MCID 1 >>BDC 1 1 1 1 re f Q 2 2 2 2 re f EMC")).toEqual({
      lines: "q /P<</MCID 0>>BDC 1 1 1 1 re f EMC Q /P<</MCID 1>>BDC 2 2 2 2 re f EMC",
      marks: [1, 1],
    });
  });

  it("is told apart from what was marked before where the browser says of glyphs that they are reversed", () => {
    const text = "/A <</MCID 1 >>BDC BT <01> Tj ET BT /ReversedChars BMC <02> Tj EMC ET EMC";
    const numbers = new Map([text.indexOf("<01>"), text.indexOf("<02>")].map((at, index) => [at, 8 + index]));
    const result = markContent(stream(text), () => "P", [], { numbers });
    expect(result.text.trim().split(/\s+/).join(" ")).toBe(
      "/P<</MCID 0>>BDC BT <01> Tj ET EMC BT /P<</MCID 1>>BDC <02> Tj EMC ET",
    );
    expect(result.marks).toEqual([8, 9]);
  });

  it("has no mark where nothing is painted", () => {
    expect(mark("/A <</MCID 1 >>BDC 1 g EMC").marks).toEqual([]);
  });

  it("keeps the text that stands for its glyphs inside its mark", () => {
    const replaced = "/Span <</ActualText <FEFF0041> >>BDC <01> Tj EMC";
    expect(mark(`/A <</MCID 1 >>BDC BT ${replaced} ET EMC`).lines).toBe(
      `/P<</MCID 0>>BDC BT ${replaced} ET EMC`,
    );
  });

  it("that the text opens inside is closed inside it", () => {
    expect(mark("BT /A <</MCID 1 >>BDC <01> Tj EMC /A <</MCID 2 >>BDC <02> Tj EMC ET").lines).toBe(
      "BT /P<</MCID 0>>BDC <01> Tj EMC /P<</MCID 1>>BDC <02> Tj EMC ET",
    );
  });
});

describe("artifacts", () => {
  it("are what is painted outside of elements, from the start of a path on", () => {
    expect(mark("1 g 0 0 m 1 1 l S BT /F 1 Tf <01> Tj ET").lines).toBe(
      "1 g /Artifact BMC 0 0 m 1 1 l S BT /F 1 Tf <01> Tj ET EMC",
    );
  });

  it("are what belongs to an element that is not in the structure", () => {
    expect(mark("/A <</MCID 7 >>BDC /X Do EMC").lines).toBe("/Artifact BMC /X Do EMC");
  });

  it("are not made of clips", () => {
    expect(mark("0 0 1 1 re W n").lines).toBe("0 0 1 1 re W n");
  });
});

describe("forms", () => {
  const form = (text: string): FormContent => ({ ...stream(text), ref: 9 });

  it("that hold content of elements stand outside of marks", () => {
    const forms = { X1: form("/A <</MCID 1 >>BDC f EMC") };
    expect(mark("0 0 1 1 re f /X1 Do", forms).lines).toBe("/Artifact BMC 0 0 1 1 re f EMC /X1 Do");
  });

  it("that hold none are marked as a whole", () => {
    expect(mark("/X1 Do", { X1: form("0 0 1 1 re f") }).lines).toBe("/Artifact BMC /X1 Do EMC");
  });
});

it("changes the text where it is told to", () => {
  const text = "/A <</MCID 1 >>BDC BT <01> Tj ET EMC";
  const at = text.indexOf("> Tj");
  expect(mark(text, {}, [{ at, end: at, text: "20" }]).lines).toBe("/P<</MCID 0>>BDC BT <0120> Tj ET EMC");
});
