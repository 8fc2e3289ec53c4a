// The feed of editions and corrections, held to RFC 4287.
import { expect, it } from "vitest";
import { viewFeed } from "../../../src/site/hosting/feed-view.ts";
import { readXml, type XmlElement } from "../../print/ua/read-xml.ts";
import { buildSample } from "../built-site.ts";
import { makeSamplePack } from "../sample-pack.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const HOSTILE = `Sums & “dues”: </title><script>alert('1')</script> ]]> "two" \u0007 <!-- {{ 7*7 }}`;

function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child) => child.name === `${ATOM} ${name}`);
}

/** The faults of an element by what sections 4.1.1 and 4.1.2 of RFC 4287 ask of a feed and of an entry. */
function faultsOf(element: XmlElement): string[] {
  const one = ["id", "title", "updated"].filter((name) => childrenOf(element, name).length !== 1);
  const id = childrenOf(element, "id")[0]?.text ?? "";
  const updated = childrenOf(element, "updated")[0]?.text ?? "";
  const alternates = childrenOf(element, "link").filter(
    ({ attributes }) => attributes.get(" rel") === "alternate",
  );
  return [
    ...one.map((name) => `not one ${name}`),
    ...(URL.canParse(id) ? [] : [`id ${id}`]),
    ...(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(updated) ? [] : [`updated ${updated}`]),
    ...(alternates.length === 1 ? [] : ["not one alternate"]),
    ...childrenOf(element, "link").flatMap(({ attributes }) =>
      URL.canParse(attributes.get(" href") ?? "") ? [] : [`link ${attributes.get(" href")}`],
    ),
  ];
}

it("lists the edition and the corrections, newest first, each with an absolute address", async () => {
  const site = await buildSample({ address: "https://example.org/packs/harbour/", title: HOSTILE });
  const feed = readXml(site.text("feed.xml"));
  expect(feed.name).toBe(`${ATOM} feed`);
  expect(feed.attributes.get("http://www.w3.org/XML/1998/namespace lang")).toBe("en-GB");
  const entries = childrenOf(feed, "entry");
  for (const each of [feed, ...entries]) expect(faultsOf(each)).toEqual([]);
  expect(childrenOf(feed, "author").map((author) => childrenOf(author, "name")[0]?.text)).toEqual([
    "A. Clerk",
    "B. Writer",
  ]);
  expect(childrenOf(feed, "updated")[0]?.text).toBe("2026-01-15T00:00:00Z");
  const self = childrenOf(feed, "link").find(({ attributes }) => attributes.get(" rel") === "self");
  expect(self?.attributes.get(" href")).toBe("https://example.org/packs/harbour/feed.xml");
  expect(
    entries.map((entry) => ["title", "updated", "content"].map((name) => childrenOf(entry, name)[0]?.text)),
  ).toEqual([
    [
      `Edition 2: ${HOSTILE.replace("\u0007", "\u{FFFD}")}`,
      "2026-01-15T00:00:00Z",
      "Who pays for dredging the harbour.",
    ],
    ["Correction of 10 January 2026", "2026-01-10T00:00:00Z", "The sum in judgement 1 was wrong."],
  ]);
  const link = '<link rel="alternate" type="application/atom+xml" title="Editions and corrections" href=';
  expect(site.text("index.html")).toContain(`${link}"feed.xml">`);
  expect(site.text("sources/s1.html")).toContain(`${link}"../feed.xml">`);
  await site.remove();
});

it("keeps the id of a correction in later editions, and gives every id once", () => {
  const { manifest } = makeSamplePack();
  const base = "https://example.org";
  const first = viewFeed(manifest, "Edition 2", base);
  const [correction] = manifest.corrections;
  if (correction === undefined) throw new Error("The sample has a correction.");
  const later = {
    ...manifest,
    edition: { number: 3, date: "2026-02-01" },
    corrections: [
      { date: "2026-01-20", text: "A name was misspelt." },
      { date: "2026-01-10", text: "Another of the same day." },
      correction,
      correction,
    ],
  };
  const next = viewFeed(later, "Edition 3", base);
  const ids = next.entries.map(({ id }) => id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  expect(ids).toContain(first.entries[1]?.id);
  expect(next.id).toBe(first.id);
  expect(next.updated).toBe("2026-02-01T00:00:00Z");
});

it("is as new as its newest entry, which may be a correction", () => {
  const { manifest } = makeSamplePack();
  const corrected = { ...manifest, corrections: [{ date: "2026-03-01", text: "A sum." }] };
  const feed = viewFeed(corrected, "Edition 2", "https://example.org");
  expect(feed.updated).toBe("2026-03-01T00:00:00Z");
  expect(feed.entries[0]?.title).toBe("Correction of 1 March 2026");
});
