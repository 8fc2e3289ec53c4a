// Whether the colours of a theme can be told apart: the contrast ratio of WCAG 2.2 over every pair that the styles put together.
import type { Scheme, SchemeName, Theme } from "./theme.ts";

type Colour = keyof Scheme;

/** Two colours of a theme that lie too near each other. */
export interface PoorContrast {
  readonly scheme: SchemeName;
  /** The colour in front, and the one behind it. */
  readonly front: Colour;
  readonly behind: Colour;
  /** The ratio found, and the least that would do. */
  readonly ratio: number;
  readonly least: number;
}

const GROUNDS: readonly Colour[] = ["paper", "surface", "accent-surface"];

/** Text and what it stands on. */
const TEXT_PAIRS: readonly (readonly [front: Colour, behind: Colour])[] = [
  ...(["ink", "ink-soft", "accent", "link"] as const).flatMap((front) =>
    GROUNDS.map((behind): readonly [Colour, Colour] => [front, behind]),
  ),
  // Badges and the link past the head of a page are set in the colour of the paper.
  ["paper", "accent"],
  ["paper", "ink"],
];

/** Lines and marks that tell something, and what they stand on. Hairlines (`rule`) tell nothing and are left out. */
const SIGN_PAIRS: readonly (readonly [front: Colour, behind: Colour])[] = [
  ["rule-strong", "paper"],
  ["rule-strong", "surface"],
  ["rule-strong", "accent-surface"],
  ["band", "paper"],
];

/** Success criteria 1.4.3 and 1.4.11 of WCAG 2.2, level AA; who asks for more contrast is given that of 1.4.6, level AAA. */
const LEAST = { text: 4.5, textOfMoreContrast: 7, signs: 3 };

/** Every pair of colours of a theme that is below what WCAG 2.2 asks, in all schemes. */
export function findPoorContrast(theme: Pick<Theme, "colours">): PoorContrast[] {
  return (Object.keys(theme.colours) as SchemeName[]).flatMap((name) => {
    const colours = theme.colours[name];
    const text = name.startsWith("more-contrast") ? LEAST.textOfMoreContrast : LEAST.text;
    const pairs = [
      ...TEXT_PAIRS.map((pair) => [...pair, text] as const),
      ...SIGN_PAIRS.map((pair) => [...pair, LEAST.signs] as const),
    ];
    return pairs.flatMap(([front, behind, least]) => {
      const ratio = contrastRatio(colours[front], colours[behind]);
      return ratio < least ? [{ scheme: name, front, behind, ratio, least }] : [];
    });
  });
}

/** The contrast ratio of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrastRatio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, from 0 (black) to 1 (white). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
