// The problems of a pack's folder and its files, as they are told to a person.
import { contentProblem, type Place, type Problem } from "../errors.ts";
import { describeLayout, LARGEST_TEXT } from "./pack-layout.ts";
import { systemErrorCode, systemErrorMeaning } from "./system-error.ts";

/** The content folder is a file. */
export function folderIsFile(folder: string): Problem {
  return contentProblem(
    "content-folder-is-a-file",
    undefined,
    `The content folder ${folder} is not a folder.`,
    "Name the folder that holds pack.yaml with --content.",
  );
}

/** The content folder cannot be opened. Throws `error` again where it is no answer of the system. */
export function folderMissing(folder: string, error: unknown): Problem {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  const why = code === "ENOENT" ? "does not exist" : `cannot be read: ${systemErrorMeaning(code)}`;
  return contentProblem(
    "content-folder-missing",
    undefined,
    `The content folder ${folder} ${why}.`,
    "Run the command where the folder is, or name it with --content.",
  );
}

/** A file that every pack must have is not there. */
export function fileMissing(file: string): Problem {
  return contentProblem(
    "file-missing",
    wholeFile(file),
    `The pack has no ${file}.`,
    file === "pack.yaml"
      ? "Write pack.yaml, or name the folder that holds it with --content."
      : "Write summary.md, the cover summary.",
  );
}

/** There is not one source. */
export function noSources(): Problem {
  return contentProblem(
    "no-sources",
    undefined,
    "The pack has no sources: there is no file sources/*.md.",
    "Write a record for each document the pack is about into sources/.",
  );
}

/** A symbolic link leads to something that is no part of the pack. */
export function linkLeadsOutside(file: string): Problem {
  return contentProblem(
    "link-leads-outside",
    wholeFile(file),
    `${file} is a symbolic link to something that is no part of the pack.`,
    "Put a copy of the file in its place.",
  );
}

/** A picture is a symbolic link to a file that is none of the pictures, and would be published whole. */
export function pictureLinkLeadsOutside(file: string): Problem {
  return contentProblem(
    "link-leads-outside",
    wholeFile(file),
    `${file} is reached through a symbolic link to something outside images/, and pictures are published as they are.`,
    "Put a copy of the picture in its place.",
  );
}

/** A picture has no bytes. */
export function pictureEmpty(file: string): Problem {
  return contentProblem("broken-image", wholeFile(file), `${file} is empty.`, EXPORT_ANEW);
}

/** The bytes of a picture are not of the kind `named` that its name says, but of the kind `found`, where that is known. */
export function pictureOfOtherKind(file: string, named: string, found: string | undefined): Problem {
  const message =
    found === undefined
      ? `${file} is no ${named} picture: its bytes do not begin like one.`
      : `${file} is a ${found} picture by its bytes, and its name says ${named}.`;
  const fix =
    found === undefined
      ? EXPORT_ANEW
      : `Give the file the ending of ${found}, or export the picture anew as ${named}.`;
  return contentProblem("broken-image", wholeFile(file), message, fix);
}

/** An SVG file is not XML as pictures are written in, or no picture. */
export function notSvg(place: Place, why: string): Problem {
  return contentProblem("broken-image", place, `${place.file} is no SVG picture: ${why}.`, EXPORT_ANEW);
}

const EXPORT_ANEW = "Export the picture anew, or delete the file.";

/** A file or folder (with a slash at its end) that the layout does not know; `folder` is the one it stands in. */
export function outsideLayout(folder: string, file: string): Problem {
  const where = folder === "" ? "at the top of a pack" : `in ${folder}/`;
  const move = folder === "" ? "out of the content folder" : "elsewhere";
  return contentProblem(
    "file-outside-schema",
    wholeFile(file),
    `${file} has no place ${where}, where only ${describeLayout(folder)} may stand.`,
    `Move it ${move}, rename it, or delete it.`,
  );
}

/** A text file of `size` bytes is larger than one may be. */
export function fileTooLarge(file: string, size: number): Problem {
  const mebibytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, "");
  return contentProblem(
    "file-too-large",
    wholeFile(file),
    `${file} has ${mebibytes(size)} MiB, and a text file may have ${mebibytes(LARGEST_TEXT)} MiB.`,
    "Split it into several parts.",
  );
}

/** A file or folder cannot be read. Throws `error` again where it is no answer of the system. */
export function fileUnreadable(file: string, error: unknown): Problem {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  const why = code === "ENOENT" ? "its symbolic link leads nowhere" : systemErrorMeaning(code);
  return contentProblem(
    "file-unreadable",
    wholeFile(file),
    `${file} cannot be read: ${why}.`,
    "Mend its permissions or put a readable file in its place.",
  );
}

/** Two files are one on a system that ignores case (macOS, Windows) or the composition of letters (macOS). */
export function namesDifferByCase(file: string, twin: string): Problem {
  return contentProblem(
    "names-differ-by-case",
    wholeFile(file),
    `${file} has the same name as ${twin} but for case or the composition of letters, and is one file with it on some systems.`,
    "Rename one of the two.",
  );
}

function wholeFile(file: string): Place {
  return { file, line: 1, column: 1 };
}
