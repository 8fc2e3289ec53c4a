// Runs a finder in a page: a function that refers to nothing but what it is given.
import type { Page } from "puppeteer";

/** What a finder is given. */
export interface Means {
  /** Names an element so that a person finds it. */
  tell(element: Element): string;
  /** The elements that are drawn, in order, without what is closed: popovers, dialogs, details. */
  drawn(): Element[];
  /** The text nodes of an element's own that hold more than white space. */
  ownText(element: Element): Text[];
}

/** Looks at the document it runs in; one line for each fault. */
export type Finder = (means: Means) => string[];

/** Runs a finder in the page. */
export async function runInPage(page: Page, find: Finder): Promise<string[]> {
  return (await page.evaluate(`(${find})((${makeMeans})())`)) as string[];
}

function makeMeans(): Means {
  const tell = (element: Element): string => {
    const named = element.closest("[id]");
    const own = `${element.localName}${element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : ""}`;
    const words = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${named && named !== element ? `#${named.id} ` : ""}${own}${element.id ? `#${element.id}` : ""} “${words}”`;
  };
  const drawn = (): Element[] =>
    [...document.body.querySelectorAll("*")].filter((element) =>
      element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }),
    );
  const ownText = (element: Element): Text[] =>
    [...element.childNodes].filter((node): node is Text => node instanceof Text && /\S/.test(node.data));
  return { tell, drawn, ownText };
}
