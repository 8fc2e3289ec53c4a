// What a PDF says of itself, once in the information dictionary and once as XMP.
import { decodePDFRawStream, PDFName, type PDFRawStream } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import {
  type FullMetadata,
  writeInformation,
  writeXmp,
} from "../../../../src/print/pdf/write/write-metadata.ts";
import { openSample, writeSample } from "./write-sample.ts";

const PROGRAM = "briefing-pack 1.0.0";

async function write(metadata: FullMetadata) {
  const bytes = writeSample((file) => ({
    catalog: `/Metadata ${writeXmp(file, metadata, PROGRAM)} 0 R`,
    trailer: `/Info ${writeInformation(file, metadata, PROGRAM)} 0 R`,
  }));
  const document = await openSample(bytes);
  const stream = document.catalog.lookup(PDFName.of("Metadata")) as PDFRawStream;
  return { document, bytes, xmp: Buffer.from(decodePDFRawStream(stream).decode()).toString("utf8") };
}

const FULL: FullMetadata = {
  title: `Fish & "chips" <(raw)>`,
  author: "Ольга Стефанішина",
  subject: "A subject",
  keywords: ["NATO", "Article 5"],
  language: "en-GB",
  date: new Date("2026-01-02T03:04:05.678Z"),
};

it("says the same in both places", async () => {
  const { document, xmp } = await write(FULL);
  expect([
    document.getTitle(),
    document.getAuthor(),
    document.getSubject(),
    document.getKeywords(),
    document.getCreator(),
    document.getProducer(),
  ]).toEqual([FULL.title, FULL.author, FULL.subject, "NATO, Article 5", PROGRAM, PROGRAM]);
  const date = new Date("2026-01-02T03:04:05Z");
  expect([document.getCreationDate(), document.getModificationDate()]).toEqual([date, date]);
  expect(xmp).toContain("Fish &amp; &quot;chips&quot; &lt;(raw)&gt;");
  expect(xmp).toContain("<dc:creator><rdf:Seq><rdf:li>Ольга Стефанішина</rdf:li></rdf:Seq></dc:creator>");
  expect(xmp).toContain("<rdf:li>NATO</rdf:li><rdf:li>Article 5</rdf:li>");
  expect(xmp).toContain("<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>");
  expect(xmp).toContain("<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>");
  expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
});

it("says nothing of what it does not know, least of all the time", async () => {
  const { document, xmp } = await write({ title: "Title", language: "en", author: "", keywords: [] });
  expect([document.getAuthor(), document.getKeywords(), document.getCreationDate()]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(xmp).not.toMatch(/dc:creator|dc:subject|dc:description|pdf:Keywords|Date/);
});

it("leaves XMP unpacked, for programs that look for it in the file", async () => {
  const { bytes } = await write(FULL);
  expect(Buffer.from(bytes).toString("utf8")).toContain("<pdfuaid:part>1</pdfuaid:part>");
});
