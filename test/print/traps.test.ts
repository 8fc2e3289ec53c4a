// A document that tries to get out of the page that is printed is refused, told what it tried, and has reached nobody and nothing.
import { createSocket } from "node:dgram";
import { access, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, type Browser as PlainBrowser } from "puppeteer";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BriefingError } from "../../src/errors.ts";
import { findBrowser } from "../../src/print/browser/find.ts";
import { systemProbes } from "../../src/print/browser/system-probes.ts";
import { printDocument } from "../../src/print/print-document.ts";
import { awayTraps, fileTraps, pageTraps, STILL_TRAPS, scriptTraps, type Trap } from "./trap-documents.ts";

/** What the beacon heard: the paths asked for, and that somebody connected at all. */
const heard: string[] = [];
const http = createServer((request, response) => {
  heard.push(request.url ?? "");
  response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
});
http.on("connection", () => heard.push("connection"));
http.on("upgrade", (request, socket) => {
  heard.push(request.url ?? "");
  socket.destroy();
});
const udp = createSocket("udp4").on("message", () => heard.push("datagram"));
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
await new Promise<void>((resolve) => udp.bind(0, "127.0.0.1", resolve));
const beacon = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
const stun = `127.0.0.1:${udp.address().port}`;

const base = await mkdtemp(join(tmpdir(), "traps-"));
const folder = join(base, "site");
const output = join(base, "out.pdf");
beforeAll(async () => {
  await mkdir(folder);
  await writeFile(join(folder, "other.html"), "<p>Another page</p>");
  for (const ending of ["html", "svg", "css", "txt", "json"]) {
    await writeFile(
      join(base, `secret.${ending}`),
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    );
  }
  await symlink("../secret.css", join(folder, "link.css"));
  await symlink("..", join(folder, "out"));
});
beforeEach(async () => {
  heard.splice(0);
  await rm(output, { force: true });
});
afterAll(async () => {
  http.closeAllConnections();
  http.close();
  udp.close();
  await rm(base, { recursive: true, force: true });
});

/** Writes a document that tries all of these, one after the other. */
async function writeTraps(traps: readonly Trap[]): Promise<string> {
  const pieces = traps.map(({ script = "" }) => `try { ${script} } catch {}`);
  await writeFile(
    join(folder, "trap.js"),
    // A script that fails is told of as such, and is no trap.
    `addEventListener("unhandledrejection", (event) => event.preventDefault());\n${pieces.map((piece) => `{ ${piece} }`).join("\n")}\n`,
  );
  const body = traps.map(({ html = "" }) => html).join("\n");
  const script = traps.some((trap) => trap.script) ? '<script defer src="trap.js"></script>' : "";
  await writeFile(
    join(folder, "trap.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A trap</title>${script}</head><body><section><p>Text.</p>${body}</section></body></html>`,
  );
  return "trap.html";
}

/** The messages with which the print of these is refused. */
async function refusal(traps: readonly Trap[], browser: string): Promise<readonly string[]> {
  const document = await writeTraps(traps);
  const error = await printDocument({ folder, document, output, browser, timeoutMs: 30_000 }).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BriefingError)) throw new Error("The print was not refused.", { cause: error });
  expect(error.exitCode).toBe(5);
  await expect(access(output)).rejects.toThrow("ENOENT");
  return [error.message, ...error.problems.map(({ message }) => message)];
}

function expectTold(messages: readonly string[], traps: readonly Trap[]): void {
  const all = messages.join("\n");
  const untold = traps.filter(({ name, told = `${beacon}/${name}` }) => !all.includes(told));
  expect(
    untold.map(({ name }) => name),
    all,
  ).toEqual([]);
}

const installed = await findBrowser(undefined, {
  ...systemProbes(),
  unpackBundled: async () => undefined,
}).catch(() => undefined);
const browsers = ["bundled", ...(installed ? [installed.executablePath] : [])];

describe.each(browsers)("printed with %s", (browser) => {
  it("a page reaches nobody by what it shows", async () => {
    expectTold(await refusal(pageTraps(beacon), browser), pageTraps(beacon));
    expect(heard).toEqual([]);
  });

  it("a script reaches nobody", async () => {
    expectTold(await refusal(scriptTraps(beacon, stun), browser), scriptTraps(beacon, stun));
    expect(heard).toEqual([]);
  });

  it("a page gets at no file outside its folder", async () => {
    expectTold(await refusal(fileTraps(base), browser), fileTraps(base));
    expect(heard).toEqual([]);
  });
});

describe("a document is refused and reaches nobody", () => {
  it.each(awayTraps(beacon))("that leads away: $name", async (trap) => {
    expectTold(await refusal([trap], "bundled"), [trap]);
    expect(heard).toEqual([]);
  });

  it.each(STILL_TRAPS)("that does what it may not: $name", async (trap) => {
    expectTold(await refusal([trap], "bundled"), [trap]);
  });
});

describe("the traps are traps", () => {
  let plain: PlainBrowser;
  beforeAll(async () => {
    const { executablePath, env } = await findBrowser("bundled", systemProbes());
    plain = await launch({
      executablePath,
      headless: "shell",
      args: ["--no-sandbox"],
      env: { ...process.env, ...env },
    });
  });
  afterAll(() => plain?.close());

  const traps = [...pageTraps(beacon), ...scriptTraps(beacon, stun), ...awayTraps(beacon)];
  it.each(traps.filter(({ silent }) => !silent))(
    "an unguarded browser reaches the beacon: $name",
    async (trap) => {
      const document = await writeTraps([trap]);
      const server = createServer(async (request, response) => {
        const type = request.url?.endsWith(".js") ? "text/javascript" : "text/html";
        response.writeHead(200, { "Content-Type": type });
        response.end(await readFile(join(folder, request.url ?? "")).catch(() => ""));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const page = await plain.newPage();
      try {
        await page
          .goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${document}`)
          .catch(() => undefined);
        const wanted = trap.name.startsWith("peer") ? "datagram" : `/${trap.name}`;
        await expect.poll(() => heard.join("\n"), { timeout: 5_000 }).toContain(wanted);
      } finally {
        await page.close();
        server.closeAllConnections();
        server.close();
      }
    },
  );
});

describe("what a document may do", () => {
  it("is to run a script of its folder, to style in place and to show a picture written out in the page", async () => {
    await writeFile(
      join(folder, "chart.js"),
      `document.getElementById("chart").textContent = "Drawn by a script";`,
    );
    await writeFile(
      join(folder, "good.html"),
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title><style>p { color: #000 }</style></head>
<body><section><p id="chart" style="font-weight: bold">Not drawn</p><img alt="A dot" width="9" height="9" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"></section><script src="chart.js"></script></body></html>`,
    );
    await expect(
      printDocument({ folder, document: "good.html", output: join(base, "good.pdf"), browser: "bundled" }),
    ).resolves.toMatchObject({ pages: 1 });
  });
});
