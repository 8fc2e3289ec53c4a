// The part of Paged.js 0.4.3 that the functions run in the page use, as types; nothing here exists at run time.

/** One page while and after it is laid out. */
export interface PagedPage {
  readonly id: string;
  readonly element: HTMLElement;
  layoutMethod: PagedLayout;
}

/** Lays out one page. */
export interface PagedLayout {
  renderTo(...args: unknown[]): Promise<{ error?: Error & { items?: readonly Node[] } }>;
  findOverflow(rendered: Element, bounds: DOMRect): Range | undefined;
}

/** Cuts the document into pages. */
interface PagedChunker {
  readonly pages: readonly PagedPage[];
  readonly q: { tick: (callback: () => void) => void };
  addPage(blank?: boolean): PagedPage;
  layout(...args: unknown[]): AsyncGenerator<unknown, unknown, unknown>;
}

/** What Paged.js puts on `window`. */
export interface PagedWindow extends Window {
  PagedConfig: { auto: boolean };
  Paged: { Handler: new (...args: unknown[]) => object };
  PagedPolyfill: {
    readonly chunker: PagedChunker;
    registerHandlers(...handlers: (new (...args: unknown[]) => object)[]): void;
    preview(): Promise<unknown>;
  };
  /** Given by the driver: called with the number of each page that is laid out. */
  briefingProgress(page: number): void;
}
