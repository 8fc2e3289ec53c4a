// Where Chrome, Chromium and Edge are usually installed, for each system, best first.
import { posix, win32 } from "node:path";

const LINUX_COMMANDS = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
];

const LINUX_PLACES = [
  "/opt/google/chrome/chrome",
  "/usr/lib/chromium/chromium",
  "/usr/lib64/chromium-browser/chromium-browser",
  "/snap/bin/chromium",
  "/opt/microsoft/msedge/msedge",
];

const MAC_APPLICATIONS = [
  "Google Chrome.app/Contents/MacOS/Google Chrome",
  "Chromium.app/Contents/MacOS/Chromium",
  "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS_PLACES = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The absolute paths to look at, in order.
 * @param platform as in `process.platform`
 * @param env the environment: PATH, HOME and the program folders of Windows
 */
export function installedPlaces(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(isGiven);
    return WINDOWS_PLACES.flatMap((place) => roots.map((root) => win32.join(root, place)));
  }
  if (platform === "darwin") {
    const roots = ["/Applications", ...(env.HOME ? [posix.join(env.HOME, "Applications")] : [])];
    return MAC_APPLICATIONS.flatMap((app) => roots.map((root) => posix.join(root, app)));
  }
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder.startsWith("/"));
  const onPath = LINUX_COMMANDS.flatMap((command) => folders.map((folder) => posix.join(folder, command)));
  return [...new Set([...onPath, ...LINUX_PLACES])];
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
