// Writes the content of one stream of the sample: marked text line by line, and artifacts.
import type { PDFRef } from "@cantoo/pdf-lib";
import type { SampleFont } from "./sample-font.ts";

/** A stream that is being written. */
export interface SampleStream {
  /** The element that owns each mark, by the identifier of the mark. */
  readonly owners: readonly PDFRef[];
  startLine(): void;
  /** Writes a mark and returns its identifier; lines of text are parted by a line feed. */
  mark(owner: PDFRef, tag: string, content: string | { readonly draw: string }): number;
  /** Writes something that is no part of the document. */
  addArtifact(operators: string): void;
  /** The operators of a line of text at a place. */
  showText(text: string, x: number, y: number): string;
  /** All that was written. */
  finish(): string;
}

const [SIZE, LINE, LEFT, TOP] = [12, 20, 40, 780] as const;

/** Begins a stream at the top of a page. */
export function startStream(font: SampleFont): SampleStream {
  const owners: PDFRef[] = [];
  const written: string[] = [];
  let [x, y]: [number, number] = [LEFT, TOP];
  const startLine = (): void => {
    [x, y] = [LEFT, y - LINE];
  };
  const showText = (text: string, left: number, base: number): string =>
    `BT /F1 ${SIZE} Tf 1 0 0 1 ${left} ${base} Tm ${font.encode(text)} Tj ET`;
  const showLines = (text: string): string =>
    text
      .split("\n")
      .map((line, index) => {
        if (index) startLine();
        const operators = showText(line, x, y);
        x += (font.measure(line) * SIZE) / 1000;
        return operators;
      })
      .join("\n");
  return {
    owners,
    startLine,
    showText,
    mark: (owner, tag, content) => {
      const mcid = owners.push(owner) - 1;
      const operators = typeof content === "string" ? showLines(content) : content.draw;
      written.push(`/${tag} <</MCID ${mcid}>> BDC\n${operators}\nEMC`);
      return mcid;
    },
    addArtifact: (operators) => {
      written.push(`/Artifact <</Type /Pagination>> BDC\n${operators}\nEMC`);
    },
    finish: () => written.join("\n"),
  };
}
