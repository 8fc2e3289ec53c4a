// The loopback server gives out the files of one folder, and nothing else.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { get } from "node:http";
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
  await symlink(join(folder, "index.html"), join(folder, "inner.html"));
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** Asks for a path as it stands; `fetch` would tidy it. */
function ask(
  origin: string,
  path: string,
  method = "GET",
): Promise<{ status: number; type: string; body: string }> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", body }),
      );
    }).on("error", reject);
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
    expect(await withServer(folder, (origin) => ask(origin, path))).toMatchObject({ status: 200, type });
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
    const answer = await withServer(folder, (origin) => ask(origin, path.replaceAll(" ", "%20")));
    expect(answer).toMatchObject({ status: 404, body: "" });
  });

  it("takes no other method", async () => {
    expect(await withServer(folder, (origin) => ask(origin, "/", "POST"))).toMatchObject({ status: 405 });
  });

  it("listens on the loopback address only, and stops when the work fails", async () => {
    let origin = "";
    const work = withServer(folder, async (given) => {
      origin = given;
      throw new Error("the work failed");
    });
    await expect(work).rejects.toThrow("the work failed");
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(ask(origin, "/")).rejects.toThrow("ECONNREFUSED");
  });
});
