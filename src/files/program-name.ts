// What the program calls itself, and its version.
import { readFileSync } from "node:fs";

/** Name and version of this program: `briefing-pack 0.1.0`. */
export function programName(): string {
  const manifest: { name: string; version: string } = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return `${manifest.name} ${manifest.version}`;
}
