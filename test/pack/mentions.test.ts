// What is said of sources that are named by their key without brackets.
import { expect, test } from "vitest";
import { problemsWith } from "./altered-pack.ts";

const WORDS = "What the HTT says, and what was done.";

test("keys of the pack in the text, wherever it stands", async () => {
  expect(
    await problemsWith({
      "appendices/terms.md": [[WORDS, "As @gazette says, and (@pilot), the *toll* of @gazette."]],
    }),
  ).toMatchInlineSnapshot(`
    [
      "appendices/terms.md:7:4 malformed-citation, exit 3: “@gazette” stands in the text without brackets, and would be printed as it stands → Write [@gazette, ¶3], or \\@gazette where no citation is meant.",
      "appendices/terms.md:7:24 malformed-citation, exit 3: “@pilot” stands in the text without brackets, and would be printed as it stands → Write [@pilot, ¶3], or \\@pilot where no citation is meant.",
      "appendices/terms.md:7:47 malformed-citation, exit 3: “@gazette” stands in the text without brackets, and would be printed as it stands → Write [@gazette, ¶3], or \\@gazette where no citation is meant.",
    ]
  `);
});

test("addresses, other names and what a backslash frees are left alone", async () => {
  expect(
    await problemsWith({
      "appendices/terms.md": [
        [WORDS, "Write to desk@gazette.example, @harbour or \\@gazette, as in `@gazette`."],
      ],
    }),
  ).toEqual([]);
});
