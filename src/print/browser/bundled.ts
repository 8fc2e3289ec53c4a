// Unpacks the optional dependency @sparticuz/chromium into the cache and keeps it there.
import { chmod, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { BriefingError, EXIT } from "../../errors.ts";
import { settleAll } from "../../files/settle-all.ts";
import type { BrowserChoice } from "./browser-choice.ts";
import { keepUnpacked } from "./keep-unpacked.ts";
import { type TarLibrary, unpackFile, unpackTar } from "./unpack.ts";

const PACKAGE = "@sparticuz/chromium";

/**
 * The bundled browser, ready to start; undefined where the package is not installed or has no build for this
 * machine. The package itself unpacks its libraries only on known cloud hosts, runs whatever `chromium` lies in
 * TMPDIR and names a font folder that is not there, so this unpacks its archives itself.
 * @throws BriefingError (print) if the cache cannot be written.
 */
export async function unpackBundled(cache: string): Promise<BrowserChoice | undefined> {
  const archives = process.platform === "linux" && process.arch === "x64" ? findPackage() : undefined;
  if (!archives) return undefined;
  try {
    const folder = await keepUnpacked(join(cache, `chromium-${archives.version}`), (to) =>
      unpack(archives, to),
    );
    return {
      origin: "bundled",
      executablePath: join(folder, "chromium"),
      folder,
      env: {
        LD_LIBRARY_PATH: [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter),
      },
      build: "shell",
      fonts: { own: join(folder, "fonts"), cache: join(cache, "fontconfig") },
    };
  } catch (cause) {
    throw new BriefingError(
      `The bundled browser could not be unpacked into ${cache}: ${cause instanceof Error ? cause.message : cause}. Set BRIEFING_CACHE to a folder that can be written and has 250 MB to spare.`,
      { exitCode: EXIT.print, cause },
    );
  }
}

interface Archives {
  readonly version: string;
  readonly folder: string;
  readonly tar: TarLibrary;
}

function findPackage(): Archives | undefined {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    return undefined;
  }
  const root = join(dirname(entry), "..", "..");
  // Its own tar reader comes with it and is the version it was tested with.
  const load = createRequire(entry);
  const { version } = load(join(root, "package.json")) as { version: string };
  return { version, folder: join(root, "bin"), tar: load("tar-fs") as TarLibrary };
}

async function unpack({ folder, tar }: Archives, to: string): Promise<void> {
  // What fails first must not leave the others writing: the folder is removed then.
  await settleAll([
    unpackFile(join(folder, "chromium.br"), join(to, "chromium"), 0o755),
    // libnss3, libnspr4, libexpat: a bare machine has none of them. The archive holds `lib/`.
    unpackTar(join(folder, "al2023.tar.br"), to, tar),
    unpackTar(join(folder, "fonts.tar.br"), join(to, "fonts"), tar),
    // The browser makes this folder when it starts, for nobody else to read.
    mkdir(join(to, "locales")).then(() => chmod(join(to, "locales"), 0o755)),
  ]);
}
