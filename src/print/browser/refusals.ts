// Reads from the browser's own messages what a page was refused under the policy of the print page.
import { isAllowed } from "./allowed-address.ts";

/** What a page tried and was refused. */
export interface Refusal {
  readonly kind: "policy" | "foreign-request";
  /** For `policy` a clause that goes on from “it”; for `foreign-request` the address. */
  readonly text: string;
}

/** What all messages of refusals have in common; the wording differs from version to version. */
const SIGNS =
  /Content Security Policy|^Blocked |^Not allowed to load|^Unsafe attempt to |^Fetch API cannot load|is sandboxed/;

/** An address other than data; in some messages a full stop follows. */
const ADDRESS = /\b(?:https?|wss?|ftp|file|blob|chrome|view-source):[^\s'"]*[^\s'".,]/g;

const TRIES: readonly (readonly [sign: RegExp, tells: (address: string) => string])[] = [
  [/inline event handler/i, () => "has a script in an attribute, as onclick"],
  [/JavaScript URL/i, () => "has a script in an address, as javascript:"],
  [/inline script/i, () => "has a script in the page itself"],
  [/as JavaScript|unsafe-eval/, () => "has a script that makes another one of text"],
  [/peer connection/, () => "connects to another machine by WebRTC"],
  [/in a new window|allow-popups/, (address) => `opens a window${address}`],
  [/form submission|form-action|[Ss]ending form data/, (address) => `sends a form${address}`],
  [/base-uri|base URI/, (address) => `takes another base for its addresses${address}`],
  [/worker-src|[Cc]reating a worker/, (address) => `starts a worker${address}`],
];

/** What an error message of the browser says a page was refused; undefined where it speaks of something else. */
export function readRefusal(message: string, origin: string): Refusal | undefined {
  if (!SIGNS.test(message)) return undefined;
  const addresses: readonly string[] = message.match(ADDRESS) ?? [];
  const foreign = addresses.find((address) => !isAllowed(`${address}/`, origin));
  const tells = TRIES.find(([sign]) => sign.test(message))?.[1];
  if (tells) return { kind: "policy", text: tells(formatAddress(foreign ?? addresses[0])) };
  if (foreign !== undefined) return { kind: "foreign-request", text: foreign };
  return {
    kind: "policy",
    text: `loads what it may not${formatAddress(addresses[0])}: ${firstSentence(message)}`,
  };
}

function formatAddress(address: string | undefined): string {
  return address === undefined ? "" : ` (${address.slice(0, 200)})`;
}

function firstSentence(message: string): string {
  return (message.split(/\.\s|\n/, 1)[0] ?? "").slice(0, 200);
}
