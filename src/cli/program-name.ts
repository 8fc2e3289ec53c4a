// The name and version of the program, from its package.
import { readFile } from "node:fs/promises";
import { z } from "zod";

const packageSchema = z.object({ name: z.string(), version: z.string() });

/** `briefing-pack 0.1.0`. */
export async function readProgramName(): Promise<string> {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  const { name, version } = packageSchema.parse(JSON.parse(text));
  return `${name} ${version}`;
}
