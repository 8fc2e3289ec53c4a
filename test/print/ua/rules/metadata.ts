// What the document says about itself in XMP, and whether the Info dictionary says the same (Matterhorn 06).
import type { PDFDict } from "@cantoo/pdf-lib";
import { bytesOf, streamAt, textAt } from "../read-objects.ts";
import { readXmp, XMP, type XmpProperties } from "../read-xmp.ts";
import type { UaFault } from "../ua-fault.ts";
import type { Rule } from "./rule.ts";

/** Entries of Info and the properties that must say the same (ISO 32000-1, 14.3; ISO 19005-1, 6.7.3). */
const SAME: readonly (readonly [entry: string, property: string])[] = [
  ["Title", `${XMP.dc} title`],
  ["Author", `${XMP.dc} creator`],
  ["Subject", `${XMP.dc} description`],
  ["Keywords", `${XMP.pdf} Keywords`],
  ["Creator", `${XMP.xmp} CreatorTool`],
  ["Producer", `${XMP.pdf} Producer`],
  ["CreationDate", `${XMP.xmp} CreateDate`],
  ["ModDate", `${XMP.xmp} ModifyDate`],
];

/** The XMP is there, well-formed, says PDF/UA-1 and the title, and agrees with Info. */
export const checkMetadata: Rule = function* ({ catalog, info }) {
  const stream = streamAt(catalog, "Metadata");
  if (!stream) {
    yield { rule: "06-001", message: "the catalog has no Metadata stream" };
    return;
  }
  const properties = parse(bytesOf(stream));
  if (typeof properties === "string") {
    yield { rule: "06-001", message: `the XMP cannot be read: ${properties}` };
    return;
  }
  const part = properties.get(`${XMP.pdfuaid} part`)?.[0];
  if (part !== "1")
    yield { rule: "06-002", message: `the XMP says pdfuaid:part ${part ?? "not at all"}, not 1` };
  if (!properties.get(`${XMP.dc} title`)?.[0]?.trim()) {
    yield { rule: "06-003", message: "the XMP has no dc:title" };
  } else if (info) yield* compare(info, properties);
};

function parse(bytes: Uint8Array): XmpProperties | string {
  try {
    return readXmp(bytes);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function* compare(info: PDFDict, properties: XmpProperties): Iterable<UaFault> {
  for (const [entry, property] of SAME) {
    const stated = textAt(info, entry);
    const other = properties.get(property)?.join(", ");
    if (stated === undefined && (other === undefined || entry !== "Title")) continue;
    const isSame = entry.endsWith("Date") ? readTime(stated) === readTime(other) : stated === other;
    if (!isSame) {
      const name = property.split(" ").at(-1);
      yield {
        rule: "info-agreement",
        message: `Info says ${entry} "${stated ?? ""}", the XMP says ${name} "${other ?? ""}"`,
      };
    }
  }
}

/** Milliseconds of a date of PDF (D:20260102030405+01'00') or of XMP (2026-01-02T03:04:05+01:00). */
function readTime(date: string | undefined): number | undefined {
  if (date === undefined) return undefined;
  const parts =
    /^(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(?:Z|([-+]\d\d)[':]?(\d\d)?'?)?/.exec(
      date,
    );
  if (!parts) return Number.NaN;
  const [
    ,
    year,
    month = "01",
    day = "01",
    hour = "00",
    minute = "00",
    second = "00",
    zone = "+00",
    rest = "00",
  ] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${rest}`);
}
