// Documents that try to get out of the page that is printed, each part naming what it tries.

/** One thing that a document tries. */
export interface Trap {
  readonly name: string;
  /** HTML that tries it. */
  readonly html?: string;
  /** The text of a script file that tries it. */
  readonly script?: string;
  /** What a message must hold where it is refused; the address of the trap if left out. */
  readonly told?: string;
  /** That a browser without any guard does not reach the beacon by it either, at least not the small one. */
  readonly silent?: boolean;
}

/** The traps of a page without scripts; `beacon` is the origin of a server that should never hear of them. */
export function pageTraps(beacon: string): readonly Trap[] {
  const at = (name: string) => `${beacon}/${name}`;
  return [
    { name: "img", html: `<img src="${at("img")}" alt="">` },
    { name: "srcset", html: `<img srcset="${at("srcset")} 1x" alt="">` },
    { name: "source", html: `<picture><source srcset="${at("source")}"><img alt=""></picture>` },
    { name: "background", html: `<style>body { background: url("${at("background")}") }</style>` },
    { name: "style", html: `<p style="background: url('${at("style")}')">Styled</p>` },
    { name: "import", html: `<style>@import url("${at("import")}");</style>` },
    {
      name: "font",
      html: `<style>@font-face { font-family: Far; src: url("${at("font")}") } i { font-family: Far }</style><i>Far</i>`,
    },
    { name: "stylesheet", html: `<link rel="stylesheet" href="${at("stylesheet")}">` },
    { name: "preload", html: `<link rel="preload" as="image" href="${at("preload")}">` },
    { name: "modulepreload", html: `<link rel="modulepreload" href="${at("modulepreload")}">` },
    { name: "prefetch", html: `<link rel="prefetch" href="${at("prefetch")}">`, silent: true },
    { name: "preconnect", html: `<link rel="preconnect" href="${at("preconnect")}">`, silent: true },
    { name: "dns-prefetch", html: `<link rel="dns-prefetch" href="${at("dns-prefetch")}">`, silent: true },
    { name: "script", html: `<script src="${at("script")}"></script>` },
    { name: "iframe", html: `<iframe src="${at("iframe")}"></iframe>`, told: `elsewhere: ${beacon}/.` },
    { name: "object", html: `<object data="${at("object")}"></object>` },
    { name: "embed", html: `<embed src="${at("embed")}">` },
    { name: "poster", html: `<video poster="${at("poster")}"></video>` },
    { name: "video", html: `<video preload="auto" src="${at("video")}"></video>` },
    { name: "audio", html: `<audio preload="auto" src="${at("audio")}"></audio>` },
    { name: "input", html: `<input type="image" src="${at("input")}">` },
    { name: "svg-image", html: `<svg width="9" height="9"><image href="${at("svg-image")}"/></svg>` },
    {
      name: "svg-use",
      html: `<svg width="9" height="9"><use href="${at("svg-use")}#a"/></svg>`,
      silent: true,
    },
    { name: "filter", html: `<p style="filter: url('${at("filter")}#a')">Filtered</p>`, silent: true },
  ];
}

/** The traps of a script file. */
export function scriptTraps(beacon: string, stun: string): readonly Trap[] {
  const at = (name: string) => JSON.stringify(`${beacon}/${name}`);
  const socket = beacon.replace("http", "ws");
  return [
    { name: "fetch", script: `fetch(${at("fetch")}, { mode: "no-cors" })` },
    { name: "post", script: `fetch(${at("post")}, { method: "POST", mode: "no-cors", body: "x" })` },
    { name: "xhr", script: `const x = new XMLHttpRequest(); x.open("GET", ${at("xhr")}); x.send()` },
    { name: "beacon", script: `navigator.sendBeacon(${at("beacon")}, "x")` },
    {
      name: "websocket",
      script: `new WebSocket(${JSON.stringify(`${socket}/websocket`)})`,
      told: `${socket}/websocket`,
    },
    { name: "eventsource", script: `new EventSource(${at("eventsource")})` },
    { name: "image", script: `new Image().src = ${at("image")}` },
    { name: "module", script: `import(${at("module")}).catch(() => undefined)` },
    {
      name: "element",
      script: `document.head.append(Object.assign(document.createElement("script"), { src: ${at("element")} }))`,
    },
    {
      name: "frame",
      script: `document.body.append(Object.assign(document.createElement("iframe"), { src: ${at("frame")} }))`,
      told: `elsewhere: ${beacon}/.`,
    },
    {
      name: "ping",
      // A browser that is told to send no pings says nothing of them.
      told: "",
      script: `document.body.append(Object.assign(document.createElement("a"), { href: "#x", ping: ${at("ping")} })); document.body.lastChild.click()`,
    },
    {
      name: "srcdoc",
      script: `document.body.append(Object.assign(document.createElement("iframe"), { srcdoc: '<img src=' + ${at("srcdoc")} + '>' }))`,
    },
    {
      name: "written",
      script: `document.body.insertAdjacentHTML("beforeend", '<img src=' + ${at("written")} + '>')`,
    },
    {
      name: "peer",
      script: `const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:${stun}" }] }); peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer))`,
      told: "connects to another machine by WebRTC",
    },
    {
      name: "peer of a frame",
      script: `const frame = document.createElement("iframe"); document.body.append(frame); const Peer = frame.contentWindow.RTCPeerConnection; const peer = new Peer({ iceServers: [{ urls: "stun:${stun}" }] }); peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer))`,
      told: "connects to another machine by WebRTC",
    },
    {
      name: "worker",
      script: `new Worker(URL.createObjectURL(new Blob(['fetch(' + ${JSON.stringify(at("worker"))} + ', { mode: "no-cors" })'])))`,
      told: "starts a worker",
    },
    {
      name: "service-worker",
      script: `navigator.serviceWorker.register("trap.js")`,
      told: "starts a worker",
      silent: true,
    },
  ];
}

