// Finds what makes a page scroll sideways, and boxes that scroll without a name or a way in for the keyboard (WCAG 1.4.10, 2.1.1).
import type { Means } from "./run-in-page.ts";

/** A page that is wider than its window, with what sticks out of it; boxes that scroll and cannot be reached or told apart. */
export function findSidewaysScroll({ tell, drawn }: Means): string[] {
  const root = document.documentElement;
  const elements = drawn();
  const scrolls = (element: Element): boolean =>
    /auto|scroll/.test(getComputedStyle(element).overflow) &&
    (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  // A control that scrolls takes the focus, and has its name from its label.
  const boxes = elements.filter((element) => scrolls(element) && !element.matches("textarea, select, input"));
  const faults = boxes
    .filter((box) => {
      const named = box.hasAttribute("aria-label") || box.hasAttribute("aria-labelledby");
      const inside = box.querySelector("a[href], button, input, summary, [tabindex='0']") !== null;
      return !named || !((box as HTMLElement).tabIndex >= 0 || inside);
    })
    .map((box) => `scrolls without a name or a way in: ${tell(box)}`);
  if (root.scrollWidth <= root.clientWidth) return faults;
  const sticking = elements.filter(
    (element) =>
      element.getBoundingClientRect().right > root.clientWidth + 1 &&
      !boxes.some((box) => box.contains(element)),
  );
  const widest = sticking.filter(
    (element) => ![...element.children].some((child) => sticking.includes(child)),
  );
  return [
    ...faults,
    `scrolls sideways: ${root.scrollWidth} in ${root.clientWidth} pixels: ${widest.slice(0, 3).map(tell).join("; ")}`,
  ];
}
