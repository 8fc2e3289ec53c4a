// Dates in EDTF level 1 that leave something open: seasons, and digits that are not known.

/** Spring to winter as EDTF level 1 numbers them, wherever on the earth (Library of Congress, EDTF specification). */
const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

/** `1905-21` as "spring 1905"; undefined where the text is no season. */
export function formatSeason(text: string): string | undefined {
  const [, year = "", month = ""] = /^(-?\d{4})-(\d\d)$/.exec(text) ?? [];
  const season = SEASONS[month];
  return season === undefined ? undefined : `${season} ${formatYear(year)}`;
}

/** `Y170000002` as "170000002"; undefined where the text is no such year. */
export function formatLongYear(text: string): string | undefined {
  const year = /^Y(-?\d+)$/.exec(text)?.[1];
  return year === undefined ? undefined : formatYear(year);
}

/**
 * A date with unknown digits, in English: `190X` is "1900s", `19XX` is "1900 to 1999", `1905-XX` is "1905, month unknown",
 * `1905-04-XX` is "April 1905, day unknown". `formatKnown` formats what stands before the first unknown part.
 */
export function formatUnspecified(text: string, formatKnown: (known: string) => string): string {
  const known = /^(-?\d{4}(?:-\d\d)?)(-XX|-XX-XX)$/.exec(text);
  if (known !== null) {
    const [, before = "", unknown] = known;
    const what =
      unknown === "-XX-XX" ? "month and day" : before.replace(/^-/, "").length > 4 ? "day" : "month";
    return `${formatKnown(before)}, ${what} unknown`;
  }
  const [, sign = "", digits = ""] = /^(-?)(\d*)X+(?:-XX)*$/.exec(text) ?? [];
  if (digits === "") return "year unknown";
  const era = sign === "" ? "" : " BC";
  const first = digits.padEnd(4, "0").replace(/^0+(?=\d)/, "");
  const last = digits.padEnd(4, "9").replace(/^0+(?=\d)/, "");
  const ends = sign === "" ? [first, last] : [last, first];
  return digits.length === 3 ? `${first}s${era}` : `${ends.join(" to ")}${era}`;
}

/** A year of EDTF counts 1 BC as 0. */
function formatYear(text: string): string {
  const year = Number(text);
  return year > 0 ? String(year) : `${1 - year} BC`;
}
