// `data/*.yaml` to a comparison, a chronology or a register whose texts are parsed in the part that shows it.
import { contentProblem, type Problem } from "../../errors.ts";
import { type DataInput, dataSchema, NOT_STATED } from "../../model/data-file.ts";
import { slugify } from "../../model/identifiers.ts";
import type { Answer, Chronology, Comparison, Data, Register } from "../../model/pack.ts";
import type { PartReader } from "../part-reader.ts";
import { validate } from "../validate.ts";
import { parseYaml, type YamlFile } from "../yaml-file.ts";
import type { ReadResult } from "./read-result.ts";

type InputOf<T extends DataInput["type"]> = Extract<DataInput, { type: T }>;

/** Reads a data file for the part in which it is shown; ids begin with that part's slug. */
export function readData(file: string, text: string, reader: PartReader): ReadResult<Data> {
  const yaml = parseYaml(file, text);
  const { value: input, problems } = validate(yaml, dataSchema);
  if (input === undefined) return { value: undefined, problems };
  if (input.type === "chronology") return { value: readChronology(file, input, yaml, reader), problems };
  if (input.type === "register") return { value: readRegister(file, input, yaml, reader), problems };
  return { value: readComparison(file, input, yaml, reader), problems: findAnswerProblems(input, yaml) };
}

function readComparison(
  file: string,
  input: InputOf<"comparison">,
  yaml: YamlFile,
  reader: PartReader,
): Comparison {
  const subjects = input.subjects.map((subject, index) => ({
    id: `${reader.slug}-${slugify(subject.id)}`,
    name: subject.name,
    date: subject.date,
    gist: reader.inline(subject.gist, yaml.originOf(["subjects", index, "gist"])),
    answers: input.questions.map(({ id }): Answer => {
      const text = (answerTo(subject.answers, id) ?? NOT_STATED).trim();
      if (text.toLowerCase() === NOT_STATED) return { kind: "not stated" };
      return { kind: "stated", text: reader.inline(text, yaml.originOf(["subjects", index, "answers", id])) };
    }),
  }));
  return { type: "comparison", file, questions: input.questions, subjects };
}

/** A question may bear a name that every object has, such as `constructor`. */
function answerTo(answers: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function findAnswerProblems(input: InputOf<"comparison">, yaml: YamlFile): Problem[] {
  const asked = input.questions.map(({ id }) => id);
  return input.subjects.flatMap((subject, index) => {
    const path = ["subjects", index, "answers"];
    const missing = asked
      .filter((id) => answerTo(subject.answers, id) === undefined)
      .map((id) =>
        contentProblem(
          "answer-missing",
          yaml.placeOf(path),
          `“${subject.name}” has no answer to “${id}”`,
          `Add ${id}: an answer with a citation, or “${NOT_STATED}”.`,
        ),
      );
    const unasked = Object.keys(subject.answers)
      .filter((id) => !asked.includes(id))
      .map((id) =>
        contentProblem(
          "answer-unasked",
          yaml.placeOfKey(path, id),
          `“${subject.name}” answers “${id}”, which is no question`,
          `Use one of ${asked.join(", ")}, or add the question.`,
        ),
      );
    return [...missing, ...unasked];
  });
}

function readChronology(
  file: string,
  input: InputOf<"chronology">,
  yaml: YamlFile,
  reader: PartReader,
): Chronology {
  const events = input.events.map(({ date, basis, text }, index) => ({
    id: `${reader.slug}-event-${index + 1}`,
    date,
    basis,
    text: reader.inline(text, yaml.originOf(["events", index, "text"])),
  }));
  return { type: "chronology", file, events };
}

function readRegister(
  file: string,
  input: InputOf<"register">,
  yaml: YamlFile,
  reader: PartReader,
): Register {
  const groups = input.groups.map(({ title, entries }, group) => ({
    id: `${reader.slug}-${slugify(title)}`,
    title,
    entries: entries.map(({ name, text }, index) => ({
      id: `${reader.slug}-${slugify(title)}-${slugify(name)}`,
      name,
      text: reader.inline(text, yaml.originOf(["groups", group, "entries", index, "text"])),
    })),
  }));
  return { type: "register", file, groups };
}
