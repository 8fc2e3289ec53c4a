// What a page shows as it will stand in the finished file: its content is read again when all has been done to it.
import type { FragmentText } from "../fragment.ts";
import type { ContentStream, FormContent } from "./page-content.ts";
import type { FontReader } from "./read-page-content.ts";
import { readShown } from "./read-shown.ts";
import { scanOperators } from "./scan-operators.ts";

/**
 * The text of a page whose streams were written anew.
 * @param finished the new text of each stream; one that is not among them stays as it is
 */
export function readFinishedText(
  stream: ContentStream,
  page: number,
  finished: ReadonlyMap<ContentStream, string>,
  fonts: FontReader,
): FragmentText {
  const texts: string[] = [];
  let missingGlyphs = 0;
  readShown(renew(stream, finished), page, fonts, ({ glyphs, missing }) => {
    texts.push(glyphs.join(""));
    missingGlyphs += missing;
  });
  return { text: texts.join(""), missingGlyphs };
}

function renew<S extends ContentStream>(stream: S, finished: ReadonlyMap<ContentStream, string>): S {
  const text = finished.get(stream) ?? stream.text;
  const forms = new Map<string, FormContent>();
  for (const [name, form] of stream.forms) forms.set(name, renew(form, finished));
  return { ...stream, text, operators: scanOperators(text), forms };
}
