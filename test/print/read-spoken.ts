// What a screen reader is told of a document's pages, by the browser's own accessibility tree: that of another program than the engine.
import { join } from "node:path";
import type { CDPSession, Protocol } from "puppeteer";
import { findBrowser } from "../../src/print/browser/find.ts";
import { withBrowser } from "../../src/print/browser/launch.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { createFileDigests, digestEngine } from "../../src/print/cache/fingerprint.ts";
import { openStore } from "../../src/print/cache/store.ts";
import { fillStretch } from "../../src/print/in-page/fill-stretch.ts";
import { layOutDocument } from "../../src/print/layout/lay-out-document.ts";
import { numberPages } from "../../src/print/layout/lay-out-parts.ts";
import { addressOf, withServer } from "../../src/print/server/server.ts";
import { fillingOf, groupParts, renderStretch } from "../../src/print/stretches/stretch.ts";
import { startPlainBrowser } from "./print-reference.ts";

/** A piece of text of one block, in the order of the pages. */
export interface SpokenRun {
  /** The number of its block, of which there may be several runs. */
  readonly block: string;
  readonly text: string;
}

/** The texts of a document. */
export interface Spoken {
  readonly flow: readonly SpokenRun[];
  readonly notes: readonly SpokenRun[];
  /** What its pictures and drawings are called: that is read, and nothing that stands in them. */
  readonly pictures: readonly string[];
}

/** Lays a document out as the engine does and reads its pages as the browser tells them. */
export async function readSpoken(folder: string, document: string): Promise<Spoken> {
  const pages = await layOut(folder, document);
  const plain = await startPlainBrowser();
  try {
    const all: Spoken[] = [];
    for (const { html, filling, path } of pages) {
      const read = await withServer(folder, async (server) => {
        const withdraw = server.publish(path, html);
        const tab = await plain.browser.newPage();
        await tab.setBypassCSP(true);
        await tab.emulateMediaType("print");
        await tab.evaluateOnNewDocument("globalThis.__name ??= (target) => target");
        await tab.goto(addressOf(server.origin, path));
        await tab.evaluate(fillStretch, filling);
        const spoken = await readTree(await tab.createCDPSession());
        withdraw();
        return spoken;
      });
      all.push(read);
    }
    return {
      flow: all.flatMap(({ flow }) => flow),
      notes: all.flatMap(({ notes }) => notes),
      pictures: all.flatMap(({ pictures }) => pictures),
    };
  } finally {
    await plain.end();
  }
}

async function layOut(folder: string, document: string) {
  const choice = await findBrowser("bundled", systemProbes());
  return withServer(folder, (server) =>
    withBrowser({ choice }, async (browser) => {
      const laidOut = await layOutDocument({
        browser,
        origin: server.origin,
        document,
        store: openStore(join(folder, ".cache")),
        files: createFileDigests(folder, document, server.origin),
        engine: await digestEngine(choice.executablePath, "test", ""),
        sourceBytes: 0,
        onPages: () => undefined,
      });
      const { plan, parts, metadata } = laidOut;
      const total = parts.reduce((sum, part) => sum + part.laidOut.pages.length, 0);
      return groupParts(parts, 1).map((stretch, index) => ({
        html: renderStretch(stretch, plan, metadata.title, total).replaceAll(server.origin, ""),
        filling: fillingOf(stretch, plan, numberPages(parts)),
        path: join(document, "..", `spoken-${index}.html`),
      }));
    }),
  );
}

/** The browser reads these out by itself, whatever sign is drawn. */
const BULLETS = /^[•◦▪‣]\s*$/u;
const PICTURES = new Set(["image", "img", "graphics-document", "SvgRoot"]);
const CONTROLS = new Set(["textbox", "checkbox"]);

async function readTree(session: CDPSession): Promise<Spoken> {
  await session.send("DOM.enable");
  const { nodes: elements } = await session.send("DOM.getFlattenedDocument", { depth: -1 });
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const blockOf = findBlocks(elements);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken = { flow: [] as SpokenRun[], notes: [] as SpokenRun[], pictures: [] as string[] };
  const visit = (node: Protocol.Accessibility.AXNode, outer: ReturnType<typeof blockOf>) => {
    const own = node.backendDOMNodeId === undefined ? undefined : blockOf(node.backendDOMNodeId);
    const place = own ?? outer;
    const role = String(node.role?.value ?? "");
    const name = String(node.name?.value ?? "");
    // The sign of a note is left out: that of counters has no name in this tree.
    if (!node.ignored && (CONTROLS.has(role) || (place?.isNote && role === "ListMarker"))) return;
    if (!node.ignored && PICTURES.has(role)) {
      if (name !== "") spoken.pictures.push(name);
      return;
    }
    if (/^(StaticText|ListMarker)$/.test(role) && !node.ignored) {
      if (!BULLETS.test(name) && place?.block)
        add(place.isNote ? spoken.notes : spoken.flow, place.block, name);
      return;
    }
    for (const id of node.childIds ?? []) {
      const kid = byId.get(id);
      if (kid) visit(kid, place);
    }
  };
  const [root] = nodes;
  if (root) visit(root, undefined);
  return spoken;
}

function add(runs: SpokenRun[], block: string, text: string): void {
  const last = runs.at(-1);
  if (last?.block === block) runs.splice(-1, 1, { block, text: last.text + text });
  else runs.push({ block, text });
}

/** Finds the block that a node stands in, and whether that is in a footnote. */
function findBlocks(elements: readonly Protocol.DOM.Node[]) {
  const byId = new Map(elements.map((element) => [element.nodeId, element]));
  const byBackend = new Map(elements.map((element) => [element.backendNodeId, element]));
  const attributesOf = ({ attributes = [] }: Protocol.DOM.Node) =>
    new Map(
      attributes.flatMap((name, at) => (at % 2 === 0 ? [[name, attributes[at + 1] ?? ""] as const] : [])),
    );
  return (backend: number): { block: string; isNote: boolean } | undefined => {
    let block = "";
    let node = byBackend.get(backend);
    if (!node) return undefined;
    for (; node; node = byId.get(node.parentId ?? -1)) {
      const attributes = attributesOf(node);
      if (attributes.get("class")?.includes("pagedjs_footnote_area")) return { block, isNote: true };
      if (block === "" && (attributes.has("data-block") || attributes.has("data-note")))
        block = (attributes.get("data-ref") ?? "").replace(/~.*/, "");
    }
    return { block, isNote: false };
  };
}
