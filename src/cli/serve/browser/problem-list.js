// In the browser: shows what is wrong with the pack, with its place and what to do.

/** Makes an element with a class and what it holds. */
function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** The problems of a state as elements, and its remarks after them. */
export function makeProblemList({ problems, counts, remarks }) {
  const list = make("ol", "problems", ...problems.map(makeProblem));
  const untold = counts.errors + counts.warnings - problems.length;
  const more = untold > 0 ? [make("p", "more", `And ${untold} more.`)] : [];
  return [
    ...(problems.length > 0 ? [list] : []),
    ...more,
    ...remarks.map((remark) => make("p", "remark", remark)),
  ];
}

function makeProblem({ code, severity, place, message, fix, frame }) {
  const head = make("p", "head", make("span", "severity", severity), " ", make("span", "code", code));
  if (place !== null) head.prepend(makePlace(place), " ");
  const item = make("li", severity, head, make("p", "message", message), make("p", "fix", fix));
  if (frame.length > 0) item.append(makeFrame(frame));
  return item;
}

/** A line of a file is as long as it is: whoever has no mouse must be able to move along it. */
function makeFrame(lines) {
  const frame = make("pre", "frame", lines.join("\n"));
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "The line of the file");
  return frame;
}

/** The place, to be copied for an editor. */
function makePlace(place) {
  const button = make("button", "place", place);
  button.type = "button";
  button.title = "Copy";
  const said = make("span", "copied");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard?.writeText(place).catch(() => undefined);
    said.textContent = "Copied";
    setTimeout(() => said.replaceChildren(), 1500);
  });
  const holder = document.createDocumentFragment();
  holder.append(button, " ", said);
  return holder;
}

/** How many problems there are, in words. */
export function countProblems({ counts: { errors, warnings } }) {
  const say = (count, word) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`]);
  return [...say(errors, "error"), ...say(warnings, "warning")].join(", ");
}

/** Says that the pack is broken, and what is shown all the same. */
export function sayBroken({ age }) {
  return age === null ? "The pack cannot be built" : "The pack cannot be built; the last good state is shown";
}

let over;

/** Shows what keeps the pack from being built over the lower part of a page that is open by itself, until it is mended. */
export function showOverPage(state) {
  over?.remove();
  over = undefined;
  if (!state?.broken || document.querySelector("[data-briefing-stand-in]")) return;
  over = make("div", "");
  over.dataset.briefingProblems = "";
  const root = over.attachShadow({ mode: "open" });
  const sheet = make("link", "");
  sheet.rel = "stylesheet";
  sheet.href = "/__briefing/problem-list.css";
  const title = make("h2", "title", sayBroken(state));
  const panel = make("section", "over", title, ...makeProblemList(state));
  panel.setAttribute("aria-label", "Problems of the pack");
  panel.tabIndex = 0;
  root.append(sheet, panel);
  document.body.append(over);
}
