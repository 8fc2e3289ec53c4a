// In the page: describes the parts of the document, so that what did not change is known again.
import type { LayoutPlan, PlannedPart } from "../layout/layout-plan.ts";
import type { PagedWindow, PartStart } from "./paged-js.ts";

/** Describes the parts that `findParts` found, and what all of them share. Self-contained: it runs in the page. */
export async function describeParts(): Promise<LayoutPlan> {
  const paged = window as unknown as PagedWindow;
  const { source } = paged.PagedPolyfill.chunker;
  const { handlers: known, starts: partStarts, elements, references } = paged.briefingLayout;
  const startOf = (index: number) => {
    const ref = partStarts[index]?.ref;
    return index > 0 && ref !== undefined ? elements[ref] : undefined;
  };

  /** The addresses of all files that a part shows, be they named by elements or by styles of their own. */
  const listPictures = (holder: Element): string[] => {
    const addresses = [...holder.querySelectorAll("*")].flatMap((element) => {
      const named = ["src", "data", "poster", "href", "xlink:href"].flatMap((name) => {
        // The address of a link shows nothing.
        if (name === "href" && element.localName === "a") return [];
        return element.getAttribute(name) ?? [];
      });
      const sets = (element.getAttribute("srcset") ?? "")
        .split(",")
        .map((one) => one.trim().split(/\s/)[0] ?? "");
      const styled = [...(element.getAttribute("style") ?? "").matchAll(/url\(["']?([^"')]+)/g)].map(
        ([, address]) => address ?? "",
      );
      return [...named, ...sets, ...styled];
    });
    return [...new Set(addresses)].filter((address) => address !== "" && !/^(data:|#)/.test(address));
  };

  /** A part as it is in the source, with what it takes over: the same text gives the same pages. */
  const describePart = (index: number) => {
    const [start, end] = [startOf(index), startOf(index + 1)];
    const range = document.createRange();
    if (start) range.setStartBefore(start);
    else range.setStart(source, 0);
    if (end) range.setEndBefore(end);
    else range.setEnd(source, source.childNodes.length);
    const holder = document.createElement("div");
    const ancestors: Element[] = [];
    for (let above = start?.parentElement; above; above = above.parentElement) {
      ancestors.push(above.cloneNode(false) as Element);
    }
    holder.append(range.cloneContents());
    const first = partStarts[index]?.ref ?? 0;
    for (const element of holder.querySelectorAll("[data-ref]")) {
      element.setAttribute("data-ref", String(Number(element.getAttribute("data-ref")) - first));
    }
    for (const element of ancestors) element.removeAttribute("data-ref");
    const { counters: values, notes: count, strings: texts, running: heads } = partStarts[index] as PartStart;
    const headTexts = Object.entries(heads).map(([name, ref]) => [name, elements[ref]?.innerHTML]);
    const text = JSON.stringify([
      values,
      count,
      texts,
      headTexts,
      ancestors.map((element) => element.outerHTML),
      holder.innerHTML,
    ]);
    return { text, letters: holder.textContent.length, pictures: listPictures(holder) };
  };
  const digest = async (text: string) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const parts: PlannedPart[] = [];
  for (const [index, { ref }] of partStarts.entries()) {
    const { text, letters, pictures } = describePart(index);
    const ancestors: number[] = [];
    for (let above = startOf(index)?.parentElement; above; above = above.parentElement) {
      ancestors.push(Number(above.dataset.ref));
    }
    const next = partStarts[index + 1]?.ref ?? Number.POSITIVE_INFINITY;
    const named = references.filter((reference) => reference.ref >= ref && reference.ref < next);
    parts.push({
      ref,
      ancestors,
      digest: await digest(text),
      letters,
      pictures,
      references: [...new Set(named.map(({ id }) => id))],
    });
  }

  const sheets = [...document.head.querySelectorAll("style")].map(({ sheet, textContent }) => {
    if (textContent?.trim()) return textContent;
    // The rules that handlers add are nowhere as text.
    return (
      [...(sheet?.cssRules ?? [])]
        .map(({ cssText }) => cssText)
        // What counts elements by their numbers is written to the elements when their part is laid out.
        .filter((text) => !/^\[data-ref="\d+"\]/.test(text))
        .join("\n")
    );
  });
  const pageRules = Object.values(known.AtPage.pages);
  const candidates = source.querySelectorAll<HTMLElement>("[data-break-before], [data-previous-break-after]");
  const breaks = [...candidates].flatMap(({ dataset }) => [dataset.breakBefore, dataset.previousBreakAfter]);
  const attributesOf = (element: Element) =>
    [...element.attributes].map(({ name, value }) => [name, value] as const);
  return {
    parts,
    sheets: sheets.filter((text) => text !== ""),
    root: attributesOf(document.documentElement),
    body: attributesOf(document.body),
    // They are taken out of the source and put on every page.
    fixed: known.PositionFixed.fixedElements.map(({ outerHTML }) => outerHTML),
    dependsOn: pageRules.some(({ nth }) => nth)
      ? "page"
      : pageRules.some(({ psuedo }) => psuedo === "left" || psuedo === "right") ||
          breaks.some((value) => value && /left|right|recto|verso/.test(value))
        ? "side"
        : "nothing",
  };
}
