// In the page, before its own scripts: no connection from browser to browser, which no policy of a server can refuse.

/**
 * Makes WebRTC fail with a message that is told of as a fault. The directive `webrtc` of the policy (CSP3) is not known to Chromium 156.
 * Self-contained: it runs in every frame before anything else.
 */
export function refusePeers(): void {
  const refuse = console.error.bind(console);
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) {
    Object.defineProperty(globalThis, name, {
      value: class {
        constructor() {
          refuse("Blocked a peer connection");
          throw new Error("The page that is printed may not use WebRTC");
        }
      },
    });
  }
}
