// The user that the browser runs as: another one where this program runs as root, whom Chromium refuses its sandbox.
import { realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** A user and the one group of theirs, by their numbers. */
export interface BrowserUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user who owns nothing, by the number that every Linux gives them (https://systemd.io/UIDS-GIDS/). */
const NOBODY: BrowserUser = { uid: 65_534, gid: 65_534 };

/** The user to run the browser as; undefined for the one who runs this program. */
export function chooseUser(): BrowserUser | undefined {
  return process.getuid?.() === 0 ? NOBODY : undefined;
}

/** What a user may want of a file or a folder: the bits of one digit of its mode. */
export const WANT = { enter: 0o1, readAndEnter: 0o5 } as const;

/** Whether a user may do what they want with `path`, and enter every folder on the way to it. */
export async function canReach(
  path: string,
  user: BrowserUser,
  want: (typeof WANT)[keyof typeof WANT],
): Promise<boolean> {
  try {
    const real = await realpath(path);
    if (!(await allows(real, user, want))) return false;
    for (const folder of new Set([...foldersAbove(path), ...foldersAbove(real)])) {
      if (!(await allows(folder, user, WANT.enter))) return false;
    }
    return true;
  } catch {
    // What is not there is reached by nobody.
    return false;
  }
}

async function allows(path: string, { uid, gid }: BrowserUser, want: number): Promise<boolean> {
  const found = await stat(path);
  const shift = found.uid === uid ? 6 : found.gid === gid ? 3 : 0;
  return ((found.mode >> shift) & want) === want;
}

function foldersAbove(path: string): readonly string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...foldersAbove(parent)];
}
