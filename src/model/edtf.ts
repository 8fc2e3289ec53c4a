// Dates in the Extended Date/Time Format (EDTF), level 1.
import edtf, { parse } from "edtf";
import { z } from "zod";
import { formatLongYear, formatSeason, formatUnspecified } from "./edtf-unspecified.ts";

/**
 * A date in EDTF level 1 (ISO 8601-2:2019, Library of Congress): `2025-12-15`, `2025-12`, `1919`, `2025-12~` (approximate),
 * `2025-12?` (uncertain), `2025-12%` (both), `202X`, `2025-08/2025-12`, `2025-12/..`.
 */
export const edtfDate = z.string().refine(isEdtf, {
  message: "is not a date in EDTF level 1",
  params: {
    fix: "Write a date like 2025-12-15, 2025-12, 1919, 2025-12~ (approximate) or 2025-12? (uncertain); put it in quotation marks.",
  },
});

/** A whole calendar day, `2026-11-22`. */
export const calendarDay = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isEdtf(text), {
  message: "is not a calendar day",
  params: {
    fix: "Write a day that exists as year-month-day, such as 2026-11-22; put it in quotation marks.",
  },
});

interface ParsedDate {
  readonly type: string;
  readonly values: readonly (number | ParsedDate | null)[];
  readonly approximate?: unknown;
  readonly uncertain?: unknown;
  readonly unspecified?: unknown;
}

function isEdtf(text: string): boolean {
  try {
    // The grammar alone lets an interval end before it begins; the constructor does not.
    edtf(text, { level: 1 });
  } catch {
    return false;
  }
  const ends = text.split("/");
  return ends.every(isDayOfCalendar) && !(ends.length > 1 && ends.every((end) => end === "" || end === ".."));
}

/** The grammar knows how many days a month has, but nothing of leap years. */
function isDayOfCalendar(text: string): boolean {
  const year = /^(-?\d{4})-02-29/.exec(text)?.[1];
  if (year === undefined) return true;
  return Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
}

/** The earliest and latest moment of a date, in milliseconds since 1970 UTC; ±Infinity at an open end. */
export function dateBounds(text: string): { readonly from: number; readonly to: number } {
  const value = edtf(text, { level: 1 });
  return { from: finite(value.min, -Infinity), to: finite(value.max, Infinity) };
}

function finite(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/**
 * A date as a reader wants it in running text: `2025-12~` is "about December 2025", `2025-12?` is "December 2025 (uncertain)",
 * `1919/1920` is "1919 to 1920", `1905-21` is "spring 1905", `190X` is "1900s". `language` is a BCP 47 tag.
 */
export function formatDate(text: string, language: string): string {
  return formatParsed(parse(text, { level: 1 }) as ParsedDate, text, language);
}

function formatParsed(date: ParsedDate, text: string, language: string): string {
  if (date.type === "Interval") {
    const [left = "", right = ""] = text.split("/");
    if (left === ".." || left === "") return `until ${formatDate(right, language)}`;
    if (right === ".." || right === "") return `from ${formatDate(left, language)}`;
    return `${formatDate(left, language)} to ${formatDate(right, language)}`;
  }
  if (date.type !== "Date") return formatSeason(text) ?? formatLongYear(text) ?? text;
  if (date.unspecified !== undefined) return formatUnspecified(text, (known) => formatDate(known, language));
  const plain = formatPlain(date.values, language);
  const about = date.approximate === undefined ? plain : `about ${plain}`;
  return date.uncertain === undefined ? about : `${about} (uncertain)`;
}

function formatPlain(values: ParsedDate["values"], language: string): string {
  const [year, month, day] = values;
  if (typeof year !== "number") return "";
  if (typeof month !== "number" && year > 0) return String(year);
  const date = new Date(0);
  // Date.UTC takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, typeof month === "number" ? month : 0, typeof day === "number" ? day : 1);
  return new Intl.DateTimeFormat(language, {
    year: "numeric",
    timeZone: "UTC",
    ...(year > 0 ? {} : { era: "short" }),
    ...(typeof month === "number" ? { month: "long" } : {}),
    ...(typeof day === "number" ? { day: "numeric" } : {}),
  }).format(date);
}
