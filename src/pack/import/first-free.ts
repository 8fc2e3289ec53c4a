// The first name in a numbered series that nothing bears yet.

/** The name with the lowest number, from `from` on, that is not taken in whatever case. */
export function firstFree(make: (number: number) => string, taken: readonly string[], from: number): string {
  const folded = new Set(taken.map((name) => name.toLowerCase()));
  let number = from;
  while (folded.has(make(number).toLowerCase())) number += 1;
  return make(number);
}
