// What the comparison of pictures sees, at every width and in every scheme.
import { describe, it } from "vitest";
import { siteOf } from "../e2e/web/use-web.ts";
import { expectSensitive, listSensitiveShots } from "../pictures/expect-sensitive.ts";
import { hasPictureBrowser, withPictureBrowser } from "../pictures/picture-browser.ts";

const site = siteOf("open");
const shots = await listSensitiveShots(site.folder);

describe.runIf(await hasPictureBrowser())("of a page", () => {
  it.for(shots)("$name: sees what moved or changed, and nothing else", (shot) =>
    withPictureBrowser((browser) => expectSensitive(browser, site.address, shot)),
  );
});
