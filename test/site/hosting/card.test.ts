// The card of a hosted pack: the same bytes for the same text, and no text beyond its box, however long.
import { loadImage } from "@napi-rs/canvas";
import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { CARD_SIZE, type CardText, drawCard } from "../../../src/site/hosting/card.ts";
import { fitText } from "../../../src/site/hosting/card-layout.ts";

const TEXT: CardText = {
  title: "Harbour dredging: who pays",
  subtitle: "Two letters and a minute",
  edition: "Edition 2, 15 January 2026",
  marking: { label: "TLP:AMBER+STRICT", colour: "#FFC000" },
  accent: "#0b4f6c",
};
const MARGIN = 80;

/** The colours of the pixels in a box, each once. */
function coloursIn(png: PNG, box: { left: number; top: number; right: number; bottom: number }): Set<string> {
  const found = new Set<string>();
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) {
      const at = (y * png.width + x) * 4;
      found.add(png.data.subarray(at, at + 3).toString("hex"));
    }
  }
  return found;
}

describe("the card", () => {
  it("is a picture of the size that cards have, drawn with the same bytes twice", async () => {
    const [first, second] = [await drawCard(TEXT), await drawCard(TEXT)];
    expect(first.equals(second)).toBe(true);
    const { width, height } = await loadImage(first);
    expect({ width, height }).toEqual(CARD_SIZE);
  });

  it("bears the accent and the colour of the marking", async () => {
    const png = PNG.sync.read(await drawCard(TEXT));
    expect(coloursIn(png, { left: 0, top: 0, right: 1200, bottom: 18 })).toEqual(new Set(["0b4f6c"]));
    expect(coloursIn(png, { left: 800, top: 520, right: 1120, bottom: 600 })).toContain("ffc000");
  });

  it.each([
    ["many words", "An account of what is owed to whom for the dredging of the channel, ".repeat(20)],
    ["one long word", "Hafenschlammbaggerungskostenverteilungsverordnung".repeat(8)],
    ["a script without blanks", "港湾浚渫費用負担".repeat(40)],
    [
      "marks stacked on letters",
      "Z\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301 ".repeat(200),
    ],
  ])("keeps %s within its margins and above its foot", async (_, words) => {
    const png = PNG.sync.read(await drawCard({ ...TEXT, title: words, subtitle: words, edition: words }));
    const white = new Set(["ffffff"]);
    // A glyph may reach a pixel or two beyond its advance.
    expect(coloursIn(png, { left: 0, top: 20, right: MARGIN - 6, bottom: 630 })).toEqual(white);
    expect(coloursIn(png, { left: 1120 + 6, top: 20, right: 1200, bottom: 630 })).toEqual(white);
    expect(coloursIn(png, { left: 0, top: 514, right: 1200, bottom: 518 })).toEqual(white);
    expect(coloursIn(png, { left: 0, top: 606, right: 1200, bottom: 630 })).toEqual(white);
    // The edition ends before the marking begins.
    const label = 1120 - 300;
    expect(coloursIn(png, { left: label - 20, top: 522, right: label - 12, bottom: 600 })).toEqual(white);
  });

  it("draws letters of every script that the site's fonts have", async () => {
    const drawn = await Promise.all(
      ["Київ", "Łódź", "Ελλάς", "→"].map(async (title) =>
        (await drawCard({ ...TEXT, title })).toString("hex"),
      ),
    );
    const boxes = await drawCard({ ...TEXT, title: "\u{10FFFD}\u{10FFFD}\u{10FFFD}\u{10FFFD}" });
    expect(new Set([...drawn, boxes.toString("hex")]).size).toBe(5);
  });
});

describe("a text in a box", () => {
  const box = { width: 100, height: 60, sizes: [20, 10], leading: 1 };
  /** Every character as wide as half its size. */
  const measure = (line: string, size: number): number => [...line].length * size * 0.5;

  it("takes the largest size at which it fits", () => {
    expect(fitText("one two", box, measure)).toEqual({ size: 20, lines: ["one two"] });
    expect(fitText("one two three four five six", box, measure)).toEqual({
      size: 20,
      lines: ["one two", "three four", "five six"],
    });
    expect(fitText("one two three four five six seven eight", box, measure).size).toBe(10);
  });

  it("takes a smaller size rather than break a word, and breaks one that fits at none", () => {
    expect(fitText("abcdefghijklmno", box, measure)).toEqual({ size: 10, lines: ["abcdefghijklmno"] });
    expect(fitText("abcdefghijklmnopqrstuvwxyz", box, measure)).toEqual({
      size: 20,
      lines: ["abcdefghij", "klmnopqrst", "uvwxyz"],
    });
  });

  it("ends with an ellipsis where it is cut", () => {
    const { size, lines } = fitText("word ".repeat(100), box, measure);
    expect(size).toBe(10);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  it("never leaves its box, and loses no word but where it is cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const { size, lines } = fitText(text, box, measure);
        expect(lines.length * size).toBeLessThanOrEqual(box.height);
        // A single character may be made of many, and be wider than the box by itself.
        const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
        for (const line of lines) {
          if ([...segmenter.segment(line)].length > 1)
            expect(measure(line, size)).toBeLessThanOrEqual(box.width);
        }
        const cut = lines.at(-1)?.endsWith("…") && !text.includes("…");
        if (!cut) expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      }),
    );
  });
});
