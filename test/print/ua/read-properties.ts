// Reads the property list of marked content (ISO 32000-1, 14.6.2), be it written in place or named in the resources.
import { PDFHexString, type PDFObject } from "@cantoo/pdf-lib";
import { numberAt, textAt, toDict } from "./read-objects.ts";
import { ContentName, type Operand } from "./tokenise-content.ts";

/** What a property list says that matters here. */
export interface Properties {
  readonly mcid: number | undefined;
  readonly language: string | undefined;
  readonly actualText: string | undefined;
}

/** Reads the second operand of BDC; `lookup` finds a named list. */
export function readProperties(
  value: Operand | undefined,
  lookup: (name: ContentName) => PDFObject | undefined,
): Properties {
  if (value instanceof Map) {
    const mcid: unknown = value.get("MCID");
    return {
      mcid: typeof mcid === "number" ? mcid : undefined,
      language: decodeText(value.get("Lang")),
      actualText: decodeText(value.get("ActualText")),
    };
  }
  const dict = value instanceof ContentName ? toDict(lookup(value)) : undefined;
  return {
    mcid: dict && numberAt(dict, "MCID"),
    language: dict && textAt(dict, "Lang"),
    actualText: dict && textAt(dict, "ActualText"),
  };
}

function decodeText(value: unknown): string | undefined {
  return value instanceof Uint8Array
    ? PDFHexString.of(Buffer.from(value).toString("hex")).decodeText()
    : undefined;
}
