// In the browser: reloads the page when the site was built anew, and shows what is wrong with the pack over it.
(() => {
  const { version, events, problems } = document.currentScript.dataset;
  if (window.top !== window) return;
  let panel;
  let builds = 0;

  function showProblems() {
    panel?.remove();
    panel = document.createElement("iframe");
    panel.src = problems;
    panel.title = "Problems of the pack";
    panel.style.cssText =
      "position:fixed;inset:auto 0 0 0;width:100%;height:45vh;border:0;border-top:4px solid #d7301f;z-index:2147483647";
    // Beside the body, so that Paged.js does not take it for content.
    document.documentElement.append(panel);
  }

  new EventSource(events).onmessage = ({ data }) => {
    const state = JSON.parse(data);
    builds += 1;
    const outdated = version === undefined ? builds > 1 || !state.broken : String(state.version) !== version;
    if (outdated) location.reload();
    else if (version === undefined) return;
    else if (state.broken) showProblems();
    else panel?.remove();
  };
})();
