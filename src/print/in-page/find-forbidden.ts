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
  const handlers = new Set<string>();
  const scripts = new Set<string>();
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      // What is no handler has no such property.
      if (/^on[a-z]/.test(name) && name in element) handlers.add(`${element.localName} ${name}`);
      if (/(^|:)href$|^(form)?action$/.test(name) && /^\s*javascript:/i.test(value)) {
        scripts.add(value.trim().slice(0, 80));
      }
    }
  }
  return { hints: [...new Set(hints)], handlers: [...handlers], scripts: [...scripts] };
}
