// In the page, before pagination: finds the pictures that the browser cannot draw, or not whole.

/**
 * The address of each broken picture, by its number in the document. The browser says nothing of these: it shows a sign in their
 * place, or as much of them as it has read. Self-contained: it runs in the page.
 * @param refs the numbers of the document's figures, as `prepareSource` gave them
 */
export async function findBrokenPictures(refs: readonly string[]): Promise<Readonly<Record<string, string>>> {
  // A policy may refuse to read what it lets be shown, and would be told of as a fault of the document.
  const mayRead = !document.querySelector('meta[http-equiv="content-security-policy" i]');

  /** What is only shown may be cut short; what is read as a picture of its own must be whole. */
  const isWhole = async (address: string): Promise<boolean> => {
    const data = mayRead
      ? await fetch(address).then(
          (answer) => answer.blob(),
          () => undefined,
        )
      : undefined;
    // Drawings are text: those that are cut short are not shown either.
    if (!data || !/^image\/(?!svg)/.test(data.type)) return true;
    return createImageBitmap(data).then(
      (bitmap) => {
        bitmap.close();
        return true;
      },
      () => false,
    );
  };

  /** Whether the request for it failed, which is told of as such. */
  const isMissing = (address: string): boolean => {
    const [entry] = performance.getEntriesByName(address) as PerformanceResourceTiming[];
    return (
      (entry?.responseStatus ?? 0) >= 400 ||
      (!/^(data|blob):/.test(address) && !address.startsWith(location.origin))
    );
  };

  const isDrawn = async (picture: HTMLImageElement): Promise<boolean> => {
    // One that waits to be looked at would never be loaded.
    picture.loading = "eager";
    const isShown = await picture.decode().then(
      () => true,
      () => false,
    );
    if (!isShown) return picture.currentSrc !== "" && isMissing(picture.currentSrc);
    return isWhole(picture.currentSrc);
  };

  const broken: Record<string, string> = {};
  for (const ref of refs) {
    const picture = document.querySelector(`img[data-ref="${ref}"]`);
    if (picture instanceof HTMLImageElement && !(await isDrawn(picture))) {
      broken[ref] = (picture.getAttribute("src") ?? "").slice(0, 80);
    }
  }
  return broken;
}
