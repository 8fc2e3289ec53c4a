// In the browser: reads the print document that the server has.

const ADDRESS = "/print/index.html";

/** The print document as it is now, the text of its styles, and both as one text. */
export async function readDocument() {
  // Lines of the files that the text comes from: they move with every line above, and no page shows them.
  const html = (await read(ADDRESS)).replaceAll(/ data-source-line="\d+"/g, "");
  const source = new DOMParser().parseFromString(html, "text/html");
  const sheets = [...source.querySelectorAll("link[rel=stylesheet]")];
  const styles = (await Promise.all(sheets.map((sheet) => read(resolve(sheet.getAttribute("href")))))).join(
    "\n",
  );
  // A picture that was replaced has the name it had: its address tells that it is another.
  await Promise.all(
    [...source.querySelectorAll("img[src]")].map(async (image) => {
      const address = image.getAttribute("src");
      const { headers } = await fetch(resolve(address), { method: "HEAD" });
      image.setAttribute("src", `${address}?${(headers.get("etag") ?? "").replaceAll('"', "")}`);
    }),
  );
  return { source, styles, text: styles + source.documentElement.outerHTML };
}

const resolve = (address) => new URL(address, new URL(ADDRESS, location.origin)).href;

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} cannot be read`);
  return answer.text();
}
