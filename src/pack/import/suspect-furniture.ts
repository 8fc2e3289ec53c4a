// Points out paragraphs that look like a web page's furniture; a person decides.
import type { Paragraph } from "./supplied-document.ts";

/** A paragraph that may be no part of the source. */
export interface Suspicion {
  readonly line: number;
  readonly text: string;
  /** What it looks like. */
  readonly what: string;
}

const SIGNS: readonly (readonly [what: string, sign: RegExp])[] = [
  [
    "an advertisement",
    /^(?:advertisement|advert|sponsored(?: content)?|promoted|start your day with\b.*|story continues below.*)$/i,
  ],
  [
    "a newsletter invitation",
    /\b(?:sign(?:ing)? up|subscribe|newsletter delivers|(?:morning|daily|evening) (?:report|briefing) delivers)\b/i,
  ],
  [
    "a sharing prompt",
    /^(?:share(?: this)?(?: (?:article|story|on .*))?|tweet|e-?mail this|print this|follow us\b.*|copy link)$/i,
  ],
  [
    "a comment count",
    /^(?:\d+\s+comments?|comments?\s*\(\d+\)|join the (?:conversation|discussion)|leave a (?:comment|reply)|load more comments.*)$/i,
  ],
  [
    "a photo caption or credit",
    /(?:^(?:photo|image|picture|illustration|credit|caption)\s*:|\b(?:photo|image|picture|credit|photograph)\s*:\s*\S|\bgetty images\b|\breuters\s*\/|\bvia (?:reuters|ap|afp)\b)/i,
  ],
  [
    "a pointer to other reading",
    /^(?:read more|see also|also read|related(?: articles| stories)?|more on this|recommended|you may also like|continue reading)\b/i,
  ],
  [
    "a cookie or privacy notice",
    /\b(?:we use cookies|accept all cookies|privacy policy|terms of (?:use|service))\b/i,
  ],
  ["a copyright line", /^(?:©|\(c\)|copyright\b).*\b\d{4}\b/i],
];

/** Finds furniture by its wording, in the order of the document. */
export function suspectFurniture(paragraphs: readonly Paragraph[]): readonly Suspicion[] {
  return paragraphs.flatMap(({ line, text }) => {
    const sign = text.length > 400 ? undefined : SIGNS.find(([, pattern]) => pattern.test(text));
    return sign === undefined ? [] : [{ line, text, what: sign[0] }];
  });
}
