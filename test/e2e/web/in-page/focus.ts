// What the keyboard does in a page: what can have the focus, and how what has it looks (WCAG 2.4.3, 2.4.7, 2.4.11).
import type { Means } from "./run-in-page.ts";

/** Notes how everything that can have the focus looks without it, for `readFocus` to compare with. */
export function noteUnfocused({ drawn }: Means): string[] {
  const looks = new WeakMap<Element, string>();
  for (const element of drawn()) {
    if ((element as HTMLElement).tabIndex >= 0) looks.set(element, look(element));
  }
  Object.assign(window, { unfocusedLooks: looks, lastStop: null });
  return [];

  function look(element: Element): string {
    const style = getComputedStyle(element);
    const names = [
      "outlineStyle",
      "outlineWidth",
      "boxShadow",
      "borderColor",
      "backgroundColor",
      "color",
    ] as const;
    return names.map((name) => style[name]).join("|");
  }
}

/** What is wrong with where the focus is now; a line `end` where it has left the page. */
export function readFocus({ tell }: Means): string[] {
  const state = window as unknown as {
    unfocusedLooks: WeakMap<Element, string>;
    lastStop: Element | null;
  };
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return ["end"];
  const faults: string[] = [];
  const style = getComputedStyle(element);
  const names = [
    "outlineStyle",
    "outlineWidth",
    "boxShadow",
    "borderColor",
    "backgroundColor",
    "color",
  ] as const;
  const look = names.map((name) => style[name]).join("|");
  const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
  if (!outlined && look === state.unfocusedLooks.get(element)) faults.push("looks the same with the focus");
  if (Number(style.opacity) === 0) faults.push("is transparent");
  const [rect] = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  if (!rect) faults.push("is not drawn");
  else {
    const [x, y] = [rect.left + rect.width / 2, rect.top + Math.min(rect.height / 2, innerHeight / 2)];
    if (rect.right < 1 || rect.left > innerWidth - 1 || rect.bottom < 1 || rect.top > innerHeight - 1) {
      faults.push("is outside of the window");
    } else {
      const corners = [
        [x, y],
        [rect.left + 2, rect.top + 2],
        [rect.right - 2, rect.bottom - 2],
      ] as const;
      const seen = corners.some(([left, top]) => {
        const above = document.elementFromPoint(left, top);
        return above !== null && (element.contains(above) || above.contains(element));
      });
      if (!seen) faults.push("is covered by something else");
    }
  }
  const before = state.lastStop;
  // An open popover follows its opener in the order of the keyboard, wherever it stands in the document.
  const isIn = (one: Element | null) => one?.closest("[popover], dialog") ?? null;
  if (before && isIn(before) === isIn(element)) {
    if (!(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) {
      faults.push("comes before the last stop in the document");
    }
  }
  if ((element as HTMLElement).tabIndex > 0) faults.push("has a tabindex of its own order");
  state.lastStop = element;
  return faults.length > 0 ? faults.map((fault) => `${tell(element)} ${fault}`) : [];
}
