// What a command sees of the world, so that a test can be the world.

/** Where text goes. */
export interface Sink {
  write(text: string): unknown;
  /** Whether a person watches it on a terminal. */
  readonly isTTY?: boolean | undefined;
}

/** The surroundings of one run. */
export interface Io {
  /** Results. */
  readonly stdout: Sink;
  /** Problems, progress and notices. */
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working folder, absolute. */
  readonly cwd: string;
  /** Aborted when a person or the system asks the program to end. */
  readonly signal: AbortSignal;
}
