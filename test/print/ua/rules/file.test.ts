// The file as such: each way to break it is reported, and nothing else is.
import { PDFBool, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { testBreaks } from "../break-sample.ts";
import { buildTaggedPdf } from "../build-tagged-pdf.ts";
import { checkAccessibility } from "../check-accessibility.ts";
import { dictAt, nameOf } from "../read-objects.ts";

describe("the file", () => {
  testBreaks([
    [
      "a catalog of a later version",
      ["header"],
      { parts: ({ catalog }) => catalog.set(nameOf("Version"), nameOf("2.0")) },
    ],
    [
      "a trailer without ID",
      ["trailer-id"],
      {
        parts: ({ context }) => {
          delete context.trailerInfo.ID;
        },
      },
    ],
    [
      "an empty ID",
      ["trailer-id"],
      {
        parts: ({ context }) => {
          context.trailerInfo.ID = context.obj([PDFString.of(""), PDFString.of("")]);
        },
      },
    ],
    ["no MarkInfo", ["marked"], { parts: ({ catalog }) => catalog.delete(nameOf("MarkInfo")) }],
    [
      "tags that are suspected",
      ["01-007"],
      { parts: ({ catalog }) => dictAt(catalog, "MarkInfo")?.set(nameOf("Suspects"), PDFBool.True) },
    ],
    [
      "no structure at all",
      ["structure", "unowned-mark", "28-011"],
      { parts: ({ catalog }) => catalog.delete(nameOf("StructTreeRoot")) },
    ],
    [
      "no word on the title in the window",
      ["07-001"],
      { parts: ({ catalog }) => catalog.delete(nameOf("ViewerPreferences")) },
    ],
    [
      "a title that is not shown",
      ["07-002"],
      {
        parts: ({ catalog }) =>
          dictAt(catalog, "ViewerPreferences")?.set(nameOf("DisplayDocTitle"), PDFBool.False),
      },
    ],
    ["no page labels", ["page-labels"], { parts: ({ catalog }) => catalog.delete(nameOf("PageLabels")) }],
    [
      "labels from the second page on",
      ["page-labels"],
      {
        parts: ({ catalog, context }) =>
          catalog.set(nameOf("PageLabels"), context.obj({ Nums: [1, { S: "D" }] })),
      },
    ],
    [
      "labels of pages that are not there",
      ["page-labels"],
      {
        parts: ({ catalog, context }) =>
          catalog.set(nameOf("PageLabels"), context.obj({ Nums: [0, { S: "D" }, 7, { S: "r" }] })),
      },
    ],
    [
      "labels out of order",
      ["page-labels"],
      {
        parts: ({ catalog, context }) =>
          catalog.set(nameOf("PageLabels"), context.obj({ Nums: [1, { S: "D" }, 0, { S: "r" }] })),
      },
    ],
    ["no language", ["11-006"], { parts: ({ catalog }) => catalog.delete(nameOf("Lang")) }],
  ]);

  it.each([
    ["a header of PDF 2", (text: string) => text.replace("%PDF-1.7", "%PDF-2.0")],
    ["a header that is not the first line", (text: string) => `\n${text}`],
  ])("reports %s", async (_, change) => {
    const text = Buffer.from(await buildTaggedPdf()).toString("latin1");
    const faults = await checkAccessibility(Buffer.from(change(text), "latin1"));
    expect(faults.map(({ rule }) => rule)).toEqual(["header"]);
  });
});
