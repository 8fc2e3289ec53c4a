// From a judgement on the landing page of the repository's pack to the passage that it rests on, and back.
import { expect, it } from "vitest";
import { withPage } from "./open-page.ts";
import { siteOf, useBrowser } from "./use-web.ts";

const browser = useBrowser();
const { address } = siteOf("repository");

it("leads from a judgement to the passage it cites, and back, without script", async () => {
  const view = { width: 1280, scheme: "light", script: "off" } as const;
  await withPage(browser(), `${address}index.html`, view, async ({ page }) => {
    const cite = await page.waitForSelector("#summary-judgement-3 .citation a.cite");
    const label = await cite?.evaluate((link) => link.textContent);
    expect(label).toMatch(/^S3\s¶¶2–3$/);
    await Promise.all([page.waitForNavigation(), cite?.click()]);
    expect(page.url()).toMatch(/sources\/s3\.html#s3-p2$/);
    const target = await page.$eval("#s3-p2", (anchor) => {
      const block = anchor.closest(".precis");
      const { top } = block?.getBoundingClientRect() ?? { top: -1 };
      return { text: block?.textContent ?? "", top, height: innerHeight };
    });
    expect(target.text).toContain("The trigger is a Russian strike");
    expect(target.top).toBeGreaterThanOrEqual(-2);
    expect(target.top).toBeLessThan(target.height);
    const back = await page.$$eval("#s3-p2", ([anchor]) => {
      const links = [...(anchor?.closest(".precis")?.querySelectorAll(".cited-in a") ?? [])];
      return links.find((link) => link.textContent === "Judgement 3")?.getAttribute("href");
    });
    expect(back).toBe("../index.html#summary-judgement-3");
    const link = `.precis:has(#s3-p2) .cited-in a[href="${back}"]`;
    await Promise.all([page.waitForNavigation(), page.click(link)]);
    expect(await page.$eval("#summary-judgement-3", (block) => block.textContent)).toContain(
      "No document shows",
    );
  });
});
