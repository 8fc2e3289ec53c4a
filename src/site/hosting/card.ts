// The picture that other sites show beside a link to the pack. The one place that knows the canvas.
import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import type { Theme } from "../../model/theme.ts";
import type { FontFile } from "../fonts/font-files.ts";
import type { Fonts } from "../fonts/fonts.ts";
import { SIGNS } from "../fonts/signs.ts";
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
}

/** A face as the canvas takes it, and the box that its text fills at most. */
interface Place {
  /** As CSS has it, but for the size. */
  readonly face: Face;
  readonly colour: string;
  readonly top: number;
  readonly box: TextBox;
}

/** The families to try for a face, in order. */
type Face = readonly string[];

/** What a card is drawn with: the theme's colours in their light reading, and its faces for headings. */
interface Look {
  readonly colours: Theme["colours"]["light"];
  readonly plain: Face;
  readonly bold: Face;
}

const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;
/** Where the rule above the foot stands. */
const FOOT = 518;

/** Draws the card as a PNG. The same text gives the same bytes; whatever its length, it stays within its box. */
export async function drawCard(
  text: CardText,
  { colours, weights }: Pick<Theme, "colours" | "weights">,
  fonts: Fonts,
): Promise<Buffer> {
  const look: Look = {
    colours: colours.light,
    plain: registerFace(fonts, 400),
    bold: registerFace(fonts, weights.title),
  };
  const { accent, ink, paper } = look.colours;
  const canvas = createCanvas(CARD_SIZE.width, CARD_SIZE.height);
  const context = canvas.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, CARD_SIZE.width, CARD_SIZE.height);
  context.fillStyle = look.colours.band;
  context.fillRect(0, 0, CARD_SIZE.width, 18);
  drawAt(context, { face: look.bold, colour: accent, top: 72, box: line(30) }, "Briefing pack");
  const end = drawAt(context, { face: look.bold, colour: ink, top: 128, box: TITLE }, text.title);
  if (text.subtitle !== undefined) {
    const place = { face: look.plain, colour: look.colours["ink-soft"], top: end + 20, box: SUBTITLE };
    drawAt(context, place, text.subtitle);
  }
  drawFoot(context, text, look);
  return canvas.encodeSync("png");
}

const TITLE: TextBox = { width: WIDTH, height: 260, sizes: [80, 72, 64, 58, 52, 46, 40], leading: 1.12 };
const SUBTITLE: TextBox = { width: WIDTH, height: 100, sizes: [36, 32, 28], leading: 1.3 };

/** A box for one line of a size. */
function line(size: number, width = WIDTH): TextBox {
  return { width, height: size * 1.3, sizes: [size], leading: 1.3 };
}

function drawFoot(
  context: SKRSContext2D,
  { edition, marking }: CardText,
  { colours, plain, bold }: Look,
): void {
  context.fillStyle = colours["rule-strong"];
  context.fillRect(MARGIN, FOOT, WIDTH, 1);
  context.font = fontOf(bold, 30);
  const label = Math.ceil(context.measureText(marking.label).width) + 32;
  const left = CARD_SIZE.width - MARGIN - label;
  context.fillStyle = "#000000";
  context.fillRect(left, FOOT + 26, label, 50);
  context.fillStyle = marking.colour;
  context.fillText(marking.label, left + 16, FOOT + 61);
  const place = {
    face: plain,
    colour: colours["ink-soft"],
    top: FOOT + 31,
    box: line(30, WIDTH - label - 32),
  };
  drawAt(context, place, edition);
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

/** The families of the machine, for what the site's fonts lack, such as Chinese: better than empty boxes. */
const others = GlobalFonts.families.map(({ family }) => family).sort();

/** The files that the canvas knows; it keeps them for the process. */
const registered = new Set<string>();

/** Makes a face of headings known to the canvas, subset by subset, which it tries in turn, and after them the signs. */
function registerFace({ families, files }: Fonts, weight: number): Face {
  const { name } = families.byRole.display;
  const own = files.filter(
    (file) => file.family === name && file.weight === weight && file.style === "normal",
  );
  const signs = files.filter(({ family }) => family === SIGNS);
  return [...own, ...signs].map(registerFile);
}

function registerFile({ name, content }: FontFile): string {
  if (!registered.has(name) && GlobalFonts.register(Buffer.from(content), name) === null) {
    throw new Error(`The font ${name} cannot be read.`);
  }
  registered.add(name);
  return name;
}

function fontOf(face: Face, size: number): string {
  return `${size}px ${[...face, ...others].map((name) => `"${name}"`).join(", ")}`;
}
