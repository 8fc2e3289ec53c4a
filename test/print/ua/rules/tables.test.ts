// Headers and grids of tables: each way to break them is reported, and nothing else is.
import { describe } from "vitest";
import { type Break, testBreaks } from "../break-sample.ts";
import { nameOf } from "../read-objects.ts";
import type { SampleElement } from "../sample-structure.ts";
import { writeAttributes } from "../write-elements.ts";

/** Gives cells other attributes. */
const setAttributes = (
  what: string,
  rules: readonly string[],
  cells: Readonly<Record<string, NonNullable<SampleElement["table"]>>>,
): Break => [
  what,
  rules,
  {
    parts: ({ element, context }) => {
      for (const [name, table] of Object.entries(cells)) {
        element(name).dict.set(nameOf("A"), writeAttributes(context, table));
      }
    },
  },
];

describe("tables", () => {
  testBreaks([
    setAttributes("a header cell without a scope", ["15-003"], { th1: {} }),
    setAttributes("a scope that is none", ["15-003"], { th1: { Scope: "Table" } }),
    setAttributes("a header cell that no cell names", ["15-003"], { td: {} }),
    setAttributes("a header that is not there", ["header-id"], { td: { Headers: ["sum", "total"] } }),
    setAttributes("a header that is an element of another kind", ["header-id"], {
      td: { Headers: ["sum", "note-1"] },
    }),
    setAttributes("a row that is too short", ["table-grid"], { td3: {} }),
    setAttributes("a row that is too long", ["table-grid"], { td3: { ColSpan: 3 } }),
    setAttributes("a cell that reaches below the last row", ["table-grid"], {
      th3: { Scope: "Row", RowSpan: 3 },
      td2: { RowSpan: 2 },
      td3: { ColSpan: 0 },
      td: { RowSpan: 4, Headers: ["sum"] },
    }),
    setAttributes("a head whose cell reaches into the body", ["table-grid"], {
      th1: { Scope: "Column", RowSpan: 2 },
    }),
    setAttributes("cells over one another", ["table-grid"], {
      td: { RowSpan: 2, Headers: ["sum"] },
      td2: { ColSpan: 2 },
      th3: { Scope: "Row" },
    }),
    [
      "a row of other width in attributes of a class",
      ["table-grid"],
      {
        parts: ({ element, root, context }) => {
          root.set(nameOf("ClassMap"), context.obj({ wide: { O: "Table", ColSpan: 3 } }));
          element("td2").dict.set(nameOf("C"), nameOf("wide"));
        },
      },
    ],
  ]);
});
