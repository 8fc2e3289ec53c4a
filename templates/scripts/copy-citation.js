// Adds to passages, judgements and headings a button that copies how to cite them, with the address of the place.
(() => {
  const main = document.querySelector("main[data-cited-pack]");
  if (main === null) return;
  const { citedPack, citedPart } = main.dataset;
  const isAccount = "citesDocument" in main.dataset;

  const status = document.createElement("p");
  status.className = "copy-status";
  status.setAttribute("role", "status");
  main.append(status);

  /** What can be cited on this page: the element behind which the button stands, the name of the place, and its id. */
  function findPlaces() {
    const passages = [...main.querySelectorAll(".passage-label")].map((label) => ({
      after: label,
      name: label.textContent,
      id: label.closest(".passage-text")?.id ?? label.hash.slice(1),
      passage: true,
    }));
    const judgements = [...main.querySelectorAll(".judgement")].map((judgement) => ({
      after: judgement.querySelector(".judgement-label").lastElementChild,
      name: judgement.querySelector(".judgement-number").textContent,
      id: judgement.id,
    }));
    const headings = [...main.querySelectorAll(":is(h2, h3, h4, h5, h6) > .permalink")].map((permalink) => ({
      after: permalink,
      name: `“${permalink.parentElement.textContent.trim()}”`,
      id: permalink.hash.slice(1),
    }));
    return [...passages, ...judgements, ...headings];
  }

  function cite({ name, id, passage }) {
    const address = `${location.href.replace(/[?#].*$/, "")}#${id}`;
    if (passage && isAccount) return `${citedPart}, ${name}. In: ${citedPack}, ${address}`;
    return `${citedPack}, ${citedPart}, ${name}, ${address}`;
  }

  /** Without the permission to write to the clipboard a selection can still be copied. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "copy-source";
      main.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      if (!copied) throw new Error("Nothing could be copied");
    }
  }

  for (const place of findPlaces()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-citation";
    button.setAttribute("aria-label", `Copy the citation of ${place.name}`);
    button.title = "Copy citation";
    button.addEventListener("click", async () => {
      const text = cite(place);
      try {
        await copy(text);
        status.textContent = `Copied: ${text}`;
      } catch {
        status.textContent = `Copy this yourself: ${text}`;
      }
      button.focus();
      status.classList.add("copy-status-shown");
      clearTimeout(status.timer);
      status.timer = setTimeout(() => status.classList.remove("copy-status-shown"), 6000);
    });
    place.after.after(button);
  }
})();
