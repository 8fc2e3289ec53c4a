// Keeps what is costly to make, by a key of all it was made from; what is damaged is made again, what is old makes room.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { hasEnded, MARK_FORM, markOf } from "../../files/process-mark.ts";

/** Made things by their keys. Every failure of the disk is a miss: a cache is never needed. */
export interface Store {
  /** What was kept under the key, unless it is gone or damaged. */
  read(key: string): Promise<unknown>;
  /** Keeps something that can be cloned. */
  write(key: string, value: unknown): Promise<void>;
  /** Removes what killed runs left, and what was not used for longest until all fits; to be called when the work is done. */
  trim(): Promise<void>;
}

/** How much is kept. */
const MOST_BYTES = 400 * 1024 * 1024;
const DIGEST_BYTES = 32;
const ENDING = ".part";
const TEMPORARY = new RegExp(`\\.tmp-(${MARK_FORM})$`);

/** A store in a folder of its own; the folder is made when it is first needed. */
export function openStore(folder: string, mostBytes = MOST_BYTES): Store {
  const pathOf = (key: string) => join(folder, `${key}${ENDING}`);
  return {
    read: async (key) => {
      const bytes = await readFile(pathOf(key)).catch(() => undefined);
      if (!bytes) return undefined;
      const value = unpack(bytes);
      if (value === undefined) await rm(pathOf(key), { force: true }).catch(() => undefined);
      const now = new Date();
      await utimes(pathOf(key), now, now).catch(() => undefined);
      return value;
    },
    write: async (key, value) => {
      const temporary = `${pathOf(key)}.tmp-${markOf(process.pid)}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, pack(value));
        await rename(temporary, pathOf(key));
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
    trim: () => trim(folder, mostBytes).catch(() => undefined),
  };
}

/** The value, and before it its digest: a file that was cut or changed is told by it. */
function pack(value: unknown): Uint8Array {
  const body = serialize(value);
  return Buffer.concat([createHash("sha256").update(body).digest(), body]);
}

function unpack(bytes: Buffer): unknown {
  const body = bytes.subarray(DIGEST_BYTES);
  const digest = createHash("sha256").update(body).digest();
  if (!digest.equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  try {
    return deserialize(body);
  } catch {
    return undefined;
  }
}

async function trim(folder: string, mostBytes: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs };
    }),
  );
  const left = files.filter(({ path, mtimeMs }) => isLeft(path, mtimeMs));
  for (const { path } of left) await rm(path, { force: true });
  const kept = files.filter((file) => !left.includes(file));
  let total = kept.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of kept.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (total <= mostBytes) return;
    await rm(path, { force: true });
    total -= size;
  }
}

/** Whether a file is one that a process was about when it was killed. */
function isLeft(path: string, mtimeMs: number): boolean {
  const [, mark] = TEMPORARY.exec(path) ?? [];
  return mark !== undefined && hasEnded(mark, Date.now() - mtimeMs);
}
