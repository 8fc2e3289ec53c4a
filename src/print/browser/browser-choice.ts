// The browser that a print uses: what it is, where it lies and what it needs to start.

/** Which of the three ways led to the browser. */
type BrowserOrigin = "explicit" | "installed" | "bundled";

/** A browser that is there and can be started. */
export interface BrowserChoice {
  readonly origin: BrowserOrigin;
  readonly executablePath: string;
  /** Environment variables that must be set for it, instead of the ordinary ones. */
  readonly env: Readonly<Record<string, string>>;
  /** `shell` for the small headless build, which knows no other mode; `full` for a whole Chrome. */
  readonly build: "shell" | "full";
  /** The folder that holds all of it, and runs as well as a copy elsewhere; left out where that is not known. */
  readonly folder?: string;
  /** Fonts it brings along, with a folder to keep what is known of all fonts; left out, the system's setting holds. */
  readonly fonts?: { readonly own: string; readonly cache: string };
}
