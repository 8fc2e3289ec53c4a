// The fontconfig file of the bundled browser: its own fonts, the system's, and a private cache.

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
    ...(home ? [`${home}/.local/share/fonts`, `${home}/.fonts`] : []),
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

function renderFallback(family: string): string {
  const named = { serif: "DejaVu Serif", "sans-serif": "DejaVu Sans", monospace: "DejaVu Sans Mono" }[family];
  return `  <alias><family>${family}</family><prefer><family>${named}</family><family>Open Sans</family></prefer></alias>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
