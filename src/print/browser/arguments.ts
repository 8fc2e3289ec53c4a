// The command-line arguments the browser is started with.
import { defaultArgs } from "puppeteer";
import type { BrowserChoice } from "./browser-choice.ts";

/**
 * Arguments for a quiet, private browser that speaks over a pipe. Web security stays on, and so does the sandbox
 * unless `sandbox` is false.
 * @param profile a folder of its own, for this run only
 */
export function launchArguments(build: BrowserChoice["build"], profile: string, sandbox: boolean): string[] {
  return defaultArgs({
    headless: build === "shell" ? "shell" : true,
    userDataDir: profile,
    args: [
      "--remote-debugging-pipe",
      "--disable-component-update",
      "--disable-domain-reliability",
      "--disable-gpu",
      "--disable-quic",
      "--no-default-browser-check",
      "--no-pings",
      // Glyphs are placed as on paper, not as on this machine's screen.
      "--font-render-hinting=none",
      // Peers are reached by no proxy.
      "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
      // Nothing but the loopback server has a name.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ...(sandbox ? [] : ["--no-sandbox"]),
    ],
  });
}
