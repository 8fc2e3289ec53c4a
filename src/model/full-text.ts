// The full text of a source as passages, and the fingerprints by which it is known again.

/** SHA-256 digests in lower-case hexadecimal. */
export interface Fingerprint {
  /** Of the bytes of the document as supplied. */
  readonly document: string;
  /** Of its passages after normalisation, joined by line feeds: the same for another copy in another encoding. */
  readonly text: string;
}

/** A full text from the vault. */
export interface FullText {
  readonly sourceId: string;
  readonly fingerprint: Fingerprint;
  /** The passages in order; ¶1 is the first. */
  readonly passages: readonly string[];
}
