// What the landing page of the repository's own pack weighs for a reader, in every theme.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadPack } from "../../src/pack/load.ts";
import { buildSite } from "../../src/site/build-site.ts";
import { HEAVIEST_LANDING_PAGE, weighPage } from "../bench/weight/weigh-page.ts";
import { sampleTheme, THEME_NAMES } from "../site/sample-theme.ts";
import { REPOSITORY } from "./build-repository-pack.ts";

it.each(THEME_NAMES)("is at most 100 kB with its fonts, in the theme %s", async (name) => {
  const output = await mkdtemp(join(tmpdir(), "briefing-weight-"));
  try {
    const { pack } = await loadPack(join(REPOSITORY, "content"));
    if (pack === undefined) throw new Error("The repository's pack has errors.");
    await buildSite({ pack: { ...pack, theme: sampleTheme(name) }, edition: "public", output, pdf: true });
    const { sent, bytes } = await weighPage(output, "index.html", { script: true });
    expect(bytes, JSON.stringify(sent, undefined, 1)).toBeLessThanOrEqual(HEAVIEST_LANDING_PAGE);
    // It shows a dagger, which is a sign: had none been cut, a whole font would have been loaded for it, or none at all.
    expect(sent.find(({ path }) => /\/signs\.[0-9a-f]+\.woff2$/.test(path))?.bytes).toBeLessThan(5_000);
    expect(sent.filter(({ path }) => /latin-\d/.test(path)).length).toBeGreaterThanOrEqual(3);
  } finally {
    await rm(output, { recursive: true });
  }
});
