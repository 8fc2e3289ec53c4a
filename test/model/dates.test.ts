// Dates in EDTF level 1: which are dates, how they read, and when they begin and end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDay, dateBounds, edtfDate, formatDate } from "../../src/model/edtf.ts";
import { viewDate } from "../../src/site/view/dates.ts";

const DATES: readonly (readonly [date: string, reads: string, from: string, to: string])[] = [
  ["2025-12-15", "15 December 2025", "2025-12-15", "2025-12-15"],
  ["2025-12", "December 2025", "2025-12-01", "2025-12-31"],
  ["1919", "1919", "1919-01-01", "1919-12-31"],
  ["2025-12~", "about December 2025", "2025-12-01", "2025-12-31"],
  ["2025-12?", "December 2025 (uncertain)", "2025-12-01", "2025-12-31"],
  ["2025-12%", "about December 2025 (uncertain)", "2025-12-01", "2025-12-31"],
  ["2025-12-14/2025-12-15", "14 December 2025 to 15 December 2025", "2025-12-14", "2025-12-15"],
  ["2025~/2026?", "about 2025 to 2026 (uncertain)", "2025-01-01", "2026-12-31"],
  ["2025-12/..", "from December 2025", "2025-12-01", "open"],
  ["2025-12/", "from December 2025", "2025-12-01", "open"],
  ["../2025", "until 2025", "open", "2025-12-31"],
  ["202X", "2020s", "2020-01-01", "2029-12-31"],
  ["19XX", "1900 to 1999", "1900-01-01", "1999-12-31"],
  ["2025-XX", "2025, month unknown", "2025-01-01", "2025-12-31"],
  ["2025-XX-XX", "2025, month and day unknown", "2025-01-01", "2025-12-31"],
  ["2025-04-XX", "April 2025, day unknown", "2025-04-01", "2025-04-30"],
  ["2024-02-29", "29 February 2024", "2024-02-29", "2024-02-29"],
  ["2000-02-29", "29 February 2000", "2000-02-29", "2000-02-29"],
  ["0050-02-01", "1 February 50", "0050-02-01", "0050-02-01"],
  ["0000", "1 BC", "0000-01-01", "0000-12-31"],
];

describe("a date", () => {
  test.each(DATES)("%s reads %s", (date, reads) => {
    expect(edtfDate.safeParse(date).success).toBe(true);
    expect(formatDate(date, "en-GB")).toBe(reads);
  });

  test.each(DATES)("%s begins and ends (%s)", (date, _reads, from, to) => {
    const day = (time: number): string =>
      Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : "open";
    expect([day(dateBounds(date).from), day(dateBounds(date).to)]).toEqual([from, to]);
  });

  test.each([
    ["1905-21", "spring 1905"],
    ["1905-22", "summer 1905"],
    ["1905-23", "autumn 1905"],
    ["1905-24", "winter 1905"],
    ["Y170000002", "170000002"],
  ])("%s reads %s", (date, reads) => {
    expect(edtfDate.safeParse(date).success).toBe(true);
    expect(formatDate(date, "en-GB")).toBe(reads);
  });

  test.each(["1905-21", "190X", "1905-XX", "0000", "Y170000002", "1905~"])(
    "%s is none that HTML's time element knows",
    (date) => expect(viewDate(date, "en-GB").machine).toBeUndefined(),
  );

  test.each(["1905", "1905-12", "1905-12-01"])("%s is one that it knows", (date) =>
    expect(viewDate(date, "en-GB").machine).toBe(date),
  );

  test("reads in the language of the pack", () => {
    expect(formatDate("2025-12-15", "uk")).toBe("15 грудня 2025 р.");
    expect(formatDate("2025-12-15", "de")).toBe("15. Dezember 2025");
    expect(formatDate("2025-12-15", "en-US")).toBe("December 15, 2025");
  });
});

describe("no date", () => {
  test.each([
    ["a day that does not exist", "2025-02-30"],
    ["29 February of a common year", "2023-02-29"],
    ["29 February of a common century", "1900-02-29"],
    ["an interval from such a day", "2023-02-29/2023-03-01"],
    ["a month that does not exist", "2025-13"],
    ["day 0", "2025-12-00"],
    ["unknown, of the EDTF of 2012", "unknown"],
    ["open, of the EDTF of 2012", "2025/open"],
    ["u, of the EDTF of 2012", "2025-uu"],
    ["u for a decade", "199u"],
    ["a date of level 2", "2025-~12"],
    ["a set of level 2", "[2025,2026]"],
    ["an interval that ends before it begins", "2025-12-15/2025-11"],
    ["an interval without ends", "../.."],
    ["a month of one digit", "2025-1"],
    ["a date without hyphens", "20251215"],
    ["words", "December 2025"],
    ["nothing", ""],
  ])("is %s: %s", (_what, text) => {
    expect(edtfDate.safeParse(text).success).toBe(false);
  });
});

describe("a calendar day", () => {
  test("is a whole day that exists", () => {
    expect(calendarDay.safeParse("2026-11-22").success).toBe(true);
    for (const text of [
      "2026-11",
      "2026-11-31",
      "2025-02-29",
      "2026-11-22~",
      "2026-11-22/2026-11-23",
      "2026-11-22T10:00:00Z",
    ]) {
      expect(calendarDay.safeParse(text).success).toBe(false);
    }
  });

  test("exists if a calendar has it, in any year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          const pad = (number: number, length: number): string => String(number).padStart(length, "0");
          const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
          expect(calendarDay.safeParse(text).success).toBe(date.getUTCMonth() === month - 1);
        },
      ),
    );
  });
});

test("whatever passes as a date can be read and has bounds", () => {
  const digits = fc.stringMatching(
    /^(\d{4}(-\d\d(-\d\d)?)?[~?%]?|\.\.|\d\d\dX|)(\/(\d{4}(-\d\d)?[~?%]?|\.\.|))?$/,
  );
  fc.assert(
    fc.property(digits, (text) => {
      if (!edtfDate.safeParse(text).success) return;
      expect(formatDate(text, "en-GB")).not.toBe("");
      const { from, to } = dateBounds(text);
      expect(from).toBeLessThanOrEqual(to);
    }),
  );
});
