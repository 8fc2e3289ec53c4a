// What browsers of several versions say of a refusal is read as what the page tried.
import { expect, it } from "vitest";
import { readRefusal } from "../../../src/print/browser/refusals.ts";

const ORIGIN = "http://127.0.0.1:4000";
const read = (message: string) => {
  const refusal = readRefusal(message, ORIGIN);
  return refusal === undefined ? "nothing" : `${refusal.kind}: ${refusal.text}`;
};

it("in the words of the browsers of these years", () => {
  const messages = [
    `Loading the image 'http://192.0.2.1/a.png' violates the following Content Security Policy directive: "img-src 'self' data: blob:". The action has been blocked.`,
    `Refused to load the script 'https://cdn.example/x.js' because it violates the following Content Security Policy directive: "script-src 'self'".`,
    `Framing 'http://192.0.2.1/' violates the following Content Security Policy directive: "frame-src 'none'". The request has been blocked.\n`,
    `Framing '${ORIGIN}/' violates the following Content Security Policy directive: "frame-src 'none'". The request has been blocked.`,
    `Executing inline script violates the following Content Security Policy directive 'script-src 'self''. Either the 'unsafe-inline' keyword, a hash ('sha256-…'), or a nonce`,
    `Refused to execute inline script because it violates the following Content Security Policy directive: "script-src 'self'".`,
    `Refused to execute inline event handler because it violates the following Content Security Policy directive: "script-src 'self'".`,
    `Running the JavaScript URL violates the following Content Security Policy directive 'script-src 'self''.`,
    `Refused to run the JavaScript URL because it violates the following Content Security Policy directive: "script-src 'self'".`,
    `Creating a worker from 'blob:${ORIGIN}/a-b' violates the following Content Security Policy directive: "worker-src 'none'".`,
    `Blocked opening 'http://192.0.2.1/w' in a new window because the request was made in a sandboxed frame whose 'allow-popups' permission is not set.`,
    `Blocked form submission to 'http://192.0.2.1/form?' because the form's frame is sandboxed and the 'allow-forms' permission is not set.`,
    "Not allowed to load local resource: file:///etc/passwd",
    `Unsafe attempt to load URL http://192.0.2.1/use from frame with URL ${ORIGIN}/. Domains, protocols and ports must match.`,
    `Fetch API cannot load http://192.0.2.1/fetch. Refused to connect because it violates the document's Content Security Policy.`,
    "Blocked a peer connection",
    "Failed to preload font-family: Broken",
    "overflow on page 3",
  ];
  expect(messages.map(read)).toMatchInlineSnapshot(`
    [
      "foreign-request: http://192.0.2.1/a.png",
      "foreign-request: https://cdn.example/x.js",
      "foreign-request: http://192.0.2.1/",
      "policy: loads what it may not (http://127.0.0.1:4000/): Framing 'http://127.0.0.1:4000/' violates the following Content Security Policy directive: "frame-src 'none'"",
      "policy: has a script in the page itself",
      "policy: has a script in the page itself",
      "policy: has a script in an attribute, as onclick",
      "policy: has a script in an address, as javascript:",
      "policy: has a script in an address, as javascript:",
      "policy: starts a worker (blob:http://127.0.0.1:4000/a-b)",
      "policy: opens a window (http://192.0.2.1/w)",
      "policy: sends a form (http://192.0.2.1/form?)",
      "foreign-request: file:///etc/passwd",
      "foreign-request: http://192.0.2.1/use",
      "foreign-request: http://192.0.2.1/fetch",
      "policy: connects to another machine by WebRTC",
      "nothing",
      "nothing",
    ]
  `);
});
