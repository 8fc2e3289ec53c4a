// The full text of a source as passages, and the fingerprints by which it is known again.

/** SHA-256 digests in lower-case hexadecimal. */
export interface Fingerprint {
  /** Of the bytes of the document as supplied. */
  readonly document: string;
  /** Of its passages after normalisation, joined by line feeds: the same for another copy in another encoding. */
  readonly text: string;
}

/** A stretch of the supplied document that was left out of the full text when it was imported. */
export interface AppliedOmission {
  /** Its first words, as the record declared them. */
  readonly starts: string;
  /** Its last words. */
  readonly ends: string;
  /** How many paragraphs it took out. */
  readonly paragraphs: number;
}

/** A full text from the vault. */
export interface FullText {
  readonly sourceId: string;
  readonly fingerprint: Fingerprint;
  /** What is neither passage nor lost: the omissions that were applied. */
  readonly omissions: readonly AppliedOmission[];
  /** The passages in order; ¶1 is the first. */
  readonly passages: readonly string[];
}
