// The parts of HTML that only the live server adds.
import type { LiveState } from "./live-site.ts";

/** The addresses that the live server keeps for itself. */
export const LIVE = {
  desk: "/__briefing/desk",
  preview: "/print/preview",
  /** The empty page in which parts are laid out; it lies where the print document lies, for the addresses in it. */
  layout: "/print/layout",
  events: "/__briefing/events",
  /** The digest of a page whose path follows after `?`. */
  digest: "/__briefing/digest",
  files: "/__briefing/",
} as const;

/** Adds the script that keeps a page of the site up to date; `digest` is that of the page as it is sent. */
export function addLiveScript(html: string, digest: string): string {
  const live = `<script type="module" src="${LIVE.files}live.js" data-briefing-page="${digest}"></script>`;
  const head = /<head[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return html.slice(0, at) + live + html.slice(at);
}

/** The page that stands in for every other while there is no good build; it is replaced as soon as there is one. */
export function formatStandIn(state: LiveState): string {
  const title = state.broken ? "The pack cannot be built" : "The site is being built";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${LIVE.files}stand-in.css">
</head>
<body>
<main data-briefing-stand-in>
<h1>${title}</h1>
<pre>${escapeHtml(state.report)}</pre>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
