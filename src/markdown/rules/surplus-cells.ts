// Block rule: a row of a table with more cells than its head is a problem; markdown-it drops what is too much without a word.
import markdownIt, { type MarkdownIt, type StateBlock, type Token } from "markdown-it";
import { attach } from "../token-meta.ts";

type BlockRule = (state: StateBlock, start: number, end: number, silent: boolean) => boolean;

/** Puts the rule around markdown-it's own for tables. */
export function surplusCells(parser: MarkdownIt): void {
  const table = ruleOfParser();
  const readTable: BlockRule = (state, start, end, silent) => {
    const before = state.tokens.length;
    const found = table(state, start, end, silent);
    if (found && !silent) checkRows(state, state.tokens.slice(before));
    return found;
  };
  parser.block.ruler.at("table", readTable, { alt: ["paragraph", "reference"] });
}

function ruleOfParser(): BlockRule {
  const scratch = markdownIt();
  scratch.block.ruler.enableOnly(["table"]);
  const [rule] = scratch.block.ruler.getRules("");
  if (rule === undefined) throw new Error("markdown-it has no block rule “table” any more.");
  return rule;
}

function checkRows(state: StateBlock, tokens: readonly Token[]): void {
  const columns = tokens.filter(({ type }) => type === "th_open").length;
  for (const token of tokens) {
    const line = token.type === "tr_open" ? token.map?.[0] : undefined;
    if (line === undefined) continue;
    const begin = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
    const surplus = splitCells(state.src.slice(begin, state.eMarks[line]).trim())
      .slice(columns)
      .filter((cell) => cell.trim() !== "");
    const [first] = surplus;
    if (first === undefined) continue;
    const message = `“${first.trim()}” stands in a cell beyond the ${columns} ${columns === 1 ? "column" : "columns"} of its table and would be lost`;
    const fix = "Give the head a cell for it, or write a | that is part of the text as \\|.";
    attach(token, { findings: [{ code: "surplus-cell", message, fix, raw: first.trim() }] });
  }
}

/** The cells of a row as markdown-it cuts them: at every sign without a backslash before it, in code as well. */
function splitCells(row: string): readonly string[] {
  const cells = row.split(/(?<!\\)\|/);
  return cells.slice(cells[0] === "" ? 1 : 0, cells.length > 1 && cells.at(-1) === "" ? -1 : undefined);
}
