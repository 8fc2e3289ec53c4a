// `data/*.yaml` to a comparison, a chronology, a register or bars whose texts are parsed in the part that shows it.
import { type DataInput, dataSchema } from "../../model/data-file.ts";
import { slugify } from "../../model/identifiers.ts";
import type { Bars, Chronology, Data, Register } from "../../model/pack.ts";
import type { PartReader } from "../part-reader.ts";
import { validate } from "../validate.ts";
import { parseYaml, type YamlFile } from "../yaml-file.ts";
import { findComparisonProblems, readComparison } from "./comparison.ts";
import type { ReadResult } from "./read-result.ts";

type InputOf<T extends DataInput["type"]> = Extract<DataInput, { type: T }>;

/** Reads a data file for the part in which it is shown; ids begin with that part's slug. */
export function readData(file: string, text: string, reader: PartReader): ReadResult<Data> {
  const yaml = parseYaml(file, text);
  const { value: input, problems } = validate(yaml, dataSchema);
  if (input === undefined) return { value: undefined, problems };
  if (input.type === "chronology") return { value: readChronology(file, input, yaml, reader), problems };
  if (input.type === "register") return { value: readRegister(file, input, yaml, reader), problems };
  if (input.type === "bars") return { value: readBars(file, input, yaml, reader), problems };
  return { value: readComparison(file, input, yaml, reader), problems: findComparisonProblems(input, yaml) };
}

function readChronology(
  file: string,
  input: InputOf<"chronology">,
  yaml: YamlFile,
  reader: PartReader,
): Chronology {
  const events = input.events.map(({ date, basis, label, text }, index) => ({
    id: `${reader.slug}-event-${index + 1}`,
    date,
    basis,
    label,
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

function readBars(file: string, input: InputOf<"bars">, yaml: YamlFile, reader: PartReader): Bars {
  const values = input.values.map(({ label, value, text }, index) => ({
    id: `${reader.slug}-${slugify(label)}`,
    label,
    value,
    text: reader.inline(text, yaml.originOf(["values", index, "text"])),
  }));
  return { type: "bars", file, unit: input.unit, values };
}
