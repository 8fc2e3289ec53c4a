// What a finished PDF says of itself.
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { finishPdf } from "../../../src/print/pdf/finish-pdf.ts";

async function printed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  pdf.setTitle("of the browser");
  return pdf.save();
}

const program = "briefing-pack 0.0.0";

it("says title, author, subject, keywords, language, program and dates", async () => {
  const date = new Date("2026-03-04T05:06:07Z");
  const metadata = {
    title: "Guarantees – œuvre",
    author: "Desk",
    subject: "About",
    keywords: ["a", "b"],
    language: "fr",
    date,
  };
  const { bytes, sizes } = await finishPdf(await printed(), { metadata, headings: [], program });
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(sizes).toEqual([[595, 842]]);
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords()]).toEqual([
    "Guarantees – œuvre",
    "Desk",
    "About",
    "a, b",
  ]);
  expect([pdf.getCreator(), pdf.getProducer()]).toEqual([program, program]);
  expect([pdf.getCreationDate(), pdf.getModificationDate()]).toEqual([date, date]);
  expect(String(pdf.catalog.lookup(PDFName.of("Lang")))).toBe("(fr)");
  const preferences = pdf.catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict);
  expect(String(preferences.lookup(PDFName.of("DisplayDocTitle")))).toBe("true");
});

it("makes the same bytes of the same input", async () => {
  const input = await printed();
  const options = { metadata: { title: "Same", date: new Date(0) }, headings: [], program };
  const [one, two] = [await finishPdf(input, options), await finishPdf(input, options)];
  expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
});

it("leaves its input as it is", async () => {
  const input = await printed();
  const before = Uint8Array.from(input);
  await finishPdf(input, { metadata: { title: "Other" }, headings: [], program });
  expect(input).toEqual(before);
});

it("gives bookmarks the text of their headings, and leaves the others as they are", async () => {
  const pdf = await PDFDocument.load(await printed());
  const { context } = pdf;
  const titles = ["Guaranteesof 2025", "Not a heading", "Annex"];
  const refs = titles.map((title) => context.register(context.obj({ Title: PDFString.of(title) })));
  refs.forEach((ref, index) => {
    const next = refs[index + 1];
    if (next) context.lookup(ref, PDFDict).set(PDFName.of("Next"), next);
  });
  pdf.catalog.set(PDFName.of("Outlines"), context.obj({ First: refs[0], Last: refs[2] }));
  const headings = ["Guarantees of 2025 and after", "Unseen", "Annex"];
  const { bytes } = await finishPdf(await pdf.save(), { metadata: {}, headings, program });
  const finished = await PDFDocument.load(bytes);
  const outline = finished.catalog.lookup(PDFName.of("Outlines"), PDFDict);
  const found: string[] = [];
  let entry: PDFDict | undefined = outline.lookup(PDFName.of("First"), PDFDict);
  while (entry) {
    found.push(entry.lookup(PDFName.of("Title"), PDFString, PDFHexString).decodeText());
    entry = entry.lookupMaybe(PDFName.of("Next"), PDFDict);
  }
  expect(found).toEqual(["Guarantees of 2025 and after", "Not a heading", "Annex"]);
});
