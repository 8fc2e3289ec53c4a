// The parts of markdown-it's plugins that this project uses; they have no declarations for this markdown-it.
declare module "markdown-it-abbr" {
  import type { MarkdownIt } from "markdown-it";
  export default function abbreviations(parser: MarkdownIt): void;
}
declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function definitionLists(parser: MarkdownIt): void;
}
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnotes(parser: MarkdownIt): void;
}
declare module "markdown-it-container" {
  import type { MarkdownIt } from "markdown-it";
  export default function container(
    parser: MarkdownIt,
    name: string,
    options: { validate: (parameters: string) => boolean },
  ): void;
}
declare module "markdown-it-anchor" {
  import type { MarkdownIt, StateCore } from "markdown-it";
  export default function anchors(
    parser: MarkdownIt,
    options: {
      tabIndex: false;
      slugifyWithState: (text: string, state: StateCore) => string;
      permalink: (slug: string, options: unknown, state: StateCore, index: number) => void;
    },
  ): void;
}
