// Marked content: each way to break it is reported, and nothing else is.
import { describe } from "vitest";
import { testBreaks } from "../break-sample.ts";
import type { SampleChanges } from "../build-tagged-pdf.ts";
import { dictAt, nameOf } from "../read-objects.ts";

const onFirstPage = (change: (operators: string) => string): SampleChanges => ({
  content: (operators, stream) => (stream === 1 ? change(operators) : operators),
});

describe("the content", () => {
  testBreaks([
    [
      "text outside any mark",
      ["01-005"],
      {
        content: (operators, stream, font) =>
          stream === 2 ? `${operators} BT /F1 12 Tf ${font.encode("loose")} Tj ET` : operators,
      },
    ],
    [
      "text in an array outside any mark",
      ["01-005"],
      {
        content: (operators, stream, font) =>
          stream === 2 ? `${operators} BT /F1 12 Tf [-20 ${font.encode("loose")}] TJ ET` : operators,
      },
    ],
    ["a line outside any mark", ["01-005"], onFirstPage((operators) => `${operators} 0 0 m 9 9 l S`)],
    [
      "an inline image outside any mark",
      ["01-005"],
      onFirstPage((operators) => `${operators}\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI`),
    ],
    [
      "content under a tag that is no mark",
      ["01-005"],
      onFirstPage((operators) => `${operators} /P BMC 0 0 9 9 re f EMC`),
    ],
    [
      "a form with content outside any mark",
      ["01-005"],
      {
        content: (operators, stream) => (stream === "form" ? `${operators} 0 0 9 9 re f` : operators),
      },
    ],
    [
      "an Artifact in tagged content",
      ["01-003"],
      onFirstPage((operators) => operators.replace("EMC", "/Artifact BMC 0 0 9 9 re f EMC EMC")),
    ],
    [
      "an Artifact with a mark",
      ["01-003", "unowned-mark"],
      onFirstPage((operators) => `${operators} /Artifact <</MCID 99>> BDC 0 0 9 9 re f EMC`),
    ],
    [
      "tagged content in an Artifact",
      ["01-004"],
      onFirstPage((operators) => `/Artifact BMC ${operators.replace("EMC", "EMC EMC")}`),
    ],
    [
      "tagged content of a form that is drawn in an Artifact",
      ["01-004"],
      onFirstPage((operators) => operators.replace("q /X1 Do Q", "/Artifact BMC /X1 Do EMC")),
    ],
    [
      "a mark in a mark",
      ["nested-mark"],
      onFirstPage((operators) => operators.replace("EMC\n", "").replace("EMC", "EMC EMC")),
    ],
    [
      "a mark used twice",
      ["repeated-mark"],
      onFirstPage((operators) => `${operators} /H1 <</MCID 0>> BDC EMC`),
    ],
    ["a mark that does not end", ["unbalanced-marks"], onFirstPage((text) => `${text} /Span BMC`)],
    ["an end too many", ["unbalanced-marks"], onFirstPage((operators) => `${operators} EMC`)],
    [
      "a form with marks drawn twice",
      ["30-002"],
      onFirstPage((operators) => operators.replace("/X1 Do", "/X1 Do /X1 Do")),
    ],
    [
      "a mark that no element owns",
      ["unowned-mark"],
      onFirstPage((operators) => `${operators} /P <</MCID 99>> BDC 0 0 9 9 re f EMC`),
    ],
    [
      "a mark named in the resources that no element owns",
      ["unowned-mark"],
      {
        ...onFirstPage((operators) => `${operators} /P /Named BDC 0 0 9 9 re f EMC`),
        parts: ({ pages, context }) =>
          dictAt(pages[0], "Resources")?.set(nameOf("Properties"), context.obj({ Named: { MCID: 99 } })),
      },
    ],
  ]);
});
