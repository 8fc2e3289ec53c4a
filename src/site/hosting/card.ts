// The picture that other sites show beside a link to the pack. The one place that knows the canvas.
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { listFonts } from "../fonts.ts";
import { type FittedText, fitText, type TextBox } from "./card-layout.ts";

/** The size that Open Graph and Twitter cards share, in pixels. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What stands on the card. */
export interface CardText {
  readonly title: string;
  readonly subtitle: string | undefined;
  /** The edition and its date. */
  readonly edition: string;
  readonly marking: { readonly label: string; readonly colour: string };
  /** As `#rrggbb`. */
  readonly accent: string;
}

/** A face as the canvas takes it, and the box that its text fills at most. */
interface Place {
  readonly face: Face;
  readonly colour: string;
  readonly top: number;
  readonly box: TextBox;
}

interface Face {
  readonly family: "Source Sans 3";
  readonly weight: 400 | 700;
}

/** Headings and everything around the text are set in the sans, as in the pack itself. */
const SANS: Face = { family: "Source Sans 3", weight: 400 };
const BOLD: Face = { family: "Source Sans 3", weight: 700 };
const SIGNS = { family: "Signs", weight: 400 };

const INK = "#1a1d21";
const SOFT_INK = "#4b525a";
const RULE = "#767c82";
const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the rule above the foot stands. */
const FOOT = 518;

/** Draws the card as a PNG. The same text gives the same bytes; whatever its length, it stays within its box. */
export async function drawCard(text: CardText): Promise<Buffer> {
  await registerFonts();
  const canvas = createCanvas(CARD_SIZE.width, CARD_SIZE.height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, CARD_SIZE.width, CARD_SIZE.height);
  context.fillStyle = text.accent;
  context.fillRect(0, 0, CARD_SIZE.width, 18);
  drawAt(context, { face: BOLD, colour: text.accent, top: 72, box: line(30) }, "Briefing pack");
  const end = drawAt(context, { face: BOLD, colour: INK, top: 128, box: TITLE }, text.title);
  if (text.subtitle !== undefined) {
    const place = { face: SANS, colour: SOFT_INK, top: end + 20, box: SUBTITLE };
    drawAt(context, place, text.subtitle);
  }
  drawFoot(context, text);
  return canvas.encodeSync("png");
}

const TITLE: TextBox = { width: WIDTH, height: 260, sizes: [80, 72, 64, 58, 52, 46, 40], leading: 1.12 };
const SUBTITLE: TextBox = { width: WIDTH, height: 100, sizes: [36, 32, 28], leading: 1.3 };

/** A box for one line of a size. */
function line(size: number, width = WIDTH): TextBox {
  return { width, height: size * 1.3, sizes: [size], leading: 1.3 };
}

function drawFoot(context: SKRSContext2D, { edition, marking }: CardText): void {
  context.fillStyle = RULE;
  context.fillRect(MARGIN, FOOT, WIDTH, 1);
  context.font = fontOf(BOLD, 30);
  const label = Math.ceil(context.measureText(marking.label).width) + 32;
  const left = CARD_SIZE.width - MARGIN - label;
  context.fillStyle = "#000000";
  context.fillRect(left, FOOT + 26, label, 50);
  context.fillStyle = marking.colour;
  context.fillText(marking.label, left + 16, FOOT + 61);
  drawAt(
    context,
    { face: SANS, colour: SOFT_INK, top: FOOT + 31, box: line(30, WIDTH - label - 32) },
    edition,
  );
}

/** Draws a text from `top` on, and returns where it ends. */
function drawAt(context: SKRSContext2D, { face, colour, top, box }: Place, text: string): number {
  const { size, lines } = layOut(context, face, box, text);
  const step = size * box.leading;
  context.save();
  // Marks stacked upon letters may be higher than any line.
  context.beginPath();
  context.rect(0, top - size * 0.1, CARD_SIZE.width, lines.length * step + size * 0.2);
  context.clip();
  context.font = fontOf(face, size);
  context.fillStyle = colour;
  for (const [index, each] of lines.entries())
    context.fillText(each, MARGIN, top + index * step + size * 0.88);
  context.restore();
  return top + lines.length * step;
}

function layOut(context: SKRSContext2D, face: Face, box: TextBox, text: string): FittedText {
  return fitText(text, box, (each, size) => {
    context.font = fontOf(face, size);
    return context.measureText(each).width;
  });
}

/** The families of each face, one for each subset of characters: the canvas takes the next where one lacks a character. */
const families = new Map<string, string[]>();

/** The families of the machine, for what the site's fonts lack, such as Chinese: better than empty boxes. */
let others: readonly string[] = [];

/** Makes the site's own fonts known to the canvas, which keeps them for the process. */
async function registerFonts(): Promise<void> {
  if (families.size > 0) return;
  others = GlobalFonts.families.map(({ family }) => family).sort();
  const wanted = new Set([SANS, BOLD, SIGNS].map(nameFace));
  for (const font of await listFonts()) {
    const face = nameFace(font);
    if (font.style !== "normal" || !wanted.has(face)) continue;
    const family = `${face} ${font.name}`;
    if (GlobalFonts.registerFromPath(font.source, family) === null) {
      throw new Error(`The font ${font.source} cannot be read.`);
    }
    families.set(face, [...(families.get(face) ?? []), family]);
  }
}

function nameFace({ family, weight }: { readonly family: string; readonly weight: number }): string {
  return `${family} ${weight}`;
}

function fontOf(face: Face, size: number): string {
  const names = [face, SIGNS].flatMap((each) => families.get(nameFace(each)) ?? []);
  return `${size}px ${[...names, ...others].map((name) => `"${name}"`).join(", ")}`;
}
