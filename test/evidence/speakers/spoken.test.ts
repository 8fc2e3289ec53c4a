// Whose words a quotation takes: the author's, or those of somebody whom the author quotes.
import { describe, expect, test } from "vitest";
import { standsInSpeech } from "../../../src/evidence/speakers/spoken.ts";

test.each([
  ["between typographic marks", "“We waited,” she said.", "We waited"],
  ["between straight marks", 'So "we waited" there.', "we waited"],
  ["closed by two single marks", "“We waited,’’ she said.", "We waited"],
  ["between single marks", "She said: ‘We waited.’", "We waited"],
  ["with an apostrophe in it", "‘We didn’t wait,’ she said.", "didn’t wait"],
  ["between low marks", "Вона сказала „ми чекали“ тихо.", "ми чекали"],
  ["between guillemets", "Elle dit « nous attendions ».", "nous attendions"],
  ["between guillemets that point inwards", "Er sagte: »Wir haben gewartet«, leise.", "Wir haben gewartet"],
  ["between two marks of one shape", "Hon sa: ”Vi väntade”, tyst.", "Vi väntade"],
  ["between low and high marks", "„Czekaliśmy” – powiedziała.", "Czekaliśmy"],
  ["between low single marks", "Sie sagte: ‚Wir warten‘, leise.", "Wir warten"],
  ["within speech", "“She called it ‘a rope of sand’, and left,” he said.", "and left"],
  [
    "around a single mark without its partner",
    "“She called it ‘a rope, and left,” he said.",
    "She called it",
  ],
  ["within speech between guillemets", "« Il a dit « attendez » hier », dit-elle.", "hier"],
  ["after a measure", 'The 12" gun fired. "We waited," she said. "So did I."', "So did I"],
  ["around a measure", '"The 12" gun fired," she said.', "gun fired"],
  ["after speech without an end", '"We ran, she said. "Nobody came," he said.', "Nobody came"],
  ["after a stray mark", 'We ran," she said. "Nobody came," he said.', "Nobody came"],
  ["after an elision", "Il parla de l’« alliance » et de la « garantie ».", "garantie"],
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
  ["after a measure", 'The 12" gun fired. "We waited," she said. Nobody came.', "Nobody came"],
  ["between speech and speech, after a measure", 'A 12" gun. "We ran," she said. "I," he said.', "she said"],
  ["after speech without an end", "“We waited, she said. Nobody came.", "Nobody came"],
  ["after speech without an end, in straight marks", '"We ran, she said. "Yes," he said. No.', "No"],
  ["before a mark without a beginning", 'We waited," she said.', "she said"],
  ["after guillemets that point inwards", "»Wir warten«, sagte er. Niemand kam.", "Niemand kam"],
  ["between two of them", "»Wir warten«, sagte er. »Niemand kam.«", "sagte er"],
])("words %s", (_name, passage, quotation) => {
  expect(standsInSpeech(passage, quotation)).toBe(false);
});

describe("speech of several paragraphs", () => {
  const first = "She stood up. “We waited, and nobody came.";
  test("goes on to the end where the next opens with the same mark", () => {
    expect(standsInSpeech(first, "nobody came", "“So we left,” she said.")).toBe(true);
    expect(standsInSpeech(first.replace("“", '"'), "nobody came", '"So we left," she said.')).toBe(true);
    expect(standsInSpeech(first, "She stood up", "“So we left,” she said.")).toBe(false);
  });
  test("between single marks, too", () => {
    const single = first.replace("“", "‘");
    expect(standsInSpeech(single, "nobody came", "‘So we left,’ she said.")).toBe(true);
    expect(standsInSpeech(single, "nobody came", "“So we left,” she said.")).toBe(false);
  });
  test("is a mark without its partner where it does not", () => {
    expect(standsInSpeech(first, "nobody came", "So we left.")).toBe(false);
    expect(standsInSpeech(first, "nobody came", "«So we left,» she said.")).toBe(false);
    expect(standsInSpeech(first, "nobody came")).toBe(false);
  });
  test("is ended only by the last", () => {
    const closed = "“We waited,” she said. “And nobody came.";
    expect(standsInSpeech(closed, "she said", "“So we left.”")).toBe(false);
    expect(standsInSpeech(closed, "nobody came", "“So we left.”")).toBe(true);
  });
});

test("marks without end cost no time", () => {
  const start = performance.now();
  standsInSpeech("“ '' ‘a ".repeat(20_000), "x");
  standsInSpeech("«".repeat(50_000), "x");
  standsInSpeech("‘a ".repeat(10_000), "x");
  standsInSpeech("“a ".repeat(20_000) + "» ".repeat(20_000), "x", "“a");
  expect(performance.now() - start).toBeLessThan(3_000);
});
