// In the browser: a frame out of sight in which the print engine lays out parts of the document.

/** A frame that waits to be used: its styles and fonts are there. */
let spare;

/**
 * Opens a frame with the sections of `source` (a parsed print document) for which `isWanted` is true, and its first, and has the engine
 * read it. The frame is to be closed. Sections cost what they hold: those that are not laid out are left out.
 * `styles` is the text of the style sheets.
 */
export async function openLayoutFrame(source, styles, isWanted) {
  const waiting = spare?.styles === styles ? spare : undefined;
  if (waiting === undefined) spare?.frame.remove();
  spare = undefined;
  const frame = waiting?.frame ?? createFrame();
  try {
    await (waiting?.ready ?? startFrame(frame, source));
    return { ...(await readDocument(frame, source, isWanted)), close: () => frame.remove() };
  } catch (error) {
    frame.remove();
    throw error;
  }
}

/** Opens a frame for the next time: whoever saves a file then waits for nothing but the layout. */
export function openSpareFrame(source, styles) {
  if (spare?.styles === styles) return;
  spare?.frame.remove();
  const frame = createFrame();
  spare = { styles, frame, ready: startFrame(frame, source) };
  // Whoever uses it is told.
  spare.ready.catch(() => undefined);
}

function createFrame() {
  const frame = document.createElement("iframe");
  frame.className = "briefing-layout";
  frame.src = "/print/layout";
  frame.title = "Layout";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  return frame;
}

/** Loads the empty page and gives it the head of the document. */
async function startFrame(frame, source) {
  const loaded = whenLoaded(frame);
  document.documentElement.append(frame);
  await loaded;
  const inner = frame.contentDocument;
  const head = inner.importNode(source.head, true);
  for (const script of head.querySelectorAll("script")) script.remove();
  const sheets = [...head.querySelectorAll("link[rel=stylesheet]")].map(whenLoaded);
  inner.head.replaceWith(head);
  await Promise.all(sheets);
  await Promise.allSettled([...inner.fonts].map((font) => font.load()));
}

async function readDocument(frame, source, isWanted) {
  const { contentWindow: view, contentDocument: inner } = frame;
  const said = [];
  // The engine makes errors of what Paged.js warns of: text that may be lost is told where the problems are.
  view.console.error = (text) => said.push(String(text));
  const body = inner.importNode(source.body, true);
  const [, ...rest] = body.querySelectorAll("[data-part]");
  for (const section of rest) if (!isWanted(section.dataset.part)) section.remove();
  for (const script of body.querySelectorAll("script")) script.remove();
  for (const { name, value } of source.documentElement.attributes) {
    inner.documentElement.setAttribute(name, value);
  }
  inner.body.replaceWith(body);
  await Promise.all([...inner.images].map((image) => image.decode().catch(() => undefined)));
  const plan = await view.briefingEngine.read(() => loadScript(inner, "/__briefing/paged.js"));
  return {
    said,
    plan,
    groups: groupParts(view),
    carries: view.briefingLayout.starts.some((start, index, starts) =>
      carries(start, view.briefingLayout.elements.slice(start.ref, starts[index + 1]?.ref)),
    ),
    layOut: (order) => view.briefingEngine.layOut(order),
    handOver: (order) => view.briefingEngine.handOver(order),
  };
}

/** Whether a part, with these elements, may take over from those before it what is not known without them. */
function carries({ counters, running }, elements) {
  // A part that counts its notes anew before the first, or has none, has no use for the number of the last before it.
  const numbered = elements.find((element) =>
    element?.matches("[data-counter-footnote-reset], [data-note=footnote]"),
  );
  return (
    numbered?.matches(":not([data-counter-footnote-reset])") ||
    Object.values(counters).some((value) => value !== 0) ||
    Object.keys(running).length > 0
  );
}

/** The parts, by number, that each section of the document holds: more than one where a section breaks pages itself. */
function groupParts({ briefingLayout: { starts, elements } }) {
  const groups = new Map();
  for (const [index, { ref }] of starts.entries()) {
    const element = index === 0 ? elements.find((one) => one?.dataset.part) : elements[ref];
    const name = element?.closest("[data-part]")?.dataset.part;
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), index]);
  }
  return groups;
}

/** Fulfilled when an element has loaded what it names, or cannot. */
function whenLoaded(element) {
  return new Promise((resolve) => {
    element.addEventListener("load", resolve, { once: true });
    element.addEventListener("error", resolve, { once: true });
  });
}

async function loadScript(inner, address) {
  const script = inner.createElement("script");
  script.src = address;
  const loaded = whenLoaded(script);
  inner.head.append(script);
  await loaded;
}
