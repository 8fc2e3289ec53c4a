// Collects what goes wrong in a page: script errors, warnings, dialogs, failed, refused and foreign requests.
import type { ConsoleMessage, Page } from "puppeteer";
import { isAllowed } from "./allowed-address.ts";

/** One thing that went wrong in a page. */
export interface PageFault {
  readonly kind: "script" | "console" | "dialog" | "request" | "foreign-request";
  /** What was found, without a full stop at the end. */
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
    if (isFault(message)) add("console", message.text());
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
    if (isAllowed(url, origin)) add("request", `${shorten(url, origin)} (${request.failure()?.errorText})`);
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

/** The browser's own messages about loads repeat what the request events say. */
function isFault(message: ConsoleMessage): boolean {
  return message.type() === "error" && !message.text().startsWith("Failed to load resource");
}

function shorten(url: string, origin: string): string {
  return url.startsWith("data:") ? `${url.slice(0, 60)}…` : url.replace(`${origin}/`, "");
}
