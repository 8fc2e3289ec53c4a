// Collects what goes wrong in a page: script errors, warnings, dialogs, failed and foreign requests, and what the policy refuses.
import type { ConsoleMessage, HTTPRequest, Page } from "puppeteer";
import { isAllowed } from "./allowed-address.ts";
import { readRefusal } from "./refusals.ts";

/** One thing that went wrong in a page. */
export interface PageFault {
  readonly kind: "script" | "console" | "dialog" | "request" | "foreign-request" | "policy";
  /** What was found, without a full stop at the end; for `policy` a clause that goes on from “it”. */
  readonly text: string;
}

/** Starts to watch; the list grows as faults come. */
export function watchPage(page: Page, origin: string): readonly PageFault[] {
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
    if (isLeaving(request) && isAllowed(url, origin)) add("policy", `leaves for another page (${url})`);
    else if (isAllowed(url, origin))
      add("request", `${shorten(url, origin)} (${request.failure()?.errorText})`);
    else add("foreign-request", url);
  });
  page.on("response", (response) => {
    const url = response.url();
    if (response.status() >= 400 && !url.endsWith("/favicon.ico")) {
      add("request", `${shorten(url, origin)} (status ${response.status()})`);
    }
  });
  return faults;
}

/** A page that is printed stays where it is: the one request for it has been answered. */
function isLeaving(request: HTTPRequest): boolean {
  return request.isNavigationRequest() && request.frame()?.parentFrame() === null;
}

/** The browser's own messages about loads repeat what the request events say. */
function isFault(message: ConsoleMessage): boolean {
  return message.type() === "error" && !message.text().startsWith("Failed to load resource");
}

function shorten(url: string, origin: string): string {
  return url.startsWith("data:") ? `${url.slice(0, 60)}…` : url.replace(`${origin}/`, "");
}
