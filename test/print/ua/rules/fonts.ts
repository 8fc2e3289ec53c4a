// Fonts and what is shown of them (ISO 14289-1, 7.21; Matterhorn 10 and 31).
import type { Font } from "../read-font.ts";
import type { UaFault } from "../ua-fault.ts";
import type { UsedFont } from "../used-font.ts";
import type { Rule } from "./rule.ts";

/** Every font is embedded, of a kind that has outlines, maps to Unicode, and says how codes become glyphs. */
export const checkFonts: Rule = function* ({ content }) {
  for (const { font, codes } of content.fonts) {
    if (!codes.size) continue;
    const page = Math.min(...codes.values());
    const fault = (rule: string, what: string): UaFault => ({
      rule,
      message: `the font ${font.name} ${what}`,
      page,
    });
    if (font.subtype === "Type3") yield fault("type3-font", "is of Type 3");
    else if (!font.isEmbedded) yield fault("31-009", "is not embedded");
    if (!font.texts) yield fault("31-027", "has no ToUnicode");
    if (!font.mapsGlyphs) yield fault("31-005", "has no CIDToGIDMap");
    if (font.subtype === "Type0" && !/^Identity-[HV]$/.test(font.encoding)) {
      yield fault(
        "31-006",
        `has the encoding "${font.encoding}"; only Identity-H and Identity-V can be checked`,
      );
    }
  }
};

/** Every code shown stands for a text: one that is there, and no byte order mark or zero. */
export const checkUnicode: Rule = function* ({ content }) {
  for (const { font, codes } of content.fonts) {
    if (!font.texts) continue;
    for (const [code, page] of codes) {
      const text = font.texts.get(code) ?? "";
      const rule = text === "" || text === "\ufffd" ? "10-001" : findForbidden(text);
      if (rule)
        yield { rule, message: `the code ${code} of the font ${font.name} stands for "${text}"`, page };
    }
  }
};

function findForbidden(text: string): string | undefined {
  if (text.includes("\0")) return "31-028";
  return /[\ufeff\ufffe]/.test(text) ? "31-029" : undefined;
}

// Such characters may well have a glyph that draws nothing.
const INVISIBLE = /^[\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164]*$/u;
// Widths are whole numbers in some files (ISO 14289-1, 7.21.5, allows a thousandth of an em; more is heard of nobody).
const WIDTH_TOLERANCE = 1.5;

/** Every glyph shown is there and is as wide as the PDF says. */
export const checkGlyphs: Rule = function* ({ content }) {
  for (const used of content.fonts) {
    for (const [code, page] of used.codes) {
      const found = inspectGlyph(used, code);
      if (!found) continue;
      const [rule, what] = found;
      yield {
        rule,
        message: `the code ${code} ("${used.font.texts?.get(code) ?? ""}") of ${used.font.name} ${what}`,
        page,
      };
    }
  }
};

function inspectGlyph({ font }: UsedFont, code: number): readonly [rule: string, what: string] | undefined {
  const glyph = font.glyphOf(code);
  if (glyph === 0) return ["31-030", "shows the glyph .notdef"];
  const program = glyph === undefined ? undefined : font.readProgram();
  if (!program || glyph === undefined) return undefined;
  if (glyph >= program.glyphCount) return ["31-011", "shows a glyph that the font has not"];
  const isMissing = program.hasOutlines && program.isEmpty(glyph) && !INVISIBLE.test(textOf(font, code));
  if (isMissing) return ["31-011", "shows a glyph that draws nothing"];
  const [stated, real] = [font.widthOf(code), program.widthOf(glyph)];
  return stated !== undefined && Math.abs(stated - real) > WIDTH_TOLERANCE
    ? ["31-016", `is ${stated} wide in the PDF, ${real} in the font`]
    : undefined;
}

function textOf(font: Font, code: number): string {
  return font.texts?.get(code) ?? "";
}
