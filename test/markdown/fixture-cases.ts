// Fixture files of Markdown and the HTML it becomes, in the form of markdown-it's own: title, dot, input, dot, output, dot.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One pair of a fixture file. */
export interface FixtureCase {
  readonly title: string;
  readonly input: string;
  readonly output: string;
}

const FOLDER = fileURLToPath(new URL("../fixtures/markdown/", import.meta.url));
const CASE = /^(?<title>[^\n]+)\n\.\n(?<input>.*?)\n?^\.\n(?<output>.*?)^\.$/gms;

/** The names of the fixture files, sorted. */
export function fixtureFiles(): string[] {
  return readdirSync(FOLDER).sort();
}

/** The cases of a fixture file. */
export function readCases(file: string): FixtureCase[] {
  const text = readFileSync(`${FOLDER}${file}`, "utf8");
  return [...text.matchAll(CASE)].map(({ groups }) => ({
    title: groups?.title ?? "",
    input: groups?.input ?? "",
    output: groups?.output ?? "",
  }));
}

/** Writes a fixture file anew, with the outputs that the program gives today. They are to be read before they are kept. */
export function writeCases(file: string, cases: readonly FixtureCase[]): void {
  const text = cases.map(({ title, input, output }) => `${title}\n.\n${input}\n.\n${output}.\n`).join("\n");
  writeFileSync(`${FOLDER}${file}`, text);
}
