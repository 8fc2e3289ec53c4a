import { expect, it } from "vitest";
import { namePdfs } from "../../../src/site/view/pdf-names.ts";

const edition = { number: 3, date: "2026-11-25" };
const nameOf = (title: string): string =>
  namePdfs({ title, edition }, "public").whole.replace("-edition-3-2026-11-25.pdf", "");

it("tells pack, edition and date, and which edition holds the full texts", () => {
  const title = "Article 5 and the guarantees";
  expect(namePdfs({ title, edition }, "public")).toEqual({
    whole: "article-5-and-the-guarantees-edition-3-2026-11-25.pdf",
    summary: "article-5-and-the-guarantees-summary-edition-3-2026-11-25.pdf",
  });
  expect(namePdfs({ title, edition }, "full").whole).toBe(
    "article-5-and-the-guarantees-full-edition-3-2026-11-25.pdf",
  );
});

it.each([
  ["NATO’s “Article 5”: who pays?", "natos-article-5-who-pays"],
  ["Émigrés & Łódź / the Straße", "emigres-lodz-the-strasse"],
  ["../../etc/passwd", "etc-passwd"],
  ["Гарантії безпеки", "briefing"],
  ["word ".repeat(40), Array.from({ length: 16 }, () => "word").join("-")],
  ["x".repeat(300), "x".repeat(80)],
])("folds the title %s to letters that every system keeps", (title, name) => {
  expect(nameOf(title)).toBe(name);
});
