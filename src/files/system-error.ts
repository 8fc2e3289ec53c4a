// What the operating system says when a file operation fails.

/** The code of a failed system call (`ENOENT`, `EACCES`); undefined for every other error, which is a bug. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EFBIG: "a file of it would be larger than is allowed",
  EDQUOT: "the disk quota is used up",
  ENOTDIR: "a part of its path is a file, not a folder",
  EISDIR: "it is a folder",
  ELOOP: "its symbolic links run in a circle",
  ENOENT: "it does not exist",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  EBUSY: "it is in use",
};

/** The meaning of such a code as a clause: "the disk is full". */
export function systemErrorMeaning(code: string): string {
  return MEANINGS[code] ?? `the system answers ${code}`;
}
