// The loopback server gives out the files of one folder, and nothing else.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withServer } from "../../../src/print/server/server.ts";

let base: string;
let folder: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "server-"));
  folder = join(base, "site");
  await mkdir(join(folder, "a b"), { recursive: true });
  await mkdir(join(base, "site-secret"));
  await writeFile(join(base, "secret.txt"), "secret");
  await writeFile(join(base, "site-secret", "x.txt"), "secret");
  await writeFile(join(folder, "index.html"), "<p>é</p>");
  await writeFile(join(folder, "a b", "style.css"), "p{}");
  await writeFile(join(folder, "western.html"), Buffer.from("<meta charset=windows-1252><p>é</p>", "latin1"));
  await writeFile(join(folder, "face.woff2"), "");
  await symlink(join(base, "secret.txt"), join(folder, "link.txt"));
  await symlink(base, join(folder, "out"));
  await symlink(join(folder, "index.html"), join(folder, "inner.html"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path as it stands; `fetch` would tidy it. */
function ask(origin: string, path: string, method = "GET", host = new URL(origin).host): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          headers: response.headers,
          body,
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("withServer", () => {
  it.each([
    ["/index.html", "text/html; charset=utf-8"],
    ["/", "text/html; charset=utf-8"],
    ["/index.html?v=1", "text/html; charset=utf-8"],
    ["/a%20b/style.css", "text/css; charset=utf-8"],
    ["/western.html", "text/html"],
    ["/face.woff2", "font/woff2"],
    ["/inner.html", "text/html; charset=utf-8"],
  ])("serves %s as %s", async (path, type) => {
    expect(await withServer(folder, ({ origin }) => ask(origin, path))).toMatchObject({ status: 200, type });
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/a b/../../secret.txt",
    "/..\\secret.txt",
    "/%5c..%5csecret.txt",
    "/../site-secret/x.txt",
    "/link.txt",
    "/%00",
    "/%zz",
    "/a%20b",
    "/nothing",
  ])("does not serve %s", async (path) => {
    const answer = await withServer(folder, ({ origin }) => ask(origin, path.replaceAll(" ", "%20")));
    expect(answer).toMatchObject({ status: 404, body: "" });
  });

  it("does not serve a file that a link within the folder leads out to, however it is named", async () => {
    const paths = [
      "/out/secret.txt",
      "/out/../secret.txt",
      "/out%2fsecret.txt",
      "/a%20b/..%2f..%2fsecret.txt",
    ];
    await withServer(folder, async ({ origin }) => {
      for (const path of paths) expect(await ask(origin, path)).toMatchObject({ status: 404, body: "" });
    });
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("takes no %s", async (method) => {
    const answer = await withServer(folder, ({ origin }) => ask(origin, "/", method));
    expect(answer).toMatchObject({ status: 405, body: "" });
  });

  it("answers to no name but its own address", async () => {
    await withServer(folder, async ({ origin }) => {
      const { port } = new URL(origin);
      const hosts = [
        `localhost:${port}`,
        `attacker.example:${port}`,
        "127.0.0.1",
        "127.0.0.1:1",
        `[::1]:${port}`,
      ];
      for (const host of hosts) {
        expect(await ask(origin, "/index.html", "GET", host), host).toMatchObject({ status: 403, body: "" });
      }
    });
  });

  it("is no way to anything else for one who takes it for a proxy", async () => {
    await withServer(folder, async (target) => {
      await withServer(folder, async ({ origin }) => {
        const { host } = new URL(target.origin);
        expect(await ask(origin, `${target.origin}/index.html`, "GET", host)).toMatchObject({ status: 403 });
        await expect(ask(origin, host, "CONNECT", host)).rejects.toThrow("hang up");
      });
    });
  });

  it("says with every answer what the page may do", async () => {
    await withServer(folder, async ({ origin, publish }) => {
      publish("page.html", "<p>A page</p>");
      for (const path of ["/index.html", "/a%20b/style.css", "/nothing", "/page.html"]) {
        const { status, headers } = await ask(origin, path);
        expect(headers["x-content-type-options"], path).toBe(status === 200 ? "nosniff" : undefined);
        expect(headers, path).toMatchObject({
          "referrer-policy": "no-referrer",
          "cross-origin-resource-policy": "same-origin",
        });
        expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
      }
    });
  });

  it("listens on the loopback address only, and stops when the work fails", async () => {
    let origin = "";
    const work = withServer(folder, async (given) => {
      origin = given.origin;
      throw new Error("the work failed");
    });
    await expect(work).rejects.toThrow("the work failed");
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(ask(origin, "/")).rejects.toThrow("ECONNREFUSED");
  });
});

describe("a published page", () => {
  it("is served under its path, until that is ended", async () => {
    await withServer(folder, async ({ origin, publish }) => {
      const end = publish("a b/part 1.html", "<p>é</p>");
      const address = "/a%20b/part%201.html";
      expect(await ask(origin, address)).toMatchObject({
        status: 200,
        type: "text/html; charset=utf-8",
        body: "<p>é</p>",
      });
      expect((await ask(origin, address)).headers["cache-control"]).toBe("no-store");
      expect(await ask(origin, address, "HEAD")).toMatchObject({ status: 200, body: "" });
      expect(await ask(origin, address, "GET", "attacker.example")).toMatchObject({ status: 403 });
      end();
      expect(await ask(origin, address)).toMatchObject({ status: 404 });
    });
  });

  it("stands before a file of its name, which is there again after", async () => {
    await withServer(folder, async ({ origin, publish }) => {
      const end = publish("index.html", "<p>instead</p>");
      expect((await ask(origin, "/index.html?v=1")).body).toBe("<p>instead</p>");
      end();
      expect((await ask(origin, "/index.html")).body).toBe("<p>é</p>");
    });
  });

  it("has its path to itself", async () => {
    await withServer(folder, async ({ publish }) => {
      publish("part.html", "");
      expect(() => publish("part.html", "")).toThrow("part.html is published already");
    });
  });
});
