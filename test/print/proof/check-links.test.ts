// Links within a document lead to something in it.
import { expect, it } from "vitest";
import { checkLinks } from "../../../src/print/proof/check-links.ts";

const link = (to: string) => ({ tag: "a", link: { to, text: `To ${to}` } });

it("tells once of a link to an id that nothing bears", () => {
  const elements = [
    { "1-1": link("here"), "1-2": link("gone") },
    { "2-1": link("gone"), "2-2": { tag: "p" } },
  ];
  expect(checkLinks(elements, { here: {} }).map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "link-broken: The link “To gone” leads to #gone, and nothing in the document bears that id.",
  ]);
});

it("takes the top of the document for something that is always there", () => {
  expect(checkLinks([{ "1-1": link(""), "1-2": link("top") }], {})).toEqual([]);
});
