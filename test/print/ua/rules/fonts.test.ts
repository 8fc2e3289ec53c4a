// Fonts: each way to break them is reported, and nothing else is.
import { PDFName } from "@cantoo/pdf-lib";
import { describe } from "vitest";
import { type Break, testBreaks } from "../break-sample.ts";
import { nameOf, streamAt } from "../read-objects.ts";
import type { SampleFont } from "../sample-font.ts";

/** Changes what a code stands for. */
const changeMap = (what: string, rule: string, change: (map: string, e: string) => string): Break => [
  what,
  [rule],
  {
    parts: ({ font, context }) => {
      const map = streamAt(font.dict, "ToUnicode");
      const text = Buffer.from(map?.contents ?? []).toString("latin1");
      const changed = context.stream(change(text, font.encode("e")));
      font.dict.set(nameOf("ToUnicode"), context.register(changed));
    },
  },
];

const changeFont = (what: string, rules: readonly string[], change: (font: SampleFont) => void): Break => [
  what,
  rules,
  { parts: ({ font }) => change(font) },
];

/** Shows one more string on the second page. */
const showMore = (what: string, rules: readonly string[], string: string): Break => [
  what,
  rules,
  {
    content: (operators, stream) =>
      stream === 2 ? `${operators} /Artifact BMC BT /F1 12 Tf ${string} Tj ET EMC` : operators,
  },
];

describe("fonts", () => {
  testBreaks([
    changeFont("a font that is not embedded", ["31-009"], ({ descriptor }) =>
      descriptor.delete(nameOf("FontFile2")),
    ),
    changeFont("a font without ToUnicode", ["31-027"], ({ dict }) => dict.delete(nameOf("ToUnicode"))),
    changeFont("a font without a map to glyphs", ["31-005"], ({ descendant }) =>
      descendant.delete(nameOf("CIDToGIDMap")),
    ),
    changeFont("an encoding that cannot be checked", ["31-006"], ({ dict }) =>
      dict.set(nameOf("Encoding"), PDFName.of("GBK-EUC-H")),
    ),
    changeFont("widths that are not those of the font", ["31-016"], ({ descendant }) =>
      descendant.delete(nameOf("W")),
    ),
    [
      "a font of Type 3",
      ["type3-font", "31-027"],
      {
        content: (operators, stream) =>
          stream === 2 ? `${operators} /Artifact BMC BT /F2 12 Tf (a) Tj ET EMC` : operators,
        parts: ({ pages, context, font }) =>
          pages[1].set(
            nameOf("Resources"),
            context.obj({ Font: { F1: font.ref, F2: { Type: "Font", Subtype: "Type3", CharProcs: {} } } }),
          ),
      },
    ],
    [
      "a simple font that shows .notdef",
      ["31-009", "31-027", "31-030"],
      {
        content: (operators, stream) =>
          stream === 2 ? `${operators} /Artifact BMC BT /F2 12 Tf (a) Tj ET EMC` : operators,
        parts: ({ pages, context, font }) => {
          const encoding = { Type: "Encoding", Differences: [96, "grave", ".notdef"] };
          const simple = { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica", Encoding: encoding };
          pages[1].set(nameOf("Resources"), context.obj({ Font: { F1: font.ref, F2: simple } }));
        },
      },
    ],
    showMore("a code without a text", ["10-001", "31-016"], "<0080>"),
    showMore("a code that shows .notdef", ["10-001", "31-030"], "<0000>"),
    showMore("a glyph that is not in the font", ["10-001", "31-011"], "<fff0>"),
    changeMap("a code that stands for nothing", "10-001", (map, code) =>
      map.replace(new RegExp(`${code} <....>`), `${code} <>`),
    ),
    changeMap("a code that stands for a replacement character", "10-001", (map, code) =>
      map.replace(new RegExp(`${code} <....>`), `${code} <fffd>`),
    ),
    changeMap("a code that stands for zero", "31-028", (map, code) =>
      map.replace(new RegExp(`${code} <....>`), `${code} <0000>`),
    ),
    changeMap("a code that stands for a byte order mark", "31-029", (map, code) =>
      map.replace(new RegExp(`${code} <....>`), `${code} <feff>`),
    ),
    [
      "a letter whose glyph draws nothing",
      ["31-011"],
      {
        parts: ({ font, context }) => {
          // Every code shows the glyph of the space.
          const space = Number.parseInt(font.encode(" ").slice(1, -1), 16);
          const glyphs = Buffer.alloc(0x20000);
          for (let code = 0; code < 0x10000; code += 1) glyphs.writeUInt16BE(space, code * 2);
          font.descendant.set(nameOf("CIDToGIDMap"), context.register(context.flateStream(glyphs)));
        },
      },
    ],
  ]);
});
