// The fontconfig files of browsers: of the bundled one, with its own fonts, and of one whose home is not its person's.

/**
 * The text of a `fonts.conf`. The one in the package names a fixed folder; where that is missing, text in a system
 * font vanishes from the PDF without a word.
 * @param ownFonts the folder of the unpacked fonts, which always hold a face to fall back on
 * @param cache a folder this user can write
 * @param home the user's home folder, if there is one
 */
export function renderFontConfig(ownFonts: string, cache: string, home: string | undefined): string {
  const folders = [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    ...(home ? homeFolders(home) : []),
    ownFonts,
  ];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${escapeXml(folder)}</dir>`).join("\n")}
  <cachedir>${escapeXml(cache)}</cachedir>
${["serif", "sans-serif", "monospace"].map(renderFallback).join("\n")}
</fontconfig>
`;
}

/** The text of a `fonts.conf` that adds to the system's the fonts in a person's home, for a browser that has another home. */
export function renderHomeFonts(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${homeFolders(home)
  .map((folder) => `  <dir>${escapeXml(folder)}</dir>`)
  .join("\n")}
  <cachedir>${escapeXml(`${home}/.cache/fontconfig`)}</cachedir>
</fontconfig>
`;
}

function homeFolders(home: string): readonly string[] {
  return [`${home}/.local/share/fonts`, `${home}/.fonts`];
}

function renderFallback(family: string): string {
  const named = { serif: "DejaVu Serif", "sans-serif": "DejaVu Sans", monospace: "DejaVu Sans Mono" }[family];
  return `  <alias><family>${family}</family><prefer><family>${named}</family><family>Open Sans</family></prefer></alias>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
