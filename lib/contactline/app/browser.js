// What Streamlit leaves undone in the browser: one step of Back for each thing that is done, days that are typed, tables
// that open a row only where one was meant, pages that fit on paper, and pictures to take away.

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

// Charts are drawn for the screen's width and do not follow when it becomes that of a sheet, which would cut them: on
// paper the whole page is as much smaller (style.css) as A4 upright, within its margins, is narrower. A map's canvases
// would not lie on one another there, so that each map has a copy of them in one.
const PAPER = 700; // pixels
const MAPS = '[data-testid="stDeckGlJsonChart"]';
addEventListener("beforeprint", () => {
  const page = document.querySelector('[data-testid="stMainBlockContainer"]');
  const edges = getComputedStyle(page);
  const wide = page.clientWidth - parseFloat(edges.paddingLeft) - parseFloat(edges.paddingRight);
  document.documentElement.style.setProperty("--paper", Math.min(1, PAPER / wide));
  for (const map of document.querySelectorAll(MAPS)) {
    const copy = flat(canvasesOf(map), 0);
    if (copy) map.append(Object.assign(copy, { className: "contactline-paper" }));
  }
});
addEventListener("afterprint", () => document.querySelectorAll(".contactline-paper").forEach((copy) => copy.remove()));

// A table of which a row is opened by choosing it chooses its first row as soon as it gets the focus. Here it is not
// told of the focus that Tab or a click on a heading (which sorts) gives it; after Tab, an arrow key or Enter does tell it.
const HEADINGS = 36; // pixels
const isTable = (target) => target.matches?.('[data-testid="data-grid-canvas"]');
const untold = new WeakSet(); // tables that have the focus and do not know it
let meant = false; // is a row meant?
function focusAgain(table) {
  untold.delete(table);
  table.blur();
  table.focus();
}
addEventListener("pointerdown", (event) => {
  meant = isTable(event.target) && event.offsetY > HEADINGS;
  if (meant && untold.has(event.target)) event.target.blur(); // the click gives the focus back
}, true);
addEventListener("keydown", (event) => {
  const table = event.target;
  meant = isTable(table) && untold.has(table) && ["ArrowDown", "ArrowUp", "Enter", " "].includes(event.key);
  if (!meant) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  focusAgain(table);
}, true);
addEventListener("focusin", (event) => {
  if (!isTable(event.target)) return;
  if (meant) return untold.delete(event.target);
  untold.add(event.target);
  event.stopImmediatePropagation();
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
function visited() {
  const sign = document.querySelector("[data-build]");
  if (sign) visit(sign.dataset);
  return sign;
}
// The page may have been drawn before this script came, and then nothing on it changes any more.
if (!visited()) {
  new MutationObserver((_, observer) => visited() && observer.disconnect())
    .observe(document.body, { childList: true, subtree: true });
}

// Pictures of charts and of the map, made here from what is on the screen: no other server is asked. Each button says
// in data-* which chart (its key), the format, the name of the file, and the words to write beneath the picture.
const FONT = "Arial, Helvetica, sans-serif"; // a picture cannot fetch the page's own font
const LINE = 16; // pixels
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-picture]");
  if (!button) return;
  const { picture: format, chart, name, words } = button.dataset;
  const holder = document.querySelector(`.st-key-${CSS.escape(chart)}`);
  const plot = holder?.querySelector(".js-plotly-plot");
  if (plot) savePlot(plot, format, name, words);
  else if (holder) saveCanvas(holder, `${name}.${format}`, words);
});

// Plotly's own picture, by the only button of its bar, which style.css hides. It is drawn from the chart's layout, which
// for that moment has another font, darker words at its axes (as style.css gives them), and the words beneath.
function savePlot(plot, format, filename, words) {
  const { width, height, _size: room } = plot._fullLayout;
  const lines = wrapped(words, width - 16);
  const more = LINE * (lines.length + 1.5);
  const shown = plot.layout;
  const { color } = getComputedStyle(document.querySelector(".stApp"));
  const drawn = { ...withFont(shown), height: height + more, margin: { ...shown.margin, b: room.b + more } };
  for (const axis of Object.keys(plot._fullLayout).filter((key) => /^[xy]axis\d*$/.test(key))) {
    drawn[axis] = { ...drawn[axis], tickfont: { ...drawn[axis]?.tickfont, color } };
  }
  drawn.title = {
    text: lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("<br>"), font: { size: 11, family: FONT, color, weight: 400 },
    xref: "container", x: 0, xanchor: "left", yref: "container", y: (more - LINE / 2) / (height + more), yanchor: "top", pad: { l: 8, t: 4 },
  };
  plot.layout = drawn;
  plot._context.toImageButtonOptions = { format, filename, width, height: height + more, scale: format === "png" ? 2 : 1 };
  plot.querySelector(".modebar-btn").dispatchEvent(new MouseEvent("click")); // one that bubbled would close the offer
  plot.layout = shown;
}

function withFont(value) {
  if (Array.isArray(value)) return value.map(withFont);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === "family" ? FONT : withFont(inner)]));
}

// The map is drawn on two canvases: the base map, and over it what is told.
function canvasesOf(holder) {
  const over = (canvas) => Number(canvas.id === "deckgl-overlay");
  return [...holder.querySelectorAll("canvas")].filter((canvas) => canvas.width).sort((a, b) => over(a) - over(b));
}

// All of them in one, with so many pixels of room beneath; nothing where nothing is drawn.
function flat(layers, room) {
  if (!layers.length) return null;
  const [{ width, height }] = layers;
  const whole = Object.assign(document.createElement("canvas"), { width, height: height + room });
  const pen = whole.getContext("2d");
  pen.fillStyle = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  pen.fillRect(0, 0, whole.width, whole.height);
  for (const layer of layers) pen.drawImage(layer, 0, 0, width, height);
  return whole;
}

function saveCanvas(holder, filename, words) {
  const layers = canvasesOf(holder);
  if (!layers.length) return;
  const sharp = layers[0].width / layers[0].clientWidth;
  const lines = wrapped(words, layers[0].clientWidth - 16);
  const whole = flat(layers, LINE * (lines.length + 1) * sharp);
  const pen = whole.getContext("2d");
  pen.fillStyle = getComputedStyle(document.querySelector(".stApp")).color;
  pen.font = `${11 * sharp}px ${FONT}`;
  lines.forEach((line, at) => pen.fillText(line, 8 * sharp, layers[0].height + LINE * (at + 1.25) * sharp));
  whole.toBlob((blob) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: filename });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

function wrapped(words, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `11px ${FONT}`;
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

// A browser forgets what it drew in three dimensions as soon as it is shown, unless it was asked to keep it.
const getContext = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, options) {
  const kept = kind.startsWith("webgl") ? { ...options, preserveDrawingBuffer: true } : options;
  return getContext.call(this, kind, kept);
};
