// What another user can reach is told from the modes of a file and of every folder on the way to it.
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { canReach, WANT } from "../../../src/print/browser/browser-user.ts";

const other = { uid: 54_321, gid: 54_321 };
let base: string;
beforeEach(async () => {
  base = await mkdtemp("/tmp/reach-");
  await chmod(base, 0o755);
  await mkdir(join(base, "folder"), { mode: 0o755 });
  await writeFile(join(base, "folder", "program"), "", { mode: 0o755 });
  await symlink(join(base, "folder", "program"), join(base, "link"));
});
afterEach(() => rm(base, { recursive: true, force: true }));

const reach = (...parts: string[]) => canReach(join(base, ...parts), other, WANT.readAndEnter);

it("a program that all may execute, also by a link", async () => {
  expect(await reach("folder", "program")).toBe(true);
  expect(await reach("link")).toBe(true);
});

it("none that only its owner may execute, or that is not there", async () => {
  await chmod(join(base, "folder", "program"), 0o700);
  expect(await reach("folder", "program")).toBe(false);
  expect(await reach("nothing")).toBe(false);
});

it("none in a folder that is its owner's alone, to which a link may lead", async () => {
  await chmod(join(base, "folder"), 0o700);
  expect(await reach("folder", "program")).toBe(false);
  expect(await reach("link")).toBe(false);
});

it("what is the user's own, or the group's", async () => {
  await chmod(join(base, "folder", "program"), 0o750);
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const path = join(base, "folder", "program");
  expect(await canReach(path, { uid, gid: 1 }, WANT.readAndEnter)).toBe(true);
  expect(await canReach(path, { uid: 54_321, gid }, WANT.readAndEnter)).toBe(true);
  expect(await canReach(path, other, WANT.enter)).toBe(false);
});
