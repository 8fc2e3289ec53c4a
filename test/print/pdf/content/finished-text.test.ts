// The proof reads what will stand in the file, not what the browser printed: a loss on the way would show.
import { expect, it } from "vitest";
import { readFinishedText } from "../../../../src/print/pdf/content/finished-text.ts";
import type { ContentStream, FormContent } from "../../../../src/print/pdf/content/page-content.ts";
import { scanOperators } from "../../../../src/print/pdf/content/scan-operators.ts";

const font = {
  digits: 2,
  texts: new Map([..."One two"].map((letter) => [letter.charCodeAt(0), letter] as const)),
  blank: "20",
};
const hex = (text: string) => `<${Buffer.from(text, "latin1").toString("hex")}> Tj`;

function makeStream(text: string, forms: ReadonlyMap<string, FormContent> = new Map()): ContentStream {
  return { text, operators: scanOperators(text), resources: {}, forms, firstNumber: 0, marked: true };
}

const read = (stream: ContentStream, finished: ReadonlyMap<ContentStream, string>) =>
  readFinishedText(stream, 0, finished, () => font);

it("lacks what was lost when a page's content was written anew", () => {
  const stream = makeStream(`/F 12 Tf ${hex("One")} ${hex(" two")}`);
  expect(read(stream, new Map()).text).toBe("One two");
  expect(read(stream, new Map([[stream, `/F 12 Tf ${hex("One")}`]])).text).toBe("One");
});

it("lacks what was lost in a form that the page paints", () => {
  const form: FormContent = { ...makeStream(`/F 12 Tf ${hex(" two")}`), ref: 7 };
  const stream = makeStream(`/F 12 Tf ${hex("One")} /X7 Do`, new Map([["X7", form]]));
  expect(read(stream, new Map()).text).toBe("One two");
  expect(read(stream, new Map([[form, "q Q"]])).text).toBe("One");
});

it("counts signs of no character", () => {
  const stream = makeStream("/F 12 Tf <4F00> Tj");
  expect(read(stream, new Map())).toEqual({ text: "O", missingGlyphs: 1 });
});
