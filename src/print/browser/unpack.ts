// Reads Brotli-packed files and tar archives.
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** The part of `tar-fs` that is used. */
export interface TarLibrary {
  extract(
    folder: string,
    options?: { dmode?: number; fmode?: number; chown?: boolean },
  ): NodeJS.WritableStream;
}

/** Unpacks one Brotli-packed file. */
export async function unpackFile(from: string, to: string, mode: number): Promise<void> {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    createWriteStream(to, { mode }),
  );
}

/** Unpacks a Brotli-packed tar archive into a folder; everyone may read what comes out, and it belongs to this user. */
export async function unpackTar(from: string, folder: string, tar: TarLibrary): Promise<void> {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress(),
    tar.extract(folder, { dmode: 0o755, fmode: 0o644, chown: false }),
  );
}
