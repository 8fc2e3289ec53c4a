// An nginx of one's own: its configuration, logs and temporary files in a folder, on free ports, as the user who runs it.
import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { delimiter, join } from "node:path";

/** The nginx of this machine, in the PATH or where Debian puts it for root alone; undefined where there is none. */
export const nginxPath: string | undefined = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]
  .map((folder) => join(folder, "nginx"))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/**
 * Runs nginx with one server for each of `servers`, the text of its block, while `use` runs; hands on their origins in order, without
 * a slash at the end.
 * @throws Error with what nginx says where it does not start.
 */
export async function withNginx(
  folder: string,
  servers: readonly string[],
  use: (origins: readonly string[]) => Promise<void>,
): Promise<void> {
  const place = join(folder, "nginx");
  await mkdir(place);
  const ports = await Promise.all(servers.map(findPort));
  const blocks = servers.map((server, index) => `server {\nlisten 127.0.0.1:${ports[index]};\n${server}\n}`);
  await writeFile(join(place, "nginx.conf"), configure(place, blocks));
  const nginx = spawn(
    nginxPath ?? "nginx",
    ["-p", place, "-c", join(place, "nginx.conf"), "-e", join(place, "error.log")],
    { stdio: "ignore" },
  );
  const ended = new Promise((resolve) => nginx.once("close", resolve));
  const origins = ports.map((port) => `http://127.0.0.1:${port}`);
  try {
    await waitFor(nginx, origins, join(place, "error.log"));
    await use(origins);
  } finally {
    nginx.kill();
    await ended;
  }
}

function configure(place: string, servers: readonly string[]): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${join(place, kind)};`,
  );
  return `daemon off;
master_process off;
pid ${join(place, "nginx.pid")};
events {}
http {
include /etc/nginx/mime.types;
default_type application/octet-stream;
access_log off;
${temporary.join("\n")}
${servers.join("\n")}
}
`;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitFor(nginx: ChildProcess, origins: readonly string[], log: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (const origin of origins) {
    while (!(await answers(origin))) {
      if (nginx.exitCode !== null || Date.now() > deadline) {
        throw new Error(`nginx does not start.\n${await readFile(log, "utf8").catch(() => "")}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}
