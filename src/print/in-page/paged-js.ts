// The part of Paged.js 0.4.3 that the functions run in the page use, as types; nothing here exists at run time.

/** One page while and after it is laid out. */
export interface PagedPage {
  readonly id: string;
  readonly element: HTMLElement;
  layoutMethod: PagedLayout;
  addListeners(contents: unknown): void;
  destroy(): void;
}

/** Lays out one page. */
export interface PagedLayout {
  renderTo(...args: unknown[]): Promise<{ error?: Error & { items?: readonly Node[] } }>;
  /** How far the next column, which takes what is too much, stands from this one. */
  readonly gap: number;
  /** The place from which on the page is too full. */
  findOverflow(rendered: Element, bounds: DOMRect): Range | undefined;
  hasOverflow(rendered: Element, bounds: DOMRect): boolean;
  /** Puts a copy of a node of the source where it belongs in `dest`. */
  append(node: Node, dest: Element, breakToken: null, shallow: boolean): Node;
}

/** Where a page ends and the next begins: before a node, or within its text. */
export interface BreakToken {
  readonly node: Node;
  readonly offset: number;
  equals(other: BreakToken | undefined): boolean;
  toJSON(hash: boolean): string;
}

/** Cuts the document into pages. */
interface PagedChunker {
  pages: PagedPage[];
  total: number;
  rendered: boolean;
  /** The mean length of the last pages; it says how often a page is looked at while it fills. */
  charsPerBreak: number[];
  maxChars: number | undefined;
  readonly settings: { maxChars?: number };
  readonly source: DocumentFragment & { indexOfRefs?: Record<string, Element> };
  readonly pagesArea: HTMLElement;
  addPage(blank?: boolean): PagedPage;
  /** Adds a page for notes that are left over. */
  clonePage(page: PagedPage): Promise<void>;
  layout(content: DocumentFragment, start?: BreakToken): AsyncGenerator<BreakToken | undefined, unknown>;
  render(content: DocumentFragment): Promise<{ done: boolean }>;
}

/** The handlers of Paged.js that carry something from page to page. */
export interface PagedHandlers {
  readonly AtPage: {
    readonly pages: Readonly<Record<string, { readonly psuedo?: string; readonly nth?: string }>>;
  };
  readonly PositionFixed: { readonly fixedElements: readonly Element[] };
  readonly Footnotes: { readonly needsLayout: readonly Node[] };
  readonly Counters: {
    readonly counters: Readonly<Record<string, unknown>>;
    readonly styleSheet: CSSStyleSheet;
  };
  readonly StringSets: {
    readonly stringSetSelectors: Readonly<
      Record<string, { readonly selector: string; readonly func?: string; readonly value?: string }>
    >;
    pageLastString: Record<string, string> | undefined;
  };
  readonly RunningHeaders: {
    readonly runningSelectors: Readonly<Record<string, { readonly selector: string; first?: Element }>>;
  };
  readonly TargetCounters: {
    readonly counterTargets: Readonly<
      Record<string, { func: string; args: readonly string[]; counter: string; variable: string }>
    >;
  };
}

/** What carries over from the parts before a part: found in the source, so that each part can be laid out by itself. */
export interface PartStart {
  /** The number of the part's first element; of the first part, 0. */
  readonly ref: number;
  /** The values of the style sheets' own counters. */
  readonly counters: Readonly<Record<string, number>>;
  /** How many footnotes came before. */
  readonly notes: number;
  readonly strings: Readonly<Record<string, string>>;
  /** The numbers of the elements that run on in the margins. */
  readonly running: Readonly<Record<string, number>>;
}

/** What the layout keeps in the page between two calls. */
export interface LayoutState {
  readonly handlers: PagedHandlers;
  /** How many rules there are that concern all pages; those behind them are for the pages that are laid out. */
  readonly rules: number;
  readonly starts: readonly PartStart[];
  /** Every element of the source, by its number. */
  readonly elements: readonly (HTMLElement | undefined)[];
  /** The elements that name the page of something else, and the counter each shows it by. */
  readonly references: readonly {
    readonly element: HTMLElement;
    readonly ref: number;
    readonly variable: string;
    readonly id: string;
  }[];
}

/** What Paged.js puts on `window`. */
export interface PagedWindow extends Window {
  PagedConfig: { auto: boolean };
  Paged: {
    Handler: new (...args: unknown[]) => object;
    registeredHandlers: (new (...args: unknown[]) => object)[];
  };
  PagedPolyfill: {
    readonly chunker: PagedChunker;
    registerHandlers(...handlers: (new (...args: unknown[]) => object)[]): void;
    preview(): Promise<unknown>;
  };
  /** Given by the driver: called with the number of pages that are laid out so far in this tab. */
  briefingProgress(page: number): void;
  /** What the layout knows of the document. */
  briefingLayout: LayoutState;
}
