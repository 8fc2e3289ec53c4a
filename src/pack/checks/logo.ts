// Check: the logo that the manifest names is a picture of the pack.
import { contentProblem } from "../../errors.ts";
import type { Check } from "./check-context.ts";

/** Finds a logo that is not there. One that is no picture is told when it is read, as every picture is. */
export const checkLogo: Check = ({ manifest, images, placeInManifest, complete }) => {
  const file = manifest?.logo?.file;
  if (file === undefined || !complete || images.some((image) => image.file === file)) return [];
  const fitting = images.map((image) => image.file).filter((name) => /\.(svg|png)$/i.test(name));
  const fix =
    fitting.length === 0 ? "Put the file into images/." : `Write one of ${fitting.join(", ")}, or add it.`;
  const message = `there is no picture “${file}” in the pack`;
  return [contentProblem("unknown-image", placeInManifest(["logo", "file"]), message, fix)];
};
