// Metadata and languages: each way to break them is reported, and nothing else is.
import { PDFString } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { testBreaks } from "../break-sample.ts";
import { nameOf } from "../read-objects.ts";

describe("the metadata", () => {
  testBreaks([
    ["no XMP", ["06-001"], { parts: ({ catalog }) => catalog.delete(nameOf("Metadata")) }],
    [
      "XMP that is not well-formed",
      ["06-001"],
      { xmp: (packet) => packet.replace("</dc:title>", "</dc:titel>") },
    ],
    ["an ampersand by itself", ["06-001"], { xmp: (packet) => packet.replace("&amp;", "&") }],
    [
      "a prefix that is not declared",
      ["06-001"],
      { xmp: (packet) => packet.replace(/xmlns:pdfuaid="[^"]*"/, "") },
    ],
    ["no part of PDF/UA", ["06-002"], { xmp: (packet) => packet.replace(/<pdfuaid.*part>/, "") }],
    ["another part of PDF/UA", ["06-002"], { xmp: (packet) => packet.replace("part>1<", "part>2<") }],
    [
      "a part in another namespace",
      ["06-002"],
      { xmp: (packet) => packet.replace("www.aiim.org/pdfua/ns/id/", "example.org/") },
    ],
    ["no dc:title", ["06-003"], { xmp: (packet) => packet.replace(/<dc:title>.*<\/dc:title>/, "") }],
    ["an empty dc:title", ["06-003"], { xmp: (packet) => packet.replace("Fish &amp; chips", " ") }],
    [
      "another title in Info",
      ["info-agreement"],
      { parts: ({ info }) => info.set(nameOf("Title"), PDFString.of("Fish")) },
    ],
    ["no title in Info", ["info-agreement"], { parts: ({ info }) => info.delete(nameOf("Title")) }],
    [
      "an author in Info alone",
      ["info-agreement"],
      { parts: ({ info }) => info.set(nameOf("Author"), PDFString.of("A. Writer")) },
    ],
    [
      "another date in Info",
      ["info-agreement"],
      { parts: ({ info }) => info.set(nameOf("CreationDate"), PDFString.of("D:20260102030405+01'00'")) },
    ],
  ]);
});

describe("languages", () => {
  testBreaks([
    [
      "a document language that is no tag",
      ["language-tag"],
      { parts: ({ catalog }) => catalog.set(nameOf("Lang"), PDFString.of("en_GB")) },
    ],
    [
      "an element with an empty language",
      ["language-tag"],
      { parts: ({ element }) => element("em").dict.set(nameOf("Lang"), PDFString.of("")) },
    ],
    [
      "marked content with no tag for a language",
      ["language-tag"],
      { content: (operators) => operators.replace("/H1 <</MCID", "/H1 <</Lang (English) /MCID") },
    ],
  ]);
});
