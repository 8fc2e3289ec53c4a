// Every text of a part, in the order in which it is shown.
import type { Data, Part } from "./pack.ts";
import type { Prose } from "./prose.ts";

/** All prose of a part: its body, and what its record or its data files hold. */
export function proseOfPart(part: Part): readonly Prose[] {
  if (part.kind === "summary") return [part.body];
  if (part.kind === "appendix") return [part.body, ...[...part.data.values()].flatMap(proseOfData)];
  return [
    ...part.standings.flatMap(({ basis }) => (basis === undefined ? [] : [basis])),
    ...part.descriptor.map(({ text }) => text),
    part.original,
    part.body,
    ...part.omissions.map(({ reason }) => reason),
  ];
}

/** All prose of a data file. */
export function proseOfData(data: Data): readonly Prose[] {
  if (data.type === "chronology") return data.events.map(({ text }) => text);
  if (data.type === "register") return data.groups.flatMap(({ entries }) => entries.map(({ text }) => text));
  if (data.type === "bars") return data.values.map(({ text }) => text);
  return data.subjects.flatMap(({ gist, short, answers }) => [
    gist,
    ...short.map(({ text }) => text),
    ...answers.flatMap((answer) => (answer.kind === "stated" ? [answer.text] : [])),
  ]);
}
