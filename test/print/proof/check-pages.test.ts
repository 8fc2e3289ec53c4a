// The PDF has the pages that were laid out, each in its size.
import { expect, it } from "vitest";
import { checkPages } from "../../../src/print/proof/check-pages.ts";

const A4_PX = [793.7, 1122.5] as const;
const A4_PT = [595, 842] as const;

it("accepts pages that agree but for rounding", () => {
  expect(checkPages([A4_PX, A4_PX], [A4_PT, A4_PT])).toEqual([]);
});

it("finds pages too many or too few", () => {
  expect(checkPages([A4_PX], [A4_PT, A4_PT])[0]?.message).toMatchInlineSnapshot(
    `"The PDF has 2 pages, but 1 were laid out."`,
  );
});

it("finds a page that is printed in another size", () => {
  const turned = [A4_PX[1], A4_PX[0]] as const;
  expect(checkPages([A4_PX, turned], [A4_PT, A4_PT]).map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "Page 2 is laid out as 297 × 210 mm, but printed as 210 × 297 mm.",
    ]
  `);
});
