// Dates of a pack for reading and for machines.
import { formatDate } from "../../model/edtf.ts";

/** A date as shown, and as the `datetime` of a `time` element where HTML has a form for it. */
export interface DateView {
  readonly text: string;
  readonly machine: string | undefined;
}

/** An EDTF date for display in a language. HTML knows years, months and days, not intervals or doubt. */
export function viewDate(edtf: string, language: string): DateView {
  return {
    text: formatDate(edtf, language),
    machine: /^\d{4}(-\d{2}(-\d{2})?)?$/.test(edtf) ? edtf : undefined,
  };
}
