// In the browser: hears what the live server tells of its state.

const DESK = "/__briefing/desk";
/** The desk is up to date when its reader comes back to it. */
const IS_DESK = location.pathname === DESK;

/** The desk around this page, if it is in one. */
export const desk = findDesk();

function findDesk() {
  if (window.parent === window) return undefined;
  try {
    return window.parent.location.pathname === DESK ? window.parent : undefined;
  } catch {
    // A page of another origin shows this one; it is no desk.
    return undefined;
  }
}

/** Says something to the desk; to nobody where there is none. */
export function tellDesk(kind, content = {}) {
  desk?.postMessage({ briefing: kind, ...content }, location.origin);
}

/**
 * Calls `hear` with every state of the server, and with undefined when it cannot be reached. A page in the desk hears from the desk: a
 * browser holds few connections to one server, and each listener takes one.
 */
export function hearState(hear) {
  if (desk === undefined) return hearServer(hear, IS_DESK);
  hearDesk("state", ({ state }) => hear(state ?? undefined));
  tellDesk("ready");
}

/** Calls `hear` with what the desk says of one kind. */
export function hearDesk(kind, hear) {
  addEventListener("message", ({ source, origin, data }) => {
    if (source === desk && origin === location.origin && data?.briefing === kind) hear(data);
  });
}

/** Listens to the server itself; `always`, or as long as the page can be seen, so that many pages that are open take no connections. */
function hearServer(hear, always) {
  let events;
  let again;
  const close = () => {
    clearTimeout(again);
    events?.close();
    events = undefined;
  };
  const open = () => {
    close();
    events = new EventSource("/__briefing/events");
    events.onmessage = ({ data }) => hear(JSON.parse(data));
    events.onerror = () => {
      hear(undefined);
      // Some browsers give up where nobody answers.
      if (events?.readyState === EventSource.CLOSED) again = setTimeout(open, 1000);
    };
  };
  if (!always) document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  if (always || !document.hidden) open();
}
