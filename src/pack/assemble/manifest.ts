// `pack.yaml` to the manifest.
import { type Manifest, manifestSchema } from "../../model/manifest.ts";
import { validate } from "../validate.ts";
import { parseYaml, type YamlFile } from "../yaml-file.ts";
import type { ReadResult } from "./read-result.ts";

/** Reads the manifest and keeps its YAML for the places of later checks. */
export function readManifest(file: string, text: string): ReadResult<Manifest> & { readonly yaml: YamlFile } {
  const yaml = parseYaml(file, text);
  return { ...validate(yaml, manifestSchema), yaml };
}
