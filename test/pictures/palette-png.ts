// Writes a picture as a small PNG with a palette: text on a plain ground has few colours.
import { crc32, deflateSync } from "node:zlib";

/** A picture as rows of pixels, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** How far a channel may be from what it was, smallest first: the first that comes to no more colours than a palette holds. */
const TOLERANCES = [8, 12, 18, 24];
const MOST_COLOURS = 256;

/**
 * The bytes of a PNG of the picture, opaque, in at most 256 colours: the most frequent as they are, so that what is flat stays so, the
 * others as the nearest of these (https://www.w3.org/TR/png-3/).
 * @throws Error for a picture with too many colours: a photograph, not a page.
 */
export function encodePalette(picture: Picture): Buffer {
  const counts = countColours(picture);
  for (const tolerance of TOLERANCES) {
    const places = placeColours(counts, tolerance);
    if (places) return encode(picture, places);
  }
  throw new Error("The picture has more colours than a palette holds.");
}

const colourAt = (data: Uint8Array, pixel: number): number =>
  ((data[pixel * 4] ?? 0) << 16) | ((data[pixel * 4 + 1] ?? 0) << 8) | (data[pixel * 4 + 2] ?? 0);

/** Every colour, the most frequent first. */
function countColours({ width, height, data }: Picture): number[] {
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(data, pixel);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b).map(([colour]) => colour);
}

/** The colours of a palette, and the place in it of each colour. */
interface Places {
  readonly palette: readonly number[];
  readonly places: ReadonlyMap<number, number>;
}

function placeColours(colours: readonly number[], tolerance: number): Places | undefined {
  const palette: number[] = [];
  const places = new Map<number, number>();
  for (const colour of colours) {
    let place = palette.findIndex((other) => isNear(colour, other, tolerance));
    if (place === -1) place = palette.push(colour) - 1;
    if (palette.length > MOST_COLOURS) return undefined;
    places.set(colour, place);
  }
  return { palette, places };
}

function isNear(one: number, other: number, tolerance: number): boolean {
  return [16, 8, 0].every(
    (shift) => Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)) <= tolerance,
  );
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE_COLOUR = 3;

function encode({ width, height, data }: Picture, { palette, places }: Places): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTE_COLOUR, 0, 0, 0], 8);
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      rows[row * (width + 1) + column + 1] = places.get(colourAt(data, row * width + column)) ?? 0;
    }
  }
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
