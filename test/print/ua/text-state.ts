// Follows the operators that say where text stands and in which font (ISO 32000-1, 8.4 and 9.3 to 9.4).

import { IDENTITY, type Matrix, multiply } from "./text-place.ts";
import type { Operand } from "./tokenise-content.ts";
import type { UsedFont } from "./used-font.ts";

/** What q saves and Q restores, as far as text needs it. */
export interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: UsedFont | undefined;
  readonly size: number;
  readonly leading: number;
}

/** The state at the beginning of a page. */
export const START: GraphicsState = { matrix: IDENTITY, font: undefined, size: 0, leading: 0 };

/** The state of one stream while it is read. */
export interface TextState {
  /** Takes an operator that changes the state; leaves any other alone. */
  apply(operator: string, operands: readonly Operand[]): void;
  readGraphics(): GraphicsState;
  /** From the coordinates of text to those of the page. */
  readMatrix(): Matrix;
}

/** Begins to follow a stream. */
export function followText(
  start: GraphicsState,
  findFont: (name: Operand | undefined) => UsedFont | undefined,
): TextState {
  const saved: GraphicsState[] = [];
  let state = start;
  let [line, text]: [Matrix, Matrix] = [IDENTITY, IDENTITY];
  const moveLine = (x: number, y: number): void => {
    line = multiply([1, 0, 0, 1, x, y], line);
    text = line;
  };
  return {
    readGraphics: () => state,
    readMatrix: () => multiply(text, state.matrix),
    apply: (operator, operands) => {
      switch (operator) {
        case "q":
          saved.push(state);
          break;
        case "Q":
          state = saved.pop() ?? state;
          break;
        case "cm":
          state = { ...state, matrix: multiply(toMatrix(operands), state.matrix) };
          break;
        case "BT":
          line = IDENTITY;
          text = IDENTITY;
          break;
        case "Tf":
          state = { ...state, font: findFont(operands[0]), size: numberAt(operands, 1) };
          break;
        case "TL":
          state = { ...state, leading: numberAt(operands, 0) };
          break;
        case "Tm":
          line = toMatrix(operands);
          text = line;
          break;
        case "TD":
          state = { ...state, leading: -numberAt(operands, 1) };
          moveLine(numberAt(operands, 0), numberAt(operands, 1));
          break;
        case "Td":
          moveLine(numberAt(operands, 0), numberAt(operands, 1));
          break;
        case "T*":
        case "'":
        case '"':
          moveLine(0, -state.leading);
          break;
      }
    },
  };
}

// Not inside the function that is called for each operator: the TypeScript loader names inner functions at every call.
function numberAt(operands: readonly Operand[], index: number): number {
  const value = operands[index];
  return typeof value === "number" ? value : 0;
}

function toMatrix(operands: readonly Operand[]): Matrix {
  return [
    numberAt(operands, 0),
    numberAt(operands, 1),
    numberAt(operands, 2),
    numberAt(operands, 3),
    numberAt(operands, 4),
    numberAt(operands, 5),
  ];
}
