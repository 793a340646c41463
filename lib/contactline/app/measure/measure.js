// Tells the page how wide it is, in steps of 50 pixels, where that is not what the page takes for granted.
"use strict";
const STEP = 50;
let told = null;

function tell(type, more) {
  window.parent.postMessage({ isStreamlitMessage: true, type: `streamlit:${type}`, ...more }, "*");
}

function measure() {
  const width = Math.floor(window.innerWidth / STEP) * STEP;
  if (told === null || width <= 0 || Math.abs(width - told) < 2 * STEP) return;
  told = width;
  tell("setComponentValue", { value: width, dataType: "json" });
}

window.addEventListener("message", (event) => {
  if (event.source !== window.parent || event.data.type !== "streamlit:render") return;
  if (told === null) told = event.data.args.granted;
  measure();
});
window.addEventListener("resize", measure);
tell("componentReady", { apiVersion: 1 });
tell("setFrameHeight", { height: 0 });
