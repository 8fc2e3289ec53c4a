// A comparison from its data file: answers in full and in short, and what is missing or too many of either.
import { contentProblem, type Problem } from "../../errors.ts";
import { type DataInput, NOT_STATED } from "../../model/data-file.ts";
import { slugify } from "../../model/identifiers.ts";
import type { Answer, Comparison, ShortAnswer } from "../../model/pack.ts";
import type { PartReader } from "../part-reader.ts";
import type { YamlFile } from "../yaml-file.ts";

type Input = Extract<DataInput, { type: "comparison" }>;
type Subject = Input["subjects"][number];

/** Reads a comparison for the part in which it is shown. The overview stands at the head, so its texts are read first. */
export function readComparison(file: string, input: Input, yaml: YamlFile, reader: PartReader): Comparison {
  const shorts = input.subjects.map((subject, index) => readShorts(subject, index, input, yaml, reader));
  const subjects = input.subjects.map((subject, index) => ({
    id: `${reader.slug}-${slugify(subject.id)}`,
    name: subject.name,
    date: subject.date,
    gist: reader.inline(subject.gist, yaml.originOf(["subjects", index, "gist"])),
    answers: input.questions.map(({ id }): Answer => {
      const text = answerTo(subject, id)?.trim();
      if (text === undefined || isSilent(text)) return { kind: "not stated" };
      return { kind: "stated", text: reader.inline(text, yaml.originOf(["subjects", index, "answers", id])) };
    }),
    short: shorts[index] ?? [],
  }));
  return { type: "comparison", file, questions: input.questions, glance: input.glance ?? [], subjects };
}

function readShorts(
  subject: Subject,
  index: number,
  { glance = [] }: Input,
  yaml: YamlFile,
  reader: PartReader,
): ShortAnswer[] {
  return glance.flatMap((question): ShortAnswer[] => {
    const short = ownValue(subject.short, question);
    if (short === undefined) return [];
    const origin = yaml.originOf(["subjects", index, "short", question, "text"]);
    return [{ question, verdict: short.verdict, text: reader.inline(short.text, origin) }];
  });
}

/** A question may bear a name that every object has, such as `constructor`. */
function ownValue<T>(record: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
}

function answerTo(subject: Subject, id: string): string | undefined {
  return ownValue(subject.answers, id);
}

function isSilent(answer: string): boolean {
  return answer.trim().toLowerCase() === NOT_STATED;
}

/** What is wrong with the questions that a comparison names, and with the answers given to them. */
export function findComparisonProblems(input: Input, yaml: YamlFile): readonly Problem[] {
  return [
    ...findGlanceProblems(input, yaml),
    ...input.subjects.flatMap((subject, index) => [
      ...findAnswerProblems(subject, index, input, yaml),
      ...findShortProblems(subject, index, input, yaml),
    ]),
  ];
}

function findGlanceProblems({ glance = [], questions }: Input, yaml: YamlFile): Problem[] {
  const asked = questions.map(({ id }) => id);
  return glance.flatMap((id, index) => {
    const place = yaml.placeOf(["glance", index]);
    if (!asked.includes(id)) {
      const message = `glance names “${id}”, which is no question`;
      return [contentProblem("glance-unasked", place, message, `Use one of ${asked.join(", ")}.`)];
    }
    if (glance.indexOf(id) === index) return [];
    return [contentProblem("glance-repeated", place, `glance names “${id}” twice`, "Name it once.")];
  });
}

function findAnswerProblems(
  subject: Subject,
  index: number,
  { questions }: Input,
  yaml: YamlFile,
): Problem[] {
  const asked = questions.map(({ id }) => id);
  const path = ["subjects", index, "answers"];
  const missing = asked
    .filter((id) => answerTo(subject, id) === undefined)
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
}

function findShortProblems(
  subject: Subject,
  index: number,
  { glance = [], questions }: Input,
  yaml: YamlFile,
): Problem[] {
  const path = ["subjects", index, "short"];
  const given = Object.keys(subject.short ?? {});
  const missing = glance
    .filter((id) => questions.some((question) => question.id === id) && !given.includes(id))
    .filter((id) => !isSilent(answerTo(subject, id) ?? NOT_STATED))
    .map((id) =>
      contentProblem(
        "short-answer-missing",
        yaml.placeOf(["subjects", index, "answers", id]),
        `“${subject.name}” has no short answer to “${id}”, which the overview shows`,
        `Add ${id} under \`short\`, with a text that carries a citation of this answer.`,
      ),
    );
  const idle = given.flatMap((id) => {
    const place = yaml.placeOfKey(path, id);
    if (!glance.includes(id)) {
      const message = `“${subject.name}” answers “${id}” in short, which glance does not name`;
      return [
        contentProblem("short-answer-unasked", place, message, "Name the question in glance, or delete it."),
      ];
    }
    const full = answerTo(subject, id);
    if (full === undefined || !isSilent(full)) return [];
    const message = `“${subject.name}” answers “${id}” in short, and not in full`;
    const fix = `Delete it: the overview shows “${NOT_STATED}” as the answer does.`;
    return [contentProblem("short-answer-unfounded", place, message, fix)];
  });
  return [...missing, ...idle];
}
