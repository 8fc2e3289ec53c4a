// Whose words a quotation takes: the author's, or those of somebody whom the author quotes.
import { expect, test } from "vitest";
import { standsInSpeech } from "../../src/evidence/spoken.ts";

test.each([
  ["between typographic marks", "“We waited,” she said.", "We waited"],
  ["between straight marks", 'So "we waited" there.', "we waited"],
  ["closed by two single marks", "“We waited,’’ she said.", "We waited"],
  ["between single marks", "She said: ‘We waited.’", "We waited"],
  ["with an apostrophe in it", "‘We didn’t wait,’ she said.", "didn’t wait"],
  ["between low marks", "Вона сказала „ми чекали“ тихо.", "ми чекали"],
  ["between guillemets", "Elle dit « nous attendions ».", "nous attendions"],
  ["that is left open", "“We waited, and nobody came.", "nobody came"],
  ["in part", "“We waited a night and a day,” she said.", "We waited … and a day"],
])("speech %s", (_name, passage, quotation) => {
  expect(standsInSpeech(passage, quotation)).toBe(true);
});

test.each([
  ["before speech", "The pilot said “we waited” at last.", "The pilot said"],
  ["after speech", "“We waited,’’ the pilot said. Nobody came.", "Nobody came"],
  ["after speech between low marks", "Вона сказала „ми чекали“ тихо.", "тихо"],
  ["around speech", "They were “waiting” there.", "They were “waiting” there"],
  [
    "that stand outside speech as well",
    "The toll was high. “The toll was high,” he said.",
    "The toll was high",
  ],
  ["with apostrophes", "The board’s men and the ports’ men didn’t wait.", "men and the ports"],
  ["without speech", "Nobody came.", "Nobody came"],
])("words %s", (_name, passage, quotation) => {
  expect(standsInSpeech(passage, quotation)).toBe(false);
});

test("marks without end cost no time", () => {
  const start = performance.now();
  standsInSpeech("“ '' ‘a ".repeat(20_000), "x");
  standsInSpeech("«".repeat(50_000), "x");
  standsInSpeech("‘a ".repeat(10_000), "x");
  expect(performance.now() - start).toBeLessThan(3_000);
});
