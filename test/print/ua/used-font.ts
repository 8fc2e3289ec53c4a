// A font together with what is shown of it.
import type { Font } from "./read-font.ts";

/** A font and the codes that the content shows. */
export interface UsedFont {
  readonly font: Font;
  /** Each code, with the first page that shows it. */
  readonly codes: ReadonlyMap<number, number>;
  /** The text of a string shown on a page; U+FFFD where a code has none. Notes the codes as shown. */
  show(bytes: Uint8Array, page: number): string;
}

/** Begins to note what is shown of a font. */
export function trackFont(font: Font): UsedFont {
  const codes = new Map<number, number>();
  return {
    font,
    codes,
    show: (bytes, page) => {
      let text = "";
      for (let index = 0; index < bytes.length; index += font.codeLength) {
        const first = bytes[index] ?? 0;
        const code = font.codeLength === 1 ? first : (first << 8) | (bytes[index + 1] ?? 0);
        if (!codes.has(code)) codes.set(code, page);
        text += font.texts?.get(code) ?? "\ufffd";
      }
      return text;
    },
  };
}
