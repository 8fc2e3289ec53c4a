// Collects what goes wrong in a page: script errors, warnings, dialogs, failed and foreign requests, and what the policy refuses.
import type { ConsoleMessage, Page } from "puppeteer";
import { isAllowed } from "./allowed-address.ts";
import { readRefusal } from "./refusals.ts";

/** One thing that went wrong in a page. */
export interface PageFault {
  readonly kind: "script" | "console" | "dialog" | "request" | "foreign-request" | "policy";
  /** What was found, without a full stop at the end; for `policy` a clause that goes on from “it”. */
  readonly text: string;
}

/** The faults of a page, each once. */
export interface PageWatch {
  /** Grows as faults come. */
  readonly faults: readonly PageFault[];
  /** Adds one that was found in another way. */
  readonly add: (kind: PageFault["kind"], text: string) => void;
}

/** Starts to watch. */
export function watchPage(page: Page, origin: string): PageWatch {
  const faults: PageFault[] = [];
  const add = (kind: PageFault["kind"], text: string) => {
    if (!faults.some((fault) => fault.kind === kind && fault.text === text)) faults.push({ kind, text });
  };
  page.on("pageerror", (error) => add("script", error instanceof Error ? error.message : String(error)));
  page.on("console", (message) => {
    if (!isFault(message)) return;
    const refusal = readRefusal(message.text(), origin);
    add(refusal?.kind ?? "console", refusal?.text ?? message.text());
  });
  page.on("dialog", (dialog) => {
    add("dialog", `${dialog.type()}${dialog.message() ? `: “${dialog.message()}”` : ""}`);
    // Nobody is there to answer, and the page stands still until somebody does. It may be gone by now.
    dialog.dismiss().catch(() => undefined);
  });
  page.on("requestfailed", (request) => {
    const url = request.url();
    // A refused file is told of by its response.
    if ((request.response()?.status() ?? 0) >= 400) return;
    // A navigation that is refused is told of by the one who refuses it.
    if (request.isNavigationRequest() && request.frame()?.parentFrame() === null) return;
    if (isAllowed(url, origin)) add("request", `${shorten(url, origin)} (${request.failure()?.errorText})`);
    else add("foreign-request", url);
  });
  page.on("response", (response) => {
    const url = response.url();
    if (response.status() >= 400 && !url.endsWith("/favicon.ico")) {
      add("request", `${shorten(url, origin)} (status ${response.status()})`);
    }
  });
  return { faults, add };
}

/** The browser's own messages about loads repeat what the request events say. */
function isFault(message: ConsoleMessage): boolean {
  return message.type() === "error" && !message.text().startsWith("Failed to load resource");
}

function shorten(url: string, origin: string): string {
  return url.startsWith("data:") ? `${url.slice(0, 60)}…` : url.replace(`${origin}/`, "");
}
