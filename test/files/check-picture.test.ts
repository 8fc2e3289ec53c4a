// Which bytes are let into a pack as a picture of the kind that its name says.
import { expect, test } from "vitest";
import { checkPicture } from "../../src/files/check-picture.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");
const PNG = bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR");

test.each([
  ["images/a.png", PNG],
  ["images/a.PNG", PNG],
  ["images/a.jpg", bytes("\xff\xd8\xff\xe0\0\x10JFIF")],
  ["images/a.jpeg", bytes("\xff\xd8\xff\xe1")],
  ["images/a.gif", bytes("GIF89a")],
  ["images/a.webp", bytes("RIFF\x10\0\0\0WEBPVP8 ")],
  ["images/a.avif", bytes("\0\0\0\x1cftypavif\0\0\0\0")],
  ["images/b.avif", bytes("\0\0\0\x1cftypmif1\0\0\0\0mif1avif")],
  ["images/a.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
])("%s is let in by its first bytes", (file, content) => {
  expect(checkPicture(file, content)).toBeUndefined();
});

test.each([
  ["images/a.png", bytes("\xff\xd8\xff\xe0")],
  ["images/a.jpg", bytes("<html>")],
  ["images/a.gif", bytes("GIF88a")],
  ["images/a.webp", bytes("RIFF\x10\0\0\0WAVEfmt ")],
  ["images/a.avif", bytes("\0\0\0\x1cftypheic\0\0\0\0mif1heic")],
  ["images/a.svg", PNG],
  ["images/b.svg", Buffer.alloc(0)],
  ["images/b.png", Buffer.alloc(0)],
])("%s is refused where its bytes are of another kind or none", (file, content) => {
  expect(checkPicture(file, content)).toMatchObject({ severity: "error", place: { file } });
});

test("the messages say what was found and what to do", () => {
  const tell = (file: string, content: Uint8Array): string => {
    const { code, message, fix } = checkPicture(file, content) ?? {};
    return `${code}: ${message} ${fix}`;
  };
  expect([
    tell("images/a.jpg", PNG),
    tell("images/a.jpg", bytes("<html>")),
    tell("images/a.png", Buffer.alloc(0)),
  ]).toMatchInlineSnapshot(`
    [
      "broken-image: images/a.jpg is a PNG picture by its bytes, and its name says JPEG. Give the file the ending of PNG, or export the picture anew as JPEG.",
      "broken-image: images/a.jpg is no JPEG picture: its bytes do not begin like one. Export the picture anew, or delete the file.",
      "broken-image: images/a.png is empty. Export the picture anew, or delete the file.",
    ]
  `);
});
