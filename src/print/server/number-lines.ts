// Writes into each start tag of an HTML document on which line of its file it stands.

/** The attribute that holds the line, counted from 1. */
const LINE = "data-briefing-line";
/** Elements whose content is text, whatever it looks like. */
const TEXT_ONLY = /^(script|style|textarea|title|xmp|iframe|noembed|noframes|noscript)$/i;
const MARKUP =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[!?/][^>]*>|<([a-z][^\s/>]*)/gi;

/**
 * The document with the line of each start tag in it (`data-briefing-line`). Nothing else is changed, comments, scripts and the
 * values of attributes least of all. It goes by the bytes, so that every character set that agrees with ASCII is kept; a document in
 * UTF-16 comes back as it is. The tokens are those of https://html.spec.whatwg.org/multipage/parsing.html#tokenization.
 */
export function numberLines(document: Uint8Array): Uint8Array {
  const html = Buffer.from(document).toString("latin1");
  if (html.includes("\0")) return document;
  const pieces: string[] = [];
  let done = 0;
  let line = 1;
  let counted = 0;
  const markup = new RegExp(MARKUP);
  for (let found = markup.exec(html); found; found = markup.exec(html)) {
    const name = found[1];
    if (name === undefined) continue;
    for (
      let at = html.indexOf("\n", counted);
      at >= 0 && at < found.index;
      at = html.indexOf("\n", counted)
    ) {
      line += 1;
      counted = at + 1;
    }
    pieces.push(html.slice(done, markup.lastIndex), ` ${LINE}="${line}"`);
    done = markup.lastIndex;
    markup.lastIndex = findTagEnd(html, done);
    if (TEXT_ONLY.test(name)) markup.lastIndex = findTextEnd(html, markup.lastIndex, name);
  }
  return Buffer.from(pieces.join("") + html.slice(done), "latin1");
}

/** The place behind a start tag, given the place behind its name. */
function findTagEnd(html: string, from: number): number {
  const attribute =
    /[\s/]*(?:(>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>"'][^\s>]*)?)?)/gy;
  attribute.lastIndex = from;
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    if (found[1] !== undefined) return attribute.lastIndex;
    if (found[0] === "") break;
  }
  return html.length;
}

function findTextEnd(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}[\\s/>]`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
