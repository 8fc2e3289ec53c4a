// Marks in the list of the pack's parts the heading that is being read, and closes the list when one of its headings was chosen.
(() => {
  const place = document.getElementById("place");
  const links = new Map(
    [...(place?.querySelectorAll('a[href^="#"]') ?? [])].map((link) => [link.hash.slice(1), link]),
  );
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((found) => found !== null);
  if (headings.length === 0) return;

  let marked;
  function mark() {
    const line = innerHeight / 3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line).at(-1);
    if (passed === marked) return;
    links.get(marked?.id)?.removeAttribute("aria-current");
    links.get(passed?.id)?.setAttribute("aria-current", "location");
    marked = passed;
  }

  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();

  place.addEventListener("click", ({ target }) => {
    if (target.closest('a[href^="#"]') && place.matches(":popover-open")) place.hidePopover();
  });
})();
