// What Streamlit leaves undone in the browser: one step of Back for each thing that is done, and days that are typed.

// Streamlit writes a choice over the entry of the browser's history that shows what was before, and some clicks
// become several entries. Here the first change of the address after a key or a click makes an entry, and what
// follows from it (the server's answer, a play that goes on) belongs to that entry.
const push = history.pushState.bind(history);
const replace = history.replaceState.bind(history);
let done = false; // has the visitor done anything since the last entry?
for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => { done = true; }, true);
addEventListener("popstate", () => { done = false; }, true);

function enter(state, title, url) {
  if (new URL(url, location.href).href === location.href || !done) return replace(state, title, url);
  done = false;
  return push(state, title, url);
}
history.pushState = (state, title, url) => enter(state, title, url ?? location.href);
history.replaceState = (state, title, url) => {
  // Only what a widget writes is a whole address with other words behind its question mark; the rest is the
  // server's correction after Back, or a part of the page (#).
  const widget = typeof url === "string" && url.startsWith(location.origin) && new URL(url).search !== location.search;
  return widget ? enter(state, title, url) : replace(state, title, url);
};

// The field of two days takes what is typed when it is left, and Enter does nothing there. Here Enter goes from the
// first day to the last, and from the last day (as Tab does) it takes both.
addEventListener("keydown", (event) => {
  const part = event.target.closest?.('[data-testid="stDateInputField"] [data-range-field]');
  if (!part || (event.key !== "Enter" && event.key !== "Tab") || event.shiftKey) return;
  const field = part.closest('[data-testid="stDateInputField"]');
  if (event.key === "Enter" && part.dataset.rangeField === "start") {
    event.preventDefault();
    event.stopPropagation();
    field.querySelector('[data-range-field="end"] [role="spinbutton"]').focus();
  } else if (part.dataset.rangeField === "end" && (event.key === "Enter" || event.target.dataset.type === "day")) {
    setTimeout(() => {
      const next = document.activeElement;
      document.querySelector('[data-testid="stMain"]').focus({ preventScroll: true }); // the field is left
      if (event.key === "Tab") next.focus();
    });
  }
}, true);

// Which build the visitor saw last is kept here and nowhere else: the Overview has a line for each earlier build, and
// the one since the last visit is shown instead of that since the last build. A visit lasts as long as its tab.
const SEEN = "contactline_seen", BEFORE = "contactline_before";
const shown = document.createElement("style");
function visit({ build, kept }) {
  try {
    if (sessionStorage.getItem(BEFORE) === null) sessionStorage.setItem(BEFORE, localStorage.getItem(SEEN) ?? "");
    localStorage.setItem(SEEN, build);
    const before = sessionStorage.getItem(BEFORE);
    if (!before || before === build || !kept) return;
    const line = `.st-key-since_${kept.split(" ").includes(before) ? before : "older"}`;
    const wrapper = '[data-testid="stLayoutWrapper"]:has(> ';
    shown.textContent = `${wrapper}${line}) { display: block !important; } ${wrapper}.st-key-changed_line) { display: none; }`;
    document.head.append(shown);
  } catch { /* This browser keeps nothing for pages: the line since the last build stays. */ }
}
new MutationObserver((_, observer) => {
  const sign = document.querySelector("[data-build]");
  if (!sign) return;
  observer.disconnect();
  visit(sign.dataset);
}).observe(document.body, { childList: true, subtree: true });
