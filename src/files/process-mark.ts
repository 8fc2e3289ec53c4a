// Marks of processes: by them a later run knows whether what it finds belongs to one that has ended.
import { readFileSync, readlinkSync } from "node:fs";
import { systemErrorCode } from "./system-error.ts";

/** The form of a mark, as the source of a regular expression without groups. */
export const MARK_FORM = "[0-9a-z]+\\.[0-9a-z]+\\.[0-9a-z]+";

/** A process of another container cannot be seen; what it left is called old after a day. */
const UNSEEN_MS = 24 * 60 * 60 * 1000;

/**
 * The mark of a running process: its number, when it started (in ticks since the machine did) and which space of numbers it is
 * counted in, for numbers come again: after a while, after a restart, and in every container. Where the system does not tell (all
 * but Linux), start and space are 0. Short, with digits from 0 to z: it stands in paths that may not be long.
 */
export function markOf(pid: number): string {
  return [pid, startOf(pid) ?? 0, ownSpace()].map((number) => number.toString(36)).join(".");
}

/**
 * Whether the process that bore the mark has ended.
 * @param ageMs how long ago what bears the mark was last changed
 */
export function hasEnded(mark: string, ageMs: number): boolean {
  const [pid = 0, start, space] = mark.split(".").map((digits) => Number.parseInt(digits, 36));
  if (space !== ownSpace()) return ageMs > UNSEEN_MS;
  return !isRunning(pid) || startOf(pid) !== (start || undefined);
}

/** Undefined where the system does not tell, or there is no such process, or only what is left of it until its parent asks. */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name stands in brackets and may hold anything; after it come the state and, 19 fields on, the start (proc_pid_stat(5)).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : Number(fields[19]);
  } catch {
    return undefined;
  }
}

function ownSpace(): number {
  try {
    // The numbers of spaces that exist at one time are near each other: their ends tell them apart.
    return Number(/\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? 0) % 36 ** 4;
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === "EPERM";
  }
}
