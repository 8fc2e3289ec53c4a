// Eleventy's configuration: wires the project's plugin and decides nothing.
import { briefingPlugin, type EleventyConfig } from "./src/site/plugin.ts";

export default function configure(config: EleventyConfig): Record<string, unknown> {
  briefingPlugin(config);
  return { markdownTemplateEngine: false, htmlTemplateEngine: false, dataTemplateEngine: false };
}
