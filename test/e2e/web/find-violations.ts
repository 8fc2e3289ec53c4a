// Asks axe what of a page breaks WCAG 2.2 AA or good practice.
import { AxePuppeteer } from "@axe-core/puppeteer";
import type { Page } from "puppeteer";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page as it stands, one line for each element. @param without rules that make no sense for this page */
export async function findViolations(page: Page, without: readonly string[] = []): Promise<string[]> {
  // The other mode opens a second tab to sum up frames, and the pages have none.
  const axe = new AxePuppeteer(page)
    .setLegacyMode(true)
    // What passes is not written out: on a long page that takes as long as looking.
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .disableRules([...without]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `axe ${id}: ${target.join(" ")} ${any[0]?.message ?? ""}`.trim()),
  );
}