/** Traps that lead away from the page, or show another: each for a document of its own. */
export function awayTraps(beacon: string): readonly Trap[] {
  const at = (name: string) => JSON.stringify(`${beacon}/${name}`);
  const click = (attributes: string) =>
    `document.body.append(Object.assign(document.createElement("a"), ${attributes})); document.body.lastChild.click()`;
  return [
    { name: "refresh", html: `<meta http-equiv="refresh" content="0;url=${beacon}/refresh">` },
    { name: "location", script: `location.href = ${at("location")}` },
    {
      name: "late",
      script: `addEventListener("load", () => setTimeout(() => location.assign(${at("late")})))`,
    },
    { name: "click", script: click(`{ href: ${at("click")} }`) },
    {
      name: "form",
      html: `<form action="${beacon}/form"></form>`,
      script: "document.forms[0].submit()",
      told: `sends a form (${beacon}/form`,
    },
    { name: "window", script: `open(${at("window")})`, told: `opens a window (${beacon}/window)` },
    {
      name: "target",
      script: click(`{ href: ${at("target")}, target: "_blank" }`),
      told: `opens a window (${beacon}/target)`,
    },
    { name: "base", html: `<base href="${beacon}/"><img src="base" alt="">`, told: "takes another base" },
    {
      name: "blob",
      script: `location = URL.createObjectURL(new Blob(['<img src=' + ${at("blob")} + '>'], { type: "text/html" }))`,
      told: "puts another page in its place (blob:",
    },
  ];
}

/** What is refused although it asks nobody for anything. */
export const STILL_TRAPS: readonly Trap[] = [
  {
    name: "inline script",
    html: "<script>document.title = 'changed'</script>",
    told: "has a script in the page itself",
  },
  {
    name: "handler",
    html: '<p onclick="document.title = 1">Text</p>',
    told: "has a script in an attribute (p onclick)",
  },
  {
    name: "javascript link",
    html: '<a href="javascript:document.title = 1">Text</a>',
    script: "document.links[0].click()",
    told: "has a script in an address, as javascript:",
  },
  { name: "embedded page", html: '<iframe src="other.html"></iframe>', told: "other.html" },
  {
    name: "reload",
    script: "if (!sessionStorage.been) { sessionStorage.been = 1; location.reload() }",
    told: "leaves for another page",
  },
  {
    name: "blank",
    script: 'addEventListener("load", () => setTimeout(() => { location = "about:blank" }))',
    told: "puts another page in its place (about:blank)",
  },
];

/** Traps for a file that lies outside the folder, given the path of its folder; `link` and `out` are links that lead there. */
export function fileTraps(outside: string): readonly Trap[] {
  const file = `file://${outside}`;
  const missing = (address: string) => `cannot be loaded: ${address} (status 404)`;
  return [
    { name: "file frame", html: `<iframe src="${file}/secret.html"></iframe>`, told: `${file}/secret.html` },
    { name: "file picture", html: `<img src="${file}/secret.svg" alt="">`, told: `${file}/secret.svg` },
    {
      name: "file style",
      html: `<link rel="stylesheet" href="${file}/secret.css">`,
      told: `${file}/secret.css`,
    },
    { name: "file fetch", script: `fetch("${file}/secret.txt")`, told: `${file}/secret.txt` },
    {
      name: "file request",
      script: `const x = new XMLHttpRequest(); x.open("GET", "${file}/secret.json"); x.send()`,
      told: `${file}/secret.json`,
    },
    { name: "above", html: '<link rel="stylesheet" href="../secret.css">', told: missing("secret.css") },
    { name: "encoded", html: '<img src="..%2fsecret.svg" alt="">', told: missing("..%2fsecret.svg") },
    {
      name: "encoded dots",
      html: '<img src="%2e%2e%2fsecret.svg" alt="">',
      told: missing("%2e%2e%2fsecret.svg"),
    },
    { name: "backslash", html: '<img src="..%5csecret.svg" alt="">', told: missing("..%5csecret.svg") },
    { name: "link", html: '<link rel="stylesheet" href="link.css">', told: missing("link.css") },
    { name: "linked folder", html: '<img src="out/secret.svg" alt="">', told: missing("out/secret.svg") },
    { name: "link fetch", script: `fetch("out/secret.txt")`, told: missing("out/secret.txt") },
  ];
}
