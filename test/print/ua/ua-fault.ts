// What the checker reports of a PDF that is not accessible.

/** One fault of a PDF against PDF/UA-1 (ISO 14289-1). */
export interface UaFault {
  /**
   * The Matterhorn failure condition ("28-011") where the protocol has one, else a name of our own ("parent-tree").
   */
  readonly rule: string;
  /** What was found, and where. */
  readonly message: string;
  /** The page, counted from 1, where the fault lies on one. */
  readonly page?: number;
}
