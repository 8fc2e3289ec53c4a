// The error of a browser that does not start, and may start in another way.
import { BriefingError, EXIT } from "../../errors.ts";

/** A browser that ended before it answered, or could not even be started. */
export class BrowserStartError extends BriefingError {
  /** Why there is no sandbox, where that is what it ended for. */
  readonly wantsSandbox: boolean;
  /** What happened, as a clause. */
  readonly reason: string;

  constructor(
    reason: string,
    options: { readonly message?: string; readonly wantsSandbox?: boolean; readonly cause?: unknown },
  ) {
    super(options.message ?? `The browser cannot be started: ${reason}.`, {
      exitCode: EXIT.print,
      cause: options.cause,
    });
    this.wantsSandbox = options.wantsSandbox ?? false;
    this.reason = reason;
  }
}
