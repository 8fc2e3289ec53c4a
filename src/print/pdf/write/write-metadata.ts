// Writes what a PDF says of itself: the information dictionary, and the same as XMP (ISO 16684-1) with the sign of PDF/UA-1.
import { writeByteString, writeTextString } from "../parse/pdf-text-string.ts";
import type { PdfMetadata } from "../pdf-metadata.ts";
import type { PdfFile } from "./pdf-file.ts";

/** Metadata in which nothing that PDF/UA asks for is missing. */
export type FullMetadata = PdfMetadata & { readonly title: string; readonly language: string };

/** Writes the information dictionary; returns its number. */
export function writeInformation(file: PdfFile, metadata: FullMetadata, program: string): number {
  const texts: Readonly<Record<string, string | undefined>> = {
    Title: metadata.title,
    Author: metadata.author,
    Subject: metadata.subject,
    Keywords: metadata.keywords?.join(", "),
    Creator: program,
    Producer: program,
  };
  const entries = Object.entries(texts).flatMap(([key, text]) =>
    text ? [`/${key}${writeTextString(text)}`] : [],
  );
  const dates = metadata.date
    ? ["CreationDate", "ModDate"].map((key) => `/${key}${writeDate(metadata.date as Date)}`)
    : [];
  return file.add(`<<${[...entries, ...dates].join("")}>>`);
}

function writeDate(date: Date): string {
  return writeByteString(
    `D:${date
      .toISOString()
      .replace(/\.\d+Z$/, "")
      .replace(/\D/g, "")}Z`,
  );
}

/** Writes the XMP packet; returns its number. */
export function writeXmp(file: PdfFile, metadata: FullMetadata, program: string): number {
  const { title, author, subject, keywords, language, date } = metadata;
  const day = date?.toISOString().replace(/\.\d+Z$/, "Z");
  const lines = [
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    author ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>` : "",
    subject
      ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(subject)}</rdf:li></rdf:Alt></dc:description>`
      : "",
    keywords?.length
      ? `<dc:subject><rdf:Bag>${keywords.map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`).join("")}</rdf:Bag></dc:subject>`
      : "",
    keywords?.length ? `<pdf:Keywords>${escapeXml(keywords.join(", "))}</pdf:Keywords>` : "",
    `<pdf:Producer>${escapeXml(program)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(program)}</xmp:CreatorTool>`,
    day ? `<xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>` : "",
    "<pdfuaid:part>1</pdfuaid:part>",
  ];
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.filter((line) => line !== "").join("\n")}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
  return file.addStream("/Type/Metadata/Subtype/XML", Buffer.from(packet, "utf8"), { plain: true });
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
