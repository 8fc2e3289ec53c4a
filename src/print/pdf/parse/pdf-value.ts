// The values a PDF is made of, as plain data (ISO 32000-1, 7.3).

/** A value. A string of ours is a name, with its slash. */
export type PdfValue = null | boolean | number | string | PdfString | PdfRef | readonly PdfValue[] | PdfDict;

/** A string, as it is written in the file with its brackets. */
export interface PdfString {
  readonly written: string;
}

/** A reference to another object, by its number. */
export interface PdfRef {
  readonly ref: number;
}

/** A dictionary; its keys have their slash, so that it is told from the other shapes. */
export interface PdfDict {
  readonly [key: `/${string}`]: PdfValue;
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return typeof value === "object" && value !== null && "ref" in value;
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return typeof value === "object" && value !== null && "written" in value;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return (
    typeof value === "object" &&
    value !== null &&
    !isArray(value) &&
    !("ref" in value) &&
    !("written" in value)
  );
}
