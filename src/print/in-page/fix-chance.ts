// In the page: takes chance and time out of what follows, so that the same document always gives the same pages.

/** Paged.js names things by random numbers and the time of day. Self-contained: it runs in the page. */
export function fixChance(): void {
  let seed = 1;
  Math.random = () => {
    // The generator of Park and Miller, which stays within the whole numbers that are exact.
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  Date.prototype.getTime = () => 0;
  performance.now = () => 0;
}
