// Which browser prints, for everything a machine may have.
import { describe, expect, it } from "vitest";
import type { BrowserChoice } from "../../../src/print/browser/browser-choice.ts";
import { type BrowserProbes, findBrowser } from "../../../src/print/browser/find.ts";
import { installedPlaces } from "../../../src/print/browser/installed-places.ts";

const bundled: BrowserChoice = {
  origin: "bundled",
  executablePath: "/cache/chromium",
  env: {},
  build: "shell",
};

function machine(has: {
  files?: Record<string, "ok" | "not-a-file" | "not-executable">;
  bundled?: boolean;
}): BrowserProbes {
  return {
    installedPlaces: ["/usr/bin/google-chrome", "/usr/bin/chromium"],
    probeExecutable: async (path) => has.files?.[path] ?? "missing",
    unpackBundled: async () => (has.bundled ? bundled : undefined),
  };
}

describe("findBrowser", () => {
  it("takes an explicit path before everything else", async () => {
    const choice = await findBrowser(
      "/my/chrome",
      machine({ files: { "/my/chrome": "ok", "/usr/bin/chromium": "ok" } }),
    );
    expect(choice).toMatchObject({ origin: "explicit", executablePath: "/my/chrome", build: "full" });
  });

  it("knows a headless shell by its name", async () => {
    const path = "/my/chrome-headless-shell";
    expect(await findBrowser(path, machine({ files: { [path]: "ok" } }))).toMatchObject({ build: "shell" });
  });

  it("takes the first installed browser before the bundled one", async () => {
    const choice = await findBrowser(
      undefined,
      machine({ files: { "/usr/bin/chromium": "ok" }, bundled: true }),
    );
    expect(choice).toMatchObject({ origin: "installed", executablePath: "/usr/bin/chromium" });
  });

  it("passes over an installed file that cannot be executed", async () => {
    const files = { "/usr/bin/google-chrome": "not-executable", "/usr/bin/chromium": "ok" } as const;
    expect(await findBrowser("", machine({ files }))).toMatchObject({ executablePath: "/usr/bin/chromium" });
  });

  it("takes the bundled browser where none is installed", async () => {
    expect(await findBrowser(undefined, machine({ bundled: true }))).toBe(bundled);
  });

  it("takes the bundled browser by its word, whatever is installed", async () => {
    expect(
      await findBrowser("bundled", machine({ files: { "/usr/bin/chromium": "ok" }, bundled: true })),
    ).toBe(bundled);
  });

  it("says what is wrong with an explicit path, and falls back on nothing", async () => {
    const files = {
      "/folder": "not-a-file",
      "/notes.txt": "not-executable",
      "/usr/bin/chromium": "ok",
    } as const;
    const refuse = async (path: string) => findBrowser(path, machine({ files, bundled: true }));
    await expect(refuse("/nowhere")).rejects.toMatchObject({ exitCode: 5 });
    await expect(refuse("/nowhere")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[BriefingError: The browser /nowhere does not exist. Correct --browser or BRIEFING_BROWSER, or leave it out.]`,
    );
    await expect(refuse("/folder")).rejects.toThrow("The browser /folder is not a file.");
    await expect(refuse("/notes.txt")).rejects.toThrow(
      "The browser /notes.txt may not be executed by this user.",
    );
  });

  it("names the three ways to a browser where there is none", async () => {
    await expect(findBrowser(undefined, machine({}))).rejects.toMatchObject({ exitCode: 5 });
    await expect(findBrowser(undefined, machine({}))).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BriefingError: No browser to print with was found. Give one in any of three ways:
        - name it: --browser PATH, or BRIEFING_BROWSER=PATH in the environment
        - install Chrome, Chromium or Edge in its usual place (Debian and Ubuntu: apt-get install chromium)
        - on Linux x64, let npm install the optional dependency: npm install --include=optional]
    `);
    await expect(findBrowser("bundled", machine({}))).rejects.toThrowErrorMatchingInlineSnapshot(`
      [BriefingError: The bundled browser was asked for, but @sparticuz/chromium is not installed, or has no build for this machine (it runs on Linux x64). Give one in any of three ways:
        - name it: --browser PATH, or BRIEFING_BROWSER=PATH in the environment
        - install Chrome, Chromium or Edge in its usual place (Debian and Ubuntu: apt-get install chromium)
        - on Linux x64, let npm install the optional dependency: npm install --include=optional]
    `);
  });
});

describe("installedPlaces", () => {
  it("looks along the PATH on Linux, command by command, then in the usual places", () => {
    const places = installedPlaces("linux", { PATH: "/usr/local/bin:relative:/usr/bin" });
    expect(places.slice(0, 3)).toEqual([
      "/usr/local/bin/google-chrome-stable",
      "/usr/bin/google-chrome-stable",
      "/usr/local/bin/google-chrome",
    ]);
    expect(places).toContain("/usr/bin/chromium");
    expect(places).toContain("/opt/google/chrome/chrome");
    expect(places.every((place) => place.startsWith("/"))).toBe(true);
  });

  it("looks in the applications of the machine and of the user on macOS", () => {
    const places = installedPlaces("darwin", { HOME: "/Users/ana" });
    expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    expect(places).toContain("/Users/ana/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
  });

  it("looks in the program folders on Windows", () => {
    const places = installedPlaces("win32", { PROGRAMFILES: "C:\\Program Files", LOCALAPPDATA: "" });
    expect(places).toContain("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    expect(places).toHaveLength(3);
  });
});
