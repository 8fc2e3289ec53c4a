// Builds the sites that the tests of web pages look at, as a user does.
import { execFile } from "node:child_process";
import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { packFolder } from "../../pack/altered-pack.ts";
import { REPOSITORY } from "../build-repository-pack.ts";

/**
 * The sites, by the names of their folders: the repository's own pack, which is what the public reads; and the pack of the fixtures
 * in both editions, whose words stay as they are, which has an address, and whose documents may be printed whole.
 */
export const SITES = ["repository", "open", "full"] as const;

/** One of the sites. */
export type SiteName = (typeof SITES)[number];

/** Builds every site into a folder of its name below `parent`. The open edition has its PDF, printed by the bundled browser. */
export async function buildSites(parent: string): Promise<void> {
  await Promise.all([
    build("repository", "--no-pdf", "--content", join(REPOSITORY, "content")),
    buildOpenEdition(join(parent, "open")),
    buildFull(),
  ]);

  async function buildFull(): Promise<void> {
    const content = join(parent, "content");
    await cp(packFolder("good"), content, { recursive: true });
    const documents = join(REPOSITORY, "test/fixtures/documents/good");
    const names = await readdir(documents);
    await run("import", "--content", content, ...names.sort().map((name) => join(documents, name)));
    await build("full", "--no-pdf", "--edition", "full", "--content", content);
  }

  function build(name: SiteName, ...words: readonly string[]): Promise<void> {
    return run("build", "--out", join(parent, name), ...words);
  }
}

/** Builds the open edition of the fixtures' pack, with its PDF by the bundled browser, into `folder`. */
export function buildOpenEdition(folder: string): Promise<void> {
  return run("build", "--out", folder, "--content", packFolder("good"), "--browser", "bundled");
}

async function run(...words: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(REPOSITORY, "src/cli/bin.js"), ...words]);
}
