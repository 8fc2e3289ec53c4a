// Numbers of things in words.

/** `1 page`, `2 pages`; `many` where the plural is not made with an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
