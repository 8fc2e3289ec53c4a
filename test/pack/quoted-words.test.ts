// What is said of quoted words where no citation can follow them, and of what is printed as the text of a law or treaty.
import { describe, expect, test } from "vitest";
import { type loadAltered, problemsWith } from "./altered-pack.ts";

describe("texts that are printed as they stand", () => {
  test("of the manifest quote nothing", async () => {
    expect(
      await problemsWith({
        "pack.yaml": [
          ["title: The harbour toll of Velmora", "title: The “toll” of Velmora"],
          ["subtitle: What a gazette", "subtitle: What a 'sound' gazette"],
          ["subject: >-\n  What two documents say", "subject: >-\n  What two «documents» say"],
          ["audience: Clerks of the harbour board", "audience: Clerks of the ‹board›"],
          ["HTT: Harbour Toll Treaty", 'HTT: Harbour "Toll" Treaty'],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "pack.yaml:1:8 wrong-value, exit 3: title “The “toll” of Velmora” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "pack.yaml:2:11 wrong-value, exit 3: subtitle “What a 'sound' gazette and a pilot say of the treaty of 1904” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "pack.yaml:3:10 wrong-value, exit 3: subject “What two «documents» say about the harbour toll that the ports of Velmora and Kestria agreed on, compared passage by passage.” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "pack.yaml:10:11 wrong-value, exit 3: audience “Clerks of the ‹board›” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "pack.yaml:27:8 wrong-value, exit 3: abbreviations.HTT “Harbour "Toll" Treaty” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
  });

  test("of a source quote nothing", async () => {
    expect(
      await problemsWith({
        "sources/s1.md": [
          ["title: The harbour gazette on the treaty", 'title: The gazette on the "treaty"'],
          ["short-title: Harbour gazette", "short-title: ‘Harbour’ gazette"],
          ['title: "[Notice of the harbour toll]"', "title: '[Notice of the “toll”]'"],
          ["genre: notice", "genre: “notice”"],
          ["what: Article 1 of the treaty", "what: Article 1, „toll“"],
          ["what: Advertisement", "what: 'Advertisement of \"oilskins\"'"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/s1.md:4:8 wrong-value, exit 3: title “The gazette on the "treaty"” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "sources/s1.md:5:14 wrong-value, exit 3: short-title “‘Harbour’ gazette” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "sources/s1.md:8:10 wrong-value, exit 3: csl.title “[Notice of the “toll”]” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "sources/s1.md:12:10 wrong-value, exit 3: csl.genre ““notice”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "sources/s1.md:31:11 wrong-value, exit 3: official-text[1].what “Article 1, „toll“” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "sources/s1.md:33:11 wrong-value, exit 3: omissions[1].what “Advertisement of "oilskins"” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
  });

  test("of the summary, an appendix and data quote nothing", async () => {
    expect(
      await problemsWith({
        "summary.md": [["title: Summary", "title: The “summary”"]],
        "appendices/terms.md": [
          ["title: The terms compared", "title: The “terms” compared"],
          ["short-title: Terms", "short-title: “Terms”"],
        ],
        "data/ports.yaml": [
          ["label: What is the toll?", "label: What is the “toll”?"],
          ["name: Velmora", "name: “Velmora”"],
        ],
        "data/names.yaml": [
          ["title: People", "title: “People”"],
          ["name: Keel", "name: “Keel”"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:3:8 wrong-value, exit 3: title “The “terms” compared” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "appendices/terms.md:4:14 wrong-value, exit 3: short-title ““Terms”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "data/names.yaml:3:12 wrong-value, exit 3: groups[1].title ““People”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "data/names.yaml:9:15 wrong-value, exit 3: groups[2].entries[1].name ““Keel”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "data/ports.yaml:4:12 wrong-value, exit 3: questions[1].label “What is the “toll”?” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "data/ports.yaml:9:11 wrong-value, exit 3: subjects[1].name ““Velmora”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
        "summary.md:2:8 wrong-value, exit 3: title “The “summary”” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
  });

  test("in captions quote nothing", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          ["![A plan of the harbour", "![A plan of the “harbour”"],
          ["![The two ports]", "![The two &quot;ports&quot;]"],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:9:1 quotation-in-caption, exit 3: the description of the image quotes words, and no citation can follow them there → Leave the marks out, or quote in the text beside it with a citation.",
        "appendices/terms.md:28:1 quotation-in-caption, exit 3: the caption quotes words, and no citation can follow them there → Leave the marks out, or quote in the text beside it with a citation.",
      ]
    `);
  });

  test("may hold apostrophes and signs of measure, and words of the document where it is left out", async () => {
    // The receipt is of other words by then; nothing is said of the marks.
    expect(
      await problemsWith({
        "pack.yaml": [
          ["title: The harbour toll of Velmora", "title: Velmora's 12\" guns, the pilots' 5″ box"],
        ],
        "sources/s1.md": [
          ["starts: Finest oilskins", "starts: “Finest” oilskins"],
          ["ends: at the quay", "ends: at the “quay”"],
        ],
      }),
    ).toEqual([expect.stringContaining("sources/s1.md:2:5 omissions-changed")]);
  });

  test("repeat the title that a document gives itself, whatever it quotes", async () => {
    const given = (title: string): Parameters<typeof loadAltered>[0] => ({
      "sources/s2.md": [
        ["title: A pilot’s recollections", `title: ${title}`],
        ["  author:\n    - family", "  title: The box is “empty”\n  author:\n    - family"],
        ["title: not given", "title: given"],
      ],
    });
    expect(await problemsWith(given("The box is “empty”"))).toEqual([]);
    expect(await problemsWith(given("The “empty” box"))).toMatchInlineSnapshot(`
      [
        "sources/s2.md:4:8 wrong-value, exit 3: title “The “empty” box” quotes words, and no citation can follow them here → Say it in your own words without the marks, and quote where a citation can follow.",
      ]
    `);
  });
});

describe("official text", () => {
  test("is quoted from passages that the record declares", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "::: official-text\n“three marks for every keel” [@gazette, ¶2]\n\n> Every vessel shall pay three marks for every keel. [@gazette, ¶¶2–3]\n\n“as empty as a drum” [@pilot, ¶3; @gazette]\n:::",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:10:1 official-text-undeclared, exit 3: S1 ¶¶2–3 is quoted as official text, and its record does not declare it as such → Cite the passages of the law or treaty alone, declare them under \`official-text\` in sources/s1.md, or quote outside the block.",
        "appendices/terms.md:12:1 official-text-undeclared, exit 3: S2 ¶3 is quoted as official text, and its record does not declare it as such → Cite the passages of the law or treaty alone, declare them under \`official-text\` in sources/s2.md, or quote outside the block.",
        "appendices/terms.md:12:1 official-text-undeclared, exit 3: S1 ¶¶1–4 is quoted as official text, and its record does not declare it as such → Cite the passages of the law or treaty alone, declare them under \`official-text\` in sources/s1.md, or quote outside the block.",
      ]
    `);
  });

  test("within a précis and without a citation is that of the passages of the précis", async () => {
    const within = (passage: string): Promise<string[]> =>
      problemsWith({
        "sources/s1.md": [
          [
            "::: precis ¶2\nArticle 1: the toll, in the words of the treaty.\n:::",
            `:::: precis ${passage}\nThe toll.\n\n::: official-text\n“three marks for every keel”\n:::\n::::`,
          ],
          ["::: précis ¶3–4", "::: précis ¶4"],
        ],
      });
    expect((await within("¶2–3")).filter((problem) => problem.includes("official"))).toMatchInlineSnapshot(`
      [
        "sources/s1.md:56:1 official-text-undeclared, exit 3: S1 ¶¶2–3 is quoted as official text, and its record does not declare it as such → Cite the passages of the law or treaty alone, declare them under \`official-text\` in sources/s1.md, or quote outside the block.",
      ]
    `);
    expect((await within("¶2")).filter((problem) => problem.includes("official"))).toEqual([]);
  });

  test("holds nothing but quotations", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "::: official-text\nEvery vessel of the HTT shall be seized.\n\n> Every vessel shall pay three marks for every keel. [@gazette, ¶2]\n:::",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:8:1 official-text-unquoted, exit 3: “Every vessel of the” stands in a block of official text and is no quotation → Quote it, in a block quotation or between “…”, with a citation; or move it out of the block.",
      ]
    `);
  });

  test("has a citation", async () => {
    expect(
      await problemsWith({
        "appendices/terms.md": [
          [
            "What the HTT says, and what was done.",
            "::: official-text\n> Every vessel shall be seized.\n:::",
          ],
        ],
      }),
    ).toMatchInlineSnapshot(`
      [
        "appendices/terms.md:8:1 quotation-without-citation, exit 4: the quotation “Every vessel shall be seized.” has no citation after it → Put the citation after the quoted words, in the same paragraph; leave out the marks where nothing is quoted.",
      ]
    `);
  });
});
