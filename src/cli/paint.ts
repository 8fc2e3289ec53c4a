// Colour on terminals, and only there.
import { styleText } from "node:util";
import type { Io } from "./io.ts";

/** The styles in use. */
type Style = "red" | "yellow" | "green" | "bold" | "dim";

/** Gives text a style, or leaves it plain. */
export type Paint = (style: Style, text: string) => string;

/** Text as it is. */
export const plain: Paint = (_style, text) => text;

/** Colours diagnostics on a terminal, unless NO_COLOR is set to anything (https://no-color.org) or TERM is dumb. */
export function choosePaint({ stderr, env }: Pick<Io, "stderr" | "env">): Paint {
  const colour = stderr.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  // The sink decides, not the standard output that Node would look at.
  return colour ? (style, text) => styleText(style, text, { validateStream: false }) : plain;
}
