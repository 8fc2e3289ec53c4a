// The icon of the site: the paragraph mark by which the pack cites, in white on the accent.

/**
 * The icon as SVG. The mark is drawn, since an icon has no font of its own.
 * @param accent as `#rrggbb`
 */
export function composeIcon(accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<path fill="${accent}" d="M0 0h32v32H0z"/>
<path fill="#fff" d="M13.5 6a5.75 5.75 0 0 0 0 11.5H15V27h2.25V8.25h2.5V27H22V8.25h2V6z"/>
</svg>
`;
}
