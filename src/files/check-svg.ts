// An SVG picture is a document that can run and load; a picture of a pack may do neither.
import { contentProblem, type Place, type Problem } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import * as problems from "./file-problems.ts";
import { readSvg, type SvgAttribute, type SvgElement, SvgFault } from "./read-svg.ts";
import {
  ATTRIBUTES,
  ELEMENTS,
  findInStyle,
  LOCAL_ADDRESS,
  NOTES,
  OWN_BITMAP,
  SVG,
  XLINK,
  XML,
} from "./still-svg.ts";

/** Something that a still picture does not hold. */
interface Active {
  readonly what: string;
  readonly at: number;
}

/**
 * A problem where an SVG is no XML in UTF-8, or holds anything beyond a still picture; it is copied to the site, where a reader may
 * open it by itself. What is let in is listed, not what is kept out.
 */
export function checkSvg(file: string, bytes: Uint8Array): Problem | undefined {
  const { text, problem } = decodeText(file, bytes);
  if (problem !== undefined) return problem;
  const placeOf = (at: number): Place => {
    const before = text.slice(0, at).split("\n");
    return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
  };
  try {
    const elements = readSvg(text);
    if (elements[0]?.namespace !== SVG || elements[0].name !== "svg") {
      return problems.notSvg(placeOf(elements[0]?.at ?? 0), `its root element is not <svg xmlns="${SVG}">`);
    }
    const found = elements.flatMap(findActive)[0];
    return found === undefined ? undefined : active(file, found.what, placeOf(found.at));
  } catch (error) {
    if (!(error instanceof SvgFault)) throw error;
    const instructs = /^<(?:\?(?!xml\s)|![A-Z])/.test(text.slice(error.at, error.at + 6));
    if (instructs)
      return active(file, `an instruction or a declaration, ${error.message}`, placeOf(error.at));
    return problems.notSvg(placeOf(error.at), `it holds ${error.message}`);
  }
}

function active(file: string, what: string, place: Place): Problem {
  const message = `the picture ${file} holds ${what}, and a picture of a pack neither runs, moves, loads nor leads anywhere`;
  const fix = "Remove it, or export the picture as plain SVG or PNG.";
  return contentProblem("active-svg", place, message, fix);
}

function findActive(element: SvgElement): readonly Active[] {
  if (NOTES.includes(element.namespace)) return [];
  if (element.namespace !== SVG) {
    return [{ what: `the element <${element.name}> of “${element.namespace}”`, at: element.at }];
  }
  if (!ELEMENTS.has(element.name) || element.parent?.name === "style") {
    return [{ what: `the element <${element.name}>`, at: element.at }];
  }
  const style = element.name === "style" ? findInStyle(element.text) : undefined;
  return [
    ...element.attributes.flatMap((attribute) => findActiveAttribute(element, attribute)),
    ...(style === undefined ? [] : [{ what: `a style with “${style}”`, at: element.at }]),
  ];
}

function findActiveAttribute(element: SvgElement, attribute: SvgAttribute): readonly Active[] {
  const { namespace, name, value, at } = attribute;
  if (NOTES.includes(namespace)) return [];
  if (name === "href" && (namespace === "" || namespace === XLINK)) {
    if (LOCAL_ADDRESS.test(value) || (element.name === "image" && OWN_BITMAP.test(value))) return [];
    const shown = value.length > 40 ? `${value.slice(0, 37)}…` : value;
    return [{ what: `a reference to “${shown}”`, at }];
  }
  const known =
    namespace === ""
      ? ATTRIBUTES.has(name) || name === "style" || /^(?:data|aria)-[\w.-]+$/.test(name)
      : namespace === XML && (name === "space" || name === "lang");
  if (!known) return [{ what: `the attribute ${name}`, at }];
  const style = name === "style" || /url\s*\(|\\/i.test(value) ? findInStyle(value) : undefined;
  return style === undefined || /^(?:data|aria)-/.test(name) ? [] : [{ what: `a style with “${style}”`, at }];
}
