// The folders of one browser's run: its profile, its temporary files and its home, private and gone with it.
import { execFile } from "node:child_process";
import { chmod, chown, lstat, mkdir, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { explainTemporary, withTemporaryFolder } from "../../files/temporary-folder.ts";
import type { BrowserChoice } from "./browser-choice.ts";
import { type BrowserUser, canReach, WANT } from "./browser-user.ts";
import { copyFolder } from "./copy-folder.ts";
import { renderFontConfig, renderHomeFonts } from "./font-config.ts";
import { BrowserStartError } from "./start-error.ts";

/** What a browser is started with. */
export interface BrowserHome {
  /** Where the browser can be executed by its user. */
  readonly executablePath: string;
  readonly profile: string;
  /** A folder that the browser's user may enter, but not write to. */
  readonly folder: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The folders that the browser writes to. */
const FOLDERS = ["profile", "tmp", "home", "fonts"] as const;

/**
 * Runs `use` with folders for a browser that runs as `user`, and removes them with all they hold.
 * @throws BrowserStartError where that user could reach neither the folders nor the browser; BriefingError (usage) where the folders
 * cannot be made.
 */
export async function withBrowserHome<T>(
  choice: BrowserChoice,
  user: BrowserUser | undefined,
  use: (home: BrowserHome) => Promise<T>,
): Promise<T> {
  const base = await findBase(choice, user);
  const furnish = async (folder: string): Promise<BrowserHome> => {
    // Others may pass through it, but see nothing in it.
    if (user) await chmod(folder, 0o711);
    for (const name of FOLDERS) await mkdir(join(folder, name), { mode: 0o700 });
    if (user) await giveTo(user, folder);
    const reached = user ? await bringWithin(choice, user, join(folder, "browser")) : choice;
    const env = {
      ...keptEnvironment(),
      ...reached.env,
      ...(await configureFonts(reached, user, folder)),
      TMPDIR: join(folder, "tmp"),
      ...(process.platform === "win32" ? {} : { HOME: join(folder, "home") }),
    };
    return { executablePath: reached.executablePath, profile: join(folder, "profile"), folder, env };
  };
  const run = async (folder: string) => {
    const home = await furnish(folder).catch((error: unknown) => {
      throw explainTemporary(base, error);
    });
    return use(home);
  };
  return withTemporaryFolder(run, { base, empty: emptyFolders });
}

/** In some containers there is but one user. */
async function giveTo({ uid, gid }: BrowserUser, folder: string): Promise<void> {
  try {
    for (const name of FOLDERS) await chown(join(folder, name), uid, gid);
  } catch (cause) {
    throw new BrowserStartError("there is no other user than root to run it as", { cause });
  }
}

/**
 * A whole Chrome puts a socket into a folder below TMPDIR, and the address of a socket has at most 103 bytes (macOS; Linux 107): this
 * many remain after `/briefing~MARK~XXXXXX/tmp` and `/org.chromium.Chromium.XXXXXX/SingletonSocket`.
 */
const LONGEST_BASE = 20;

/** A folder for temporary files that the browser's user can reach, and under which a whole Chrome can live. */
async function findBase({ build }: BrowserChoice, user: BrowserUser | undefined): Promise<string> {
  const usual = tmpdir();
  if (process.platform === "win32") return usual;
  for (const base of [usual, "/tmp", "/var/tmp"]) {
    if (build === "full" && Buffer.byteLength(base) > LONGEST_BASE) continue;
    if (!user || (await canReach(base, user, WANT.enter))) return base;
  }
  throw new BrowserStartError("another user than root can reach no folder for temporary files", {});
}

/** The browser where its user can reach it: as it lies, or what belongs together of it in a folder of this run. */
async function bringWithin(choice: BrowserChoice, user: BrowserUser, to: string): Promise<BrowserChoice> {
  if (await canReach(choice.executablePath, user, WANT.readAndEnter)) return choice;
  const { folder } = choice;
  if (folder === undefined) {
    throw new BrowserStartError(`another user than root cannot reach ${choice.executablePath}`, {});
  }
  await copyFolder(folder, to);
  const moved = (text: string) => text.replaceAll(folder, to);
  return {
    ...choice,
    executablePath: moved(choice.executablePath),
    env: Object.fromEntries(Object.entries(choice.env).map(([name, value]) => [name, moved(value)])),
    ...(choice.fonts && { fonts: { ...choice.fonts, own: moved(choice.fonts.own) } }),
  };
}

/** What a browser needs to know of its surroundings; the rest, which may hold secrets, is none of its business. */
const KEPT = /^(PATH|LANG|LANGUAGE|LC_.*|TZ|TZDIR|LD_LIBRARY_PATH|FONTCONFIG_.*|XDG_DATA_DIRS|CHROM.*)$/;

function keptEnvironment(): Record<string, string | undefined> {
  if (process.platform === "win32") return { ...process.env };
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name)));
}

async function configureFonts(
  { fonts }: BrowserChoice,
  user: BrowserUser | undefined,
  folder: string,
): Promise<Record<string, string>> {
  const path = join(folder, "fonts.conf");
  if (fonts) {
    const cache = await findFontCache(fonts.cache, user, join(folder, "fonts"));
    await writeFile(path, renderFontConfig(fonts.own, cache, homedir()), { mode: 0o644 });
    return { FONTCONFIG_FILE: path };
  }
  // The browser no longer finds its person's own fonts by its home.
  if (process.platform !== "linux" || user || process.env.FONTCONFIG_FILE) return {};
  await writeFile(path, renderHomeFonts(homedir()), { mode: 0o644 });
  return { FONTCONFIG_FILE: path };
}

/** Where the browser keeps what it knows of the fonts: a folder of its user's in the cache, if they can reach it. */
async function findFontCache(kept: string, user: BrowserUser | undefined, own: string): Promise<string> {
  if (!user) return kept;
  const folder = join(kept, String(user.uid));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, user.uid, user.gid);
    return (await canReach(folder, user, WANT.enter)) ? folder : own;
  } catch {
    // A cache that cannot be written is made do without.
    return own;
  }
}

/** Another user's folders are emptied as that user: a link that leads out of them leads to nothing but what is theirs. */
async function emptyFolders(folder: string): Promise<void> {
  const paths = FOLDERS.map((name) => join(folder, name));
  const found = await Promise.all(paths.map((path) => lstat(path).catch(() => undefined)));
  const owner = found.find((entry) => entry !== undefined && entry.uid !== (process.getuid?.() ?? entry.uid));
  if (owner === undefined) return;
  await new Promise((resolve) => {
    // The folders themselves stay, as they lie in one of root's; so the command fails, having emptied them.
    execFile("rm", ["-rf", "--", ...paths], { uid: owner.uid, gid: owner.gid, cwd: folder }, resolve);
  });
}
