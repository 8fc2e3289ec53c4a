// Citation keys for new sources.
import { expect, test } from "vitest";
import { chooseKey } from "../../../src/pack/import/choose-key.ts";

test.each([
  ["post", "The Post"],
  ["kestria", "Kestria Courier"],
  ["zeit", "Die Zeit"],
  ["monde", "Le Monde"],
  ["express", "L’Express"],
  ["pais", "El País"],
  ["sole", "Il Sole 24 Ore"],
  ["the", "The"],
  ["source", "1904 minutes"],
  ["source", "Вісник порту"],
])("%s: %s", (key, name) => {
  expect(chooseKey(name, [])).toBe(key);
});

test("has a number where another source has the key", () => {
  expect(chooseKey("The Post", ["post", "Post-2"])).toBe("post-3");
});
