// The reading order in `pack.yaml`, read and added to without touching what a person wrote around it.
import { isScalar, isSeq, parseDocument } from "yaml";

/** The ids of the reading order in `pack.yaml`; undefined where there is none that can be read. */
export function readReadingOrder(manifest: string): readonly string[] | undefined {
  const document = parseDocument(manifest);
  const parts = document.errors.length === 0 ? document.get("parts") : undefined;
  return isSeq(parts) && parts.items.length > 0 ? parts.items.map((item) => String(item)) : undefined;
}

/**
 * Adds a source to the reading order of `pack.yaml`, after the last source, or after the first part where there is none. All else
 * stays as it is written; so does a file whose order can't be read, or has the source already.
 */
export function addToReadingOrder(manifest: string, id: string, sourceIds: readonly string[]): string {
  const order = readReadingOrder(manifest);
  const parts = parseDocument(manifest).get("parts");
  if (order === undefined || !isSeq(parts) || order.includes(id)) return manifest;
  const before =
    parts.items[
      Math.max(
        0,
        order.findLastIndex((part) => sourceIds.includes(part)),
      )
    ];
  const range = isScalar(before) ? before.range : undefined;
  if (range == null) return manifest;
  const [start, end] = range;
  if (parts.flow === true) return `${manifest.slice(0, end)}, ${id}${manifest.slice(end)}`;
  const lineStart = manifest.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = manifest.indexOf("\n", end);
  const dash = manifest.slice(lineStart, start).replace(/-(\s*)\S*$/, "-$1");
  const [head, tail] =
    lineEnd < 0 ? [`${manifest}\n`, ""] : [manifest.slice(0, lineEnd + 1), manifest.slice(lineEnd + 1)];
  return `${head}${dash}${id}\n${tail}`;
}
