// Keeps text from a pack from steering the terminal it is shown on.

/**
 * Shows control characters (escape sequences among them) and those that turn the direction of text as `�`, one for one, and tabs
 * as spaces; line feeds stay. The latter hide what a line says (https://trojansource.codes).
 */
export function showControls(text: string): string {
  return text
    .replaceAll("\t", " ")
    .replace(/[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
