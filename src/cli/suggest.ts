// The name that a person may have meant.

/** The known name nearest to what was typed, if it is near enough to be meant: within a third of its letters, at least one. */
export function suggestName(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, edits: countEdits(typed.toLowerCase(), name) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)) || begins(name, typed))
    .sort((left, right) => left.edits - right.edits);
  return ranked[0]?.name;
}

function begins(name: string, typed: string): boolean {
  return typed.length >= 2 && name.startsWith(typed.toLowerCase());
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour (optimal string alignment). */
function countEdits(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const at = (up: number, back: number): number => rows[row - up]?.[column - back] ?? Infinity;
      const same = left[row - 1] === right[column - 1];
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(1, 0) + 1,
        (current[column - 1] ?? Infinity) + 1,
        at(1, 1) + (same ? 0 : 1),
        swapped ? at(2, 2) + 1 : Infinity,
      );
    }
    rows.push(current);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
