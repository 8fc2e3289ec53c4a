// The parts of HTML that only the live server adds.
import type { LiveState } from "./live-site.ts";

/** The addresses that the live server keeps for itself. */
export const LIVE = {
  events: "/__briefing/events",
  problems: "/__briefing/problems",
  script: "/__briefing/live.js",
  previewScript: "/__briefing/preview.js",
  paged: "/__briefing/paged.js",
  preview: "/print/preview",
} as const;

/**
 * Adds the script that reloads a page when the site was built anew: when its version is no longer `version`, or, where that is undefined
 * because the page tells problems, after every build. `preview` also lays the page out with Paged.js.
 */
export function addLiveScripts(html: string, version: number | undefined, preview: boolean): string {
  const known = version === undefined ? "" : ` data-version="${version}"`;
  const live = `<script src="${LIVE.script}"${known} data-events="${LIVE.events}" data-problems="${LIVE.problems}"></script>`;
  const paged = preview
    ? `<script src="${LIVE.previewScript}"></script><script src="${LIVE.paged}"></script>`
    : "";
  const head = /<head[^>]*>/i.exec(html);
  const at = head === null ? 0 : head.index + head[0].length;
  return allowOwnFrames(html.slice(0, at) + live + paged + html.slice(at));
}

/** A page's policy admits no frame, and the problems of the pack are shown in one; the rest of it holds while a pack is written, too. */
function allowOwnFrames(html: string): string {
  return html.replace('<meta http-equiv="Content-Security-Policy" content="', "$&frame-src 'self'; ");
}

/** The page that tells what is wrong; the script shows it over the last good page, and it stands alone where there is none. */
export function formatProblemPage(state: LiveState): string {
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Problems of the pack</title>
<style>
body { margin: 0; padding: 1rem 1.25rem; background: #1d1d1f; color: #f5f5f7; font: 0.875rem/1.5 ui-monospace, monospace; }
h1 { margin: 0 0 0.75rem; font-size: 1rem; color: #ff9d8a; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${titleOf(state)}</h1>
<pre>${escapeHtml(state.problems ?? "")}</pre>
</body>
</html>
`;
  return addLiveScripts(page, state.problems === undefined ? state.version : undefined, false);
}

function titleOf({ problems, folder }: LiveState): string {
  if (problems === undefined) return folder === undefined ? "The site is being built" : "No problems";
  if (folder === undefined) return "The pack cannot be built";
  return "The pack cannot be built; the last good state is shown";
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
