// Cutting content into operators: the forms of operands that ISO 32000-1, 7.3, allows.
import { expect, it } from "vitest";
import { ContentName, type Operand, tokeniseContent } from "./tokenise-content.ts";

function tokenise(source: string): readonly (readonly [string, readonly unknown[]])[] {
  const found: [string, readonly unknown[]][] = [];
  tokeniseContent(Buffer.from(source, "latin1"), (operator, operands) =>
    found.push([operator, operands.map(simplify)]),
  );
  return found;
}

function simplify(value: Operand): unknown {
  if (value instanceof ContentName) return `/${value.name}`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, simplify(item)]));
  return Array.isArray(value) ? value.map(simplify) : value;
}

it.each([
  ["numbers", "-1.5 +2 .25 7. 0 m", [["m", [-1.5, 2, 0.25, 7, 0]]]],
  ["names", "/A#20b /C Do", [["Do", ["/A b", "/C"]]]],
  ["strings", "(a\\(b\\)(c)\\101\\12\\\\\\\r\nd) Tj", [["Tj", ["a(b)(c)A\n\\d"]]]],
  ["hexadecimal strings", "<41 4\n2 5> Tj", [["Tj", ["ABP"]]]],
  ["arrays", "[(a) -20(b)]TJ", [["TJ", [["a", -20, "b"]]]]],
  [
    "dictionaries",
    "/P<</MCID 3/L(x)/B true/N[null]>>BDC",
    [["BDC", ["/P", { MCID: 3, L: "x", B: true, N: [null] }]]],
  ],
  ["comments", "1 % two ( 3\n4 w", [["w", [1, 4]]]],
  [
    "inline images",
    "q BI /W 1 ID \x00EIx( EI Q",
    [
      ["q", []],
      ["BI", []],
      ["EI", []],
      ["Q", []],
    ],
  ],
  [
    "operators side by side",
    "BT/F1 1 Tf(a)' ET",
    [
      ["BT", []],
      ["Tf", ["/F1", 1]],
      ["'", ["a"]],
      ["ET", []],
    ],
  ],
])("reads %s", (_, source, expected) => {
  expect(tokenise(source)).toEqual(expected);
});
