// Waits for work that is done at once, also where some of it fails.

/**
 * What all come to, once none is under way any more: as `Promise.all`, which gives up at the first failure while the others still write
 * into a folder that is about to be removed.
 * @throws what the first of them threw
 */
export async function settleAll<T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
