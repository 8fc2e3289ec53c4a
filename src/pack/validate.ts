// A value against its schema: what zod finds, told as problems with a place and a remedy.
import type { z } from "zod";
import { contentProblem, type Problem } from "../errors.ts";
import { allowedAt, keysAt } from "./schema-outline.ts";
import type { ValuePath, YamlFile } from "./yaml-file.ts";

/** The value as the program holds it, or the problems that keep it from being so. */
export type Validated<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value: undefined; readonly problems: readonly Problem[] };

type Issue = z.core.$ZodIssue;

/** Checks the value of a YAML file against a schema; unknown keys are rejected by the schemas. */
export function validate<S extends z.ZodType>(yaml: YamlFile, schema: S): Validated<z.output<S>> {
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
  const result = schema.safeParse(yaml.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => describeIssue(issue, [], yaml, schema));
  return { value: undefined, problems };
}

function describeIssue(issue: Issue, base: ValuePath, yaml: YamlFile, schema: z.ZodType): Problem[] {
  const path = [...base, ...issue.path];
  const name = nameOf(path);
  const place = yaml.placeOf(path);
  const value = valueAt(yaml.value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, keysAt(schema, path), path, yaml));
    case "invalid_type": {
      const wanted = WANTED[issue.expected] ?? issue.expected;
      if (value === undefined) {
        const message = `${name} is missing`;
        return [contentProblem("missing-key", place, message, `Add ${String(path.at(-1))}: ${wanted}.`)];
      }
      const quote = issue.expected === "string" && typeof value !== "object";
      const fix = quote ? "Put the value in quotation marks." : `Write ${wanted}.`;
      return [contentProblem("wrong-type", place, `${name} must be ${wanted}, and is ${kindOf(value)}`, fix)];
    }
    case "invalid_value": {
      const allowed = issue.values.map(String).join(", ");
      if (value === undefined) {
        return [
          contentProblem("missing-key", place, `${name} is missing`, `Add it; it is one of ${allowed}.`),
        ];
      }
      return [contentProblem("wrong-value", place, `${name} is ${show(value)}`, `Write one of ${allowed}.`)];
    }
    case "invalid_union":
      return describeUnion(issue, path, yaml, schema);
    case "invalid_key": {
      const key = String(path.at(-1));
      const within = path.slice(0, -1);
      const [first] = issue.issues;
      const fix =
        first?.code === "custom" ? String(first.params?.fix ?? "Correct the key.") : "Correct the key.";
      const message = `the key “${key}” in ${nameOf(within)} ${first?.message ?? "is wrong"}`;
      return [contentProblem("wrong-key", yaml.placeOfKey(within, key), message, fix)];
    }
    case "too_small":
    case "too_big": {
      const extent = issue.code === "too_small" ? "too little" : "too much";
      const empty = Array.isArray(value) && value.length === 0;
      const message = `${name} is ${empty ? "an empty list" : `${show(value)}, which is ${extent}`}`;
      const bound = boundOf(issue);
      const what = !Array.isArray(value) ? "" : bound.endsWith(" 1") ? " entry" : " entries";
      return [contentProblem("wrong-value", place, message, `Give ${bound}${what}.`)];
    }
    case "custom": {
      const blank = typeof value === "string" && value.trim() === "";
      const message = blank ? `${name} ${issue.message}` : `${name} ${show(value)} ${issue.message}`;
      return [
        contentProblem("wrong-value", place, message, String(issue.params?.fix ?? "Correct the value.")),
      ];
    }
    default:
      return [contentProblem("wrong-value", place, `${name}: ${issue.message}`, "Correct the value.")];
  }
}

/** A union is told by the one alternative that fits the value's kind, where there is one. */
function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: ValuePath,
  yaml: YamlFile,
  schema: z.ZodType,
): Problem[] {
  const value = valueAt(yaml.value, path);
  const name = nameOf(path);
  const missing = value === undefined;
  const message = missing ? `${name} is missing` : `${name} is ${show(value)}`;
  const code = missing ? "missing-key" : "wrong-value";
  if (issue.errors.length === 0) {
    const fix = `Write one of ${allowedAt(schema, path).join(", ") || "the known kinds"}.`;
    return [contentProblem(code, yaml.placeOf(path), message, fix)];
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const told = describeMapping(issue, Object.keys(value), path, yaml, schema);
    if (told.length > 0) return told;
  }
  const fitting = issue.errors.filter((issues) => !issues.some((one) => one.path.length === 0));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) {
    return only.flatMap((one) => describeIssue(one, path, yaml, schema));
  }
  const forms = [
    ...new Set(issue.errors.flatMap((issues) => issues.map(formOf)).filter((form) => form !== "")),
  ];
  const fix =
    forms.length > 0
      ? `Write ${forms.join(", or ")}.`
      : `Write a mapping; its keys are ${keysAt(schema, path).join(", ")}.`;
  return [contentProblem(code, yaml.placeOf(path), message, fix)];
}

/** A mapping is told by its unknown keys, by the alternative that knows all of its keys, or by keys that exclude each other. */
function describeMapping(
  issue: z.core.$ZodIssueInvalidUnion,
  keys: readonly string[],
  path: ValuePath,
  yaml: YamlFile,
  schema: z.ZodType,
): Problem[] {
  const known = keysAt(schema, path);
  const unknown = keys.filter((key) => !known.includes(key));
  if (unknown.length > 0) return unknown.map((key) => unknownKey(key, known, path, yaml));
  const fitting = issue.errors.filter((issues) => issues.every((one) => one.path.length > 0));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) {
    return only.flatMap((one) => describeIssue(one, path, yaml, schema));
  }
  if (fitting.length > 0) return [];
  const message = `${nameOf(path)} has keys that exclude each other: ${keys.join(", ")}`;
  return [contentProblem("wrong-value", yaml.placeOf(path), message, "Keep one of them.")];
}

function unknownKey(key: string, known: readonly string[], path: ValuePath, yaml: YamlFile): Problem {
  const where = path.length === 0 ? "here" : `in ${nameOf(path)}`;
  const fix =
    known.length === 0
      ? "Delete it or correct its name."
      : `Delete it or correct its name; ${where} stand: ${known.join(", ")}.`;
  const message = `“${key}” is not a key that is known ${where}`;
  return contentProblem("unknown-key", yaml.placeOfKey(path, key), message, fix);
}

function boundOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const inclusive = issue.inclusive ?? true;
  if (issue.code === "too_small") return `${inclusive ? "at least" : "more than"} ${issue.minimum}`;
  return `${inclusive ? "at most" : "less than"} ${issue.maximum}`;
}

function formOf(issue: Issue): string {
  if (issue.code === "invalid_value") return issue.values.map(String).join(", or ");
  if (issue.code === "invalid_type" && issue.path.length > 0) return `${issue.path.map(String).join(".")}: …`;
  return "";
}

const WANTED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "a mapping of keys to values",
  record: "a mapping of keys to values",
};

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "number" && !Number.isFinite(value)) return "no finite number";
  return typeof value === "string" ? "a text" : `the ${typeof value} ${String(value)}`;
}

function show(value: unknown): string {
  if (typeof value !== "string") return kindOf(value);
  const text = value.replace(/\s+/g, " ").trim();
  return `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;
}

function nameOf(path: ValuePath): string {
  if (path.length === 0) return "the file";
  const steps = path.map((step) => (typeof step === "number" ? `[${step + 1}]` : `.${String(step)}`));
  return steps.join("").replace(/^\./, "");
}

function valueAt(root: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}
