// The comic reader: the whole strip, or one panel at a time by keyboard, tap and swipe; zoom; read-aloud; remembered place.
import { ReadAloud } from "./read-aloud.js";

const root = document.querySelector("[data-comic]");
const panels = [...root.querySelectorAll("[data-panel]")];
const part = (name) => root.querySelector(`[data-reader-${name}]`);
const position = part("position");
const KEY = `mingbai.comic.${root.dataset.comic}`;
let current = 0;
let reading = false; // while panels are read aloud, the reading says where one is, not the scroll position

for (const name of ["bar", "steps"]) part(name).hidden = false;

function remember() {
  try {
    localStorage.setItem(KEY, JSON.stringify({ panel: current, mode: root.dataset.mode }));
  } catch {
    // Not remembered, nothing else.
  }
}

function preload(number) {
  const image = panels[number]?.querySelector("img");
  if (image) image.loading = "eager";
}

function show(number, { scroll = true } = {}) {
  current = Math.min(Math.max(number, 0), panels.length - 1);
  panels.forEach((panel, index) => panel.classList.toggle("is-current", index === current));
  position.textContent = `${current + 1} / ${panels.length}`;
  part("previous").disabled = current === 0;
  part("next").disabled = current === panels.length - 1;
  preload(current + 1);
  preload(current + 2);
  if (scroll && root.dataset.mode === "strip") panels[current].scrollIntoView({ block: "start" });
  remember();
}

function setMode(mode) {
  root.dataset.mode = mode;
  for (const button of root.querySelectorAll("[data-reader-mode]")) {
    button.setAttribute("aria-pressed", button.dataset.readerMode === mode);
  }
  part("steps").hidden = mode !== "single";
  show(current);
}

for (const button of root.querySelectorAll("[data-reader-mode]")) {
  button.addEventListener("click", () => setMode(button.dataset.readerMode));
}
part("previous").addEventListener("click", () => show(current - 1));
part("next").addEventListener("click", () => show(current + 1));

part("zoom").addEventListener("click", (event) => {
  const zoomed = root.toggleAttribute("data-zoomed");
  event.currentTarget.setAttribute("aria-pressed", zoomed);
});

addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowRight: 1, ArrowLeft: -1, j: 1, k: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  show(current + step);
  panels[current].tabIndex = -1; // Tab goes on from the panel that one reads
  panels[current].focus({ preventScroll: true });
});

// Tap the right or left half of the picture, or swipe, in one-panel mode; a zoomed picture is moved instead.
let start = null;
for (const panel of panels) {
  const picture = panel.querySelector("picture");
  if (!picture) continue;
  picture.addEventListener("pointerdown", (event) => { start = { x: event.clientX, y: event.clientY }; });
  picture.addEventListener("pointercancel", () => { start = null; });
  picture.addEventListener("pointerup", (event) => {
    if (!start || root.dataset.mode !== "single" || root.hasAttribute("data-zoomed")) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    start = null;
    if (Math.abs(dx) > 40 && Math.abs(dx) > Math.abs(dy)) show(current + (dx < 0 ? 1 : -1));
    else if (Math.abs(dx) < 8 && Math.abs(dy) < 8) {
      const box = picture.getBoundingClientRect();
      show(current + (event.clientX > box.left + box.width / 2 ? 1 : -1));
    }
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
}

if (ReadAloud.available) {
  const button = part("read");
  const label = button.querySelector("[data-label]");
  const labelStart = label.textContent;
  const rate = root.querySelector("[data-read-rate]");
  button.hidden = part("speed").hidden = false;
  const reader = new ReadAloud();
  const state = (value) => {
    reading = value;
    button.setAttribute("aria-pressed", value);
    label.textContent = value ? button.dataset.labelStop : labelStart;
  };
  const clear = () => root.querySelectorAll(".lines [aria-current]").forEach((line) => line.removeAttribute("aria-current"));
  button.addEventListener("click", async () => {
    if (reading) {
      state(false);
      reader.stop();
      clear();
      return;
    }
    state(true);
    for (let number = current; reading && number < panels.length; number += 1) {
      show(number);
      for (const line of panels[number].querySelectorAll(".lines p")) {
        if (!reading) break;
        clear();
        line.setAttribute("aria-current", "true");
        await reader.read(line, Number(rate.value));
      }
    }
    clear();
    state(false);
  });
}

// In the strip the place is the panel in the middle of the screen.
const observer = new IntersectionObserver((entries) => {
  if (reading || root.dataset.mode !== "strip") return;
  for (const entry of entries) if (entry.isIntersecting) show(panels.indexOf(entry.target), { scroll: false });
}, { rootMargin: "-45% 0px -45% 0px" });
panels.forEach((panel) => observer.observe(panel));

let remembered = {};
try {
  remembered = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
} catch {
  // Start at the first panel.
}
current = Number.isInteger(remembered.panel) ? Math.min(remembered.panel, panels.length - 1) : 0;
if (remembered.mode === "single") setMode("single");
else {
  part("steps").hidden = true;
  show(current, { scroll: current > 0 && !location.hash });
}
