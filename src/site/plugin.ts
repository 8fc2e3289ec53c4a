// The Eleventy plugin: how the templates are run, and the filters that they use.
import { absoluteAddress } from "./filters/absolute-address.ts";
import { relativeAddress } from "./filters/relative-address.ts";

/** The part of Eleventy's configuration object that this plugin uses. */
export interface EleventyConfig {
  readonly globalData: Readonly<Record<string, unknown>>;
  readonly ignores: Set<string>;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  setNunjucksEnvironmentOptions(options: Readonly<Record<string, boolean>>): void;
  setTemplateFormats(formats: readonly string[]): void;
  setUseGitIgnore(use: boolean): void;
  setUseTemplateCache(use: boolean): void;
}

/** Every filter of the templates. */
const FILTERS = { relativeAddress, absoluteAddress } as const;

/**
 * Sets Eleventy up for the project's own templates. Nunjucks alone is run, with autoescaping on; a name that is not
 * there is an error. Templates are found even if the package lies in `node_modules` or in a folder that git ignores.
 */
export function briefingPlugin(config: EleventyConfig): void {
  if (config.globalData.site === undefined) {
    throw new Error(
      "Eleventy was started without a pack. Run `briefing build`, which reads and checks the pack and hands it to Eleventy.",
    );
  }
  config.setTemplateFormats(["njk"]);
  config.setUseGitIgnore(false);
  // A live server builds several times in one process; a cached template would not show what was saved.
  config.setUseTemplateCache(false);
  config.ignores.clear();
  config.setNunjucksEnvironmentOptions({
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(FILTERS)) config.addFilter(name, filter);
}
