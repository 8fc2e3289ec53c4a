// Dates of a pack for reading and for machines.
import { formatDate } from "../../model/edtf.ts";

/** A date as shown, and as the `datetime` of a `time` element where HTML has a form for it. */
export interface DateView {
  readonly text: string;
  readonly machine: string | undefined;
}

/** An EDTF date for display in a language. HTML knows years from 1, months and days, not intervals, seasons or doubt. */
export function viewDate(edtf: string, language: string): DateView {
  return {
    text: formatDate(edtf, language),
    machine: /^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(edtf) ? edtf : undefined,
  };
}
