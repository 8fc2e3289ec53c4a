// In the browser: how the desk is laid out, remembered for the session.
const KEY = "briefing-desk";
/** As wide as the site is laid out for a desktop, in CSS pixels; where there is less room, it is shown smaller. */
const DESKTOP = 1200;

const remembered = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

/** Notes something for as long as the window is open. */
export function remember(name, value) {
  remembered[name] = value;
  sessionStorage.setItem(KEY, JSON.stringify(remembered));
}

/** What was noted; undefined where nothing was. */
export function recall(name) {
  return remembered[name];
}

/** Puts the switches to work: `view` (site, both, print) and `width` of the site (pane, desktop, phone). */
export function startSwitches() {
  const buttons = [...document.querySelectorAll("button[data-set]")];
  const set = (name, value) => {
    document.body.dataset[name] = value;
    for (const button of buttons.filter(({ dataset }) => dataset.set === name)) {
      button.setAttribute("aria-pressed", String(button.dataset.value === value));
    }
    remember(name, value);
    fitSite();
  };
  for (const button of buttons) {
    button.addEventListener("click", () => set(button.dataset.set, button.dataset.value));
  }
  for (const name of ["view", "width"]) {
    const value = recall(name);
    const known = buttons.some(({ dataset }) => dataset.set === name && dataset.value === value);
    set(name, known ? value : document.body.dataset[name]);
  }
  new ResizeObserver(fitSite).observe(document.querySelector(".site-pane"));
}

/** Shows the site as wide as was chosen, small enough for its pane. */
function fitSite() {
  const { style, parentElement: pane } = document.querySelector("iframe.site");
  const { clientWidth: width, clientHeight: height } = pane;
  const scale = document.body.dataset.width === "desktop" ? Math.min(1, width / DESKTOP) : 1;
  style.width = scale < 1 ? `${DESKTOP}px` : "";
  style.height = scale < 1 ? `${height / scale}px` : "";
  style.transform = scale < 1 ? `scale(${scale})` : "";
}
