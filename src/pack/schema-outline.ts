// What a schema knows at a path, for messages: its keys and its fixed values.
import { z } from "zod";
import type { ValuePath } from "./yaml-file.ts";

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

function schemaAt(schema: z.ZodType, path: ValuePath): readonly JsonSchema[] {
  let level: readonly JsonSchema[] = [
    z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema,
  ];
  const spread = (one: JsonSchema): readonly JsonSchema[] => [
    one,
    ...(one.anyOf ?? []),
    ...(one.oneOf ?? []),
  ];
  for (const step of path) {
    level = level
      .flatMap(spread)
      .flatMap((one) => (typeof step === "number" ? one.items : one.properties?.[String(step)]) ?? []);
  }
  return level.flatMap(spread);
}

/** The keys that a schema knows at a path, of every alternative. */
export function keysAt(schema: z.ZodType, path: ValuePath): readonly string[] {
  return [...new Set(schemaAt(schema, path).flatMap((one) => Object.keys(one.properties ?? {})))];
}

/** The fixed values that a schema allows at a path. */
export function allowedAt(schema: z.ZodType, path: ValuePath): readonly string[] {
  return schemaAt(schema, path).flatMap((one) => (one.const === undefined ? [] : [String(one.const)]));
}
