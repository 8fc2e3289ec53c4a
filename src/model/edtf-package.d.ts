// The part of the `edtf` package that this project uses; the package has no declarations of its own.
declare module "edtf" {
  /** Parses a date of at most the given level; throws where the text is none. */
  export function parse(text: string, options: { level: number }): unknown;
  /** A date as an object with its bounds in milliseconds. */
  export default function edtf(
    text: string,
    options: { level: number },
  ): { readonly min: unknown; readonly max: unknown };
}
