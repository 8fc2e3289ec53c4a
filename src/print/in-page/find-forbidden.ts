// In the page: what the document holds against the policy, and nothing tells of until somebody uses it.

/** What was found, once each. */
export interface Forbidden {
  /** The addresses of other origins that links name for the browser to get ready. */
  readonly hints: readonly string[];
  /** The attributes that hold a script, as `p onclick`. */
  readonly handlers: readonly string[];
  /** The addresses that hold a script. */
  readonly scripts: readonly string[];
}

/**
 * Finds hints (https://html.spec.whatwg.org/multipage/links.html#linkTypes), which the proxy keeps the browser from following, and scripts
 * that wait for a click, of which an address would even get into the PDF. Self-contained: it runs in the page.
 */
export function findForbidden(): Forbidden {
  const types = ["preconnect", "dns-prefetch", "prefetch", "prerender"];
  const hints = [...document.querySelectorAll("link")]
    .filter(({ relList }) => types.some((type) => relList.contains(type)))
    .map(({ href }) => href)
    .filter((href) => URL.canParse(href) && new URL(href).origin !== location.origin);
  const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => ({ name, value, tag: element.localName })),
  );
  const handlers = attributes
    .filter(({ name }) => name.startsWith("on"))
    .map(({ name, tag }) => `${tag} ${name}`);
  const scripts = attributes
    .filter(({ name, value }) => /(^|:)href$|^(form)?action$/.test(name) && /^\s*javascript:/i.test(value))
    .map(({ value }) => value.trim().slice(0, 80));
  return { hints: [...new Set(hints)], handlers: [...new Set(handlers)], scripts: [...new Set(scripts)] };
}
