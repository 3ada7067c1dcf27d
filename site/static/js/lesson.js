// A lesson: the rail shows where one is and what is done; a step counts when its reader says so.
import "./practice.js";
import { addSteps, readAll } from "./progress.js";

const root = document.querySelector("[data-lesson]");
const lesson = Number(root.dataset.lesson);
const steps = [...root.querySelectorAll("[data-step]")];
const done = new Set();
const links = new Map(
  [...root.querySelectorAll("[data-step-link]")].map((item) => [item.dataset.stepLink, item]),
);
const text = root.querySelector("[data-progress-text]");
const progress = root.querySelector("[data-progress]");
const finished = root.querySelector("[data-lesson-finished]");

function show() {
  for (const [id, item] of links) {
    item.classList.toggle("done", done.has(id));
    item.querySelector("[data-step-state]").textContent = done.has(id) ? root.dataset.textDone : "";
  }
  const count = steps.filter((step) => done.has(step.dataset.step)).length;
  text.textContent = text.dataset.text.replace("{done}", count).replace("{all}", steps.length);
  progress.hidden = false;
  progress.querySelector("progress").value = count;
  finished.hidden = count < steps.length;
}

steps.forEach((step, number) => {
  const button = step.querySelector("[data-step-done]");
  button.hidden = false;
  button.addEventListener("click", () => {
    done.add(step.dataset.step);
    addSteps(lesson, [step.dataset.step]);
    show();
    const heading = steps[number + 1]?.querySelector("h2") ?? finished;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "start" });
  });
});

const observer = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    for (const item of links.values()) item.firstElementChild.removeAttribute("aria-current");
    links.get(entry.target.dataset.step)?.firstElementChild.setAttribute("aria-current", "step");
  }
}, { rootMargin: "-20% 0px -70% 0px" });
steps.forEach((step) => observer.observe(step));

const known = await readAll();
for (const step of known.get(lesson)?.steps ?? []) done.add(step);
show();
