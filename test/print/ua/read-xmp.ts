// Reads the XMP metadata of a PDF (ISO 16684-1) as plain properties.
import { readXml, type XmlElement } from "./read-xml.ts";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const XML = "http://www.w3.org/XML/1998/namespace";

/** The namespaces of the properties that the checks know. */
export const XMP = {
  dc: "http://purl.org/dc/elements/1.1/",
  pdf: "http://ns.adobe.com/pdf/1.3/",
  pdfuaid: "http://www.aiim.org/pdfua/ns/id/",
  xmp: "http://ns.adobe.com/xap/1.0/",
} as const;

/** The values of each property, which is named "namespace local"; one of a language alternative is its default. */
export type XmpProperties = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a packet.
 * @throws Error where it is not well-formed.
 */
export function readXmp(bytes: Uint8Array): XmpProperties {
  const packet = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\0/g, "").trim();
  const descriptions = findAll(readXml(packet), `${RDF} Description`);
  return new Map(
    descriptions.flatMap(({ attributes, children }) => [
      ...[...attributes].map(([name, value]) => [name, [value]] as const),
      ...children.map((child) => [child.name, readValues(child)] as const),
    ]),
  );
}

function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return element.name === name ? [element] : element.children.flatMap((child) => findAll(child, name));
}

function readValues({ children, text }: XmlElement): readonly string[] {
  const [container] = children;
  if (!container) return [text.trim()];
  const items = container.children.filter(({ name }) => name === `${RDF} li`);
  if (container.name !== `${RDF} Alt`) return items.map((item) => item.text);
  const chosen = items.find(({ attributes }) => attributes.get(`${XML} lang`) === "x-default") ?? items[0];
  return chosen ? [chosen.text] : [];
}
