// Check: every image that is shown is a file of the pack, and every file of the pack is shown where it can be.
import { contentProblem, type Problem } from "../../errors.ts";
import { readLink } from "../../model/links.ts";
import type { Part } from "../../model/pack.ts";
import { proseOfPart } from "../../model/part-prose.ts";
import type { Check } from "./check-context.ts";

/** Finds images that do not exist, images and data files that no part shows, and data where none is drawn. */
export const checkImages: Check = ({ manifest, parts, images, files, complete }) => {
  const shown = parts.flatMap((part) =>
    proseOfPart(part).flatMap((prose) =>
      [...prose.images, ...prose.data].map(({ source, place }) => ({
        source,
        place,
        target: readLink(source, part.file),
      })),
    ),
  );
  const known = images.map(({ file }) => file);
  const missing = shown
    // One that is broken, of which a problem tells already, is in no list.
    .filter(({ source }) => complete && !/\.ya?ml$/.test(source))
    .filter(({ target }) => target.kind !== "file" || !known.includes(target.file))
    .map(({ source, place }) =>
      contentProblem(
        "unknown-image",
        place,
        `there is no image “${source}” in the pack`,
        known.length === 0
          ? "Put the file into images/."
          : `Show one of ${known.map((file) => `../${file}`).join(", ")}.`,
      ),
    );
  const used = new Set([
    ...shown.flatMap(({ target }) => (target.kind === "file" ? [target.file] : [])),
    manifest?.logo?.file,
  ]);
  const unused = [...known, ...files.filter((file) => file.startsWith("data/"))].filter(
    (file) => complete && !used.has(file),
  );
  return [...missing, ...parts.flatMap(checkDataLines), ...unused.map(notShown)];
};

/** Only an appendix draws data, and an id of its rows can stand only once. */
function checkDataLines(part: Part): Problem[] {
  const { data } = part.body;
  if (part.kind !== "appendix") {
    const message = `a data file is shown in ${part.kind === "summary" ? "the summary" : "a source"}`;
    const fix = "Show it in an appendix, and link to that.";
    return data.map(({ place }) => contentProblem("data-misplaced", place, message, fix));
  }
  const second = data.filter(({ source }, index) => data.findIndex((one) => one.source === source) < index);
  return second.map(({ source, place }) => {
    const message = `“${source}” is already shown in this part`;
    return contentProblem("data-twice", place, message, "Delete one of the two lines.");
  });
}

function notShown(file: string): Problem {
  const fix = "Show it in an appendix with a line ![Caption](../…), or delete the file.";
  return contentProblem(
    "file-not-shown",
    { file, line: 1, column: 1 },
    "no part of the pack shows this file",
    fix,
  );
}
