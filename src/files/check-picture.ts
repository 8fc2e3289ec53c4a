// Whether the bytes of a picture are those of the kind that its name says.
import type { Problem } from "../errors.ts";
import { checkSvg } from "./check-svg.ts";
import * as problems from "./file-problems.ts";

interface Kind {
  readonly shown: string;
  /** The endings of names. */
  readonly names: RegExp;
  /** The first bytes in hexadecimal digits. */
  readonly begins: RegExp;
}

/** The signatures of the formats: PNG (W3C), JPEG (ITU T.81), GIF 87a and 89a, WebP (RFC 9649), AVIF (AOM, on ISO/IEC 14496-12). */
const KINDS: readonly Kind[] = [
  { shown: "PNG", names: /\.png$/i, begins: /^89504e470d0a1a0a/ },
  { shown: "JPEG", names: /\.jpe?g$/i, begins: /^ffd8ff/ },
  { shown: "GIF", names: /\.gif$/i, begins: /^474946383[79]61/ },
  { shown: "WebP", names: /\.webp$/i, begins: /^52494646.{8}57454250/ },
  // The file's own brand or one of those that it is compatible with is “avif” or “avis”.
  { shown: "AVIF", names: /\.avif$/i, begins: /^.{8}66747970(?:.{8}){0,14}?617669(?:66|73)/ },
];

/** How many bytes tell the kind of a picture. */
const ENOUGH = 72;

/** A problem where a picture is empty, is of another kind than its name says, or is an SVG that is more than a still picture. */
export function checkPicture(file: string, bytes: Uint8Array): Problem | undefined {
  if (bytes.length === 0) return problems.pictureEmpty(file);
  const named = KINDS.find(({ names }) => names.test(file));
  if (named === undefined) return checkSvg(file, bytes);
  const start = Buffer.from(bytes.subarray(0, ENOUGH)).toString("hex");
  if (named.begins.test(start)) return undefined;
  const other = KINDS.find(({ begins }) => begins.test(start))?.shown;
  return problems.pictureOfOtherKind(file, named.shown, other);
}
