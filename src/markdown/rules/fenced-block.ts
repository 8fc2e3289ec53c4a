// Block rule `::: name argument`, and the core rule that reads name and argument.
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import container from "markdown-it-container";
import { confidence } from "../../model/confidence.ts";
import { judgementId } from "../../model/identifiers.ts";
import { parsePassages } from "../../model/passages.ts";
import type { BlockName } from "../../model/prose.ts";
import { attach, type BlockMeta, type Finding } from "../token-meta.ts";

const NAMES: readonly BlockName[] = [
  "precis",
  "bottom-line",
  "judgement",
  "agreements",
  "disagreements",
  "cautions",
  "official-text",
];

/** Adds fenced blocks of every name; an unknown name is a problem, not text. */
export function fencedBlock(parser: MarkdownIt): void {
  parser.use(container, "block", { validate: () => true });
  parser.core.ruler.after("block", "fenced_block", readBlocks);
}

function readBlocks(state: StateCore): void {
  let judgements = 0;
  for (const token of state.tokens) {
    if (token.type !== "container_block_open") continue;
    const argument = token.info.trim();
    const [word = ""] = argument.split(/\s/, 1);
    const name = NAMES.find((known) => known === word.normalize("NFD").replace(/\p{M}/gu, ""));
    if (name === "judgement") judgements += 1;
    const raw = `${token.markup}${token.info}`;
    const read = readBlock(name, word, argument.slice(word.length).trim(), judgements, raw);
    attach(token, read.meta === undefined ? {} : { block: read.meta });
    attach(token, { findings: read.findings });
  }
  findOpenEnds(state);
}

function readBlock(
  name: BlockName | undefined,
  word: string,
  argument: string,
  number: number,
  raw: string,
): { readonly meta: BlockMeta | undefined; readonly findings: readonly Finding[] } {
  const plain = { id: undefined, passages: [], number: undefined, confidence: undefined };
  if (word === "") {
    const message = "this line closes no block";
    const fix = "Delete it, or open a block above with “:::” and its name.";
    return { meta: undefined, findings: [{ code: "stray-fence", message, fix, raw }] };
  }
  if (name === undefined) {
    const message = `“::: ${word}” opens a block of an unknown name`;
    const fix = `Use one of ${NAMES.join(", ")}; a block ends with a line “:::”.`;
    return { meta: undefined, findings: [{ code: "unknown-block", message, fix, raw }] };
  }
  if (name === "precis") {
    const passages = parsePassages(argument);
    const message =
      argument === ""
        ? "this précis names no passages"
        : `“${argument}” does not name the passages that this précis covers`;
    const fix = "Write “::: precis ¶3” or “::: precis ¶3–4”.";
    if (passages !== undefined) return { meta: { ...plain, name, passages }, findings: [] };
    return { meta: { ...plain, name }, findings: [{ code: "malformed-locator", message, fix, raw }] };
  }
  if (name === "judgement") {
    const level = confidence.safeParse(argument);
    const meta = { ...plain, name, number, id: judgementId(number) };
    if (level.success) return { meta: { ...meta, confidence: level.data }, findings: [] };
    const message =
      argument === "" ? "this judgement has no confidence level" : `“${argument}” is not a confidence level`;
    const fix = "Write “::: judgement high”, “::: judgement moderate” or “::: judgement low”.";
    return { meta, findings: [{ code: "judgement-confidence", message, fix, raw }] };
  }
  if (argument === "") return { meta: { ...plain, name }, findings: [] };
  const message = `“${argument}” stands after “::: ${name}”, which takes nothing`;
  const fix = `Write “::: ${name}” alone on its line.`;
  return { meta: { ...plain, name }, findings: [{ code: "block-argument", message, fix, raw }] };
}

/**
 * Finds blocks that are never closed. Where two blocks end at one line, it closes the inner one and the outer one is open,
 * unless the outer one was opened with more colons.
 */
function findOpenEnds(state: StateCore): void {
  const lines = state.src.split("\n");
  const endingAt = new Map<number, Token>();
  for (const token of state.tokens) {
    if (token.type !== "container_block_open" || token.info.trim() === "") continue;
    const end = token.map?.[1] ?? -1;
    if (!/^[\s>]*:{3,}\s*$/.test(lines[end] ?? "")) attach(token, { findings: [unclosed(token)] });
    const outer = endingAt.get(end);
    const longer = outer !== undefined && outer.markup.length > token.markup.length;
    if (outer !== undefined && lines[end] !== undefined) {
      const open = longer ? token : outer;
      attach(open, { findings: [unclosed(open)] });
    }
    if (!longer) endingAt.set(end, token);
  }
}

function unclosed({ markup, info }: Token): Finding {
  const fix = "End it with a line “:::”.";
  return { code: "unclosed-block", message: "this block is never closed", fix, raw: `${markup}${info}` };
}
