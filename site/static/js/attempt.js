// Answering: every answer is kept on the device at once and saved as soon as it can be; the clock is the server's.
import { AttemptClock, clockFace } from "./attempt-clock.js";
import { AnswerQueue } from "./answer-queue.js";
import { AnswerSender, Refused, answer } from "./answer-sender.js";
import { readRaw, writeRaw } from "./answer-raw.js";
import { AnswerCard } from "./answer-card.js";
import { ReadAloud } from "./read-aloud.js";
import { SubmitDialog } from "./submit-dialog.js";

const TYPING_PAUSE = 800; // milliseconds without a key before what was typed is sent
const LAST_SECONDS = 6; // from here on nothing waits
const AGAIN = 10_000; // milliseconds until a submission without a network is tried again
const ANNOUNCED = [5 * 60, 60]; // seconds left

const form = document.querySelector("[data-attempt]");
const texts = form.dataset;
const part = (name) => form.querySelector(`[data-${name}]`);
const questions = new Map([...form.querySelectorAll("[data-slot]")].map((section) => [Number(section.dataset.slot), {
  section,
  box: section.querySelector("[data-answer]"),
  problem: section.querySelector("[data-problem]"),
}]));
const saved = JSON.parse(form.elements.shown.value);
const known = new Map([...questions.keys()].map((slot) => [slot, JSON.stringify(saved[slot] ?? null)]));

const [navigation] = performance.getEntriesByType("navigation");
const clock = new AttemptClock({
  elapsedMs: Number(texts.elapsedMs),
  secondsLeft: texts.secondsLeft ? Number(texts.secondsLeft) : null,
  lastGivenMs: Number(texts.lastGivenMs),
  at: navigation?.responseStart ?? 0,
});
const queue = new AnswerQueue(texts.attempt);
const card = new AnswerCard(form, questions, texts);
let changes = 0; // counts answers given here, so that an older report of the server is not taken for news
let leaving = false;

const sender = new AnswerSender({
  url: texts.url,
  token: form.elements.csrfmiddlewaretoken.value,
  queue,
  clock,
  onState: showState,
  onSaved: (told) => {
    for (const [slot, raw] of Object.entries(told.newer)) takeOver(Number(slot), raw);
    for (const [slot, message] of Object.entries(told.refused)) questions.get(Number(slot)).problem.textContent = message;
  },
  onOver: () => submit(),
});

function showState(state) {
  const words = { saving: texts.textSaving, saved: texts.textSaved, offline: texts.textOffline, retry: texts.textRetry, lost: "" };
  part("status").textContent = words[state];
  part("status").dataset.state = state;
  part("trouble").hidden = state !== "lost";
  if (state === "lost") part("trouble-text").textContent = texts.textLost;
}

// An answer given later somewhere else.
function takeOver(slot, raw, { say = true } = {}) {
  show(slot, raw);
  if (say) questions.get(slot).problem.textContent = texts.textNewer;
}
function show(slot, raw) {
  known.set(slot, JSON.stringify(raw));
  writeRaw(questions.get(slot).box, raw);
  card.answered(slot, raw !== null);
}

// Whatever was changed in a question goes into the queue; typing is sent after a pause.
function given(event, pause) {
  const slot = Number(event.target.closest("[data-slot]")?.dataset.slot ?? -1);
  const question = questions.get(slot);
  if (!question || !event.target.closest("[data-answer]")) return;
  const raw = readRaw(question.box);
  if (JSON.stringify(raw) !== known.get(slot)) {
    known.set(slot, JSON.stringify(raw));
    changes += 1;
    queue.put(slot, raw, clock.given());
    question.problem.textContent = "";
    card.answered(slot, raw !== null);
  }
  const left = clock.left();
  if (queue.size) sender.later(left !== null && left < LAST_SECONDS ? 0 : pause);
}
form.addEventListener("input", (event) => given(event, event.target.matches("input[type=text]") ? TYPING_PAUSE : 0));
form.addEventListener("change", (event) => given(event, 0));

// What the server has may have been changed on another tab or device; or, right after a reload, by the page before.
let refreshing = null;
function refresh(options) {
  refreshing ??= takeNews(options).finally(() => { refreshing = null; });
  return refreshing;
}
async function takeNews(options) {
  const before = changes;
  try {
    const told = await sender.state();
    if (told.ended) return submit();
    if (before !== changes) return;
    for (const [slot, raw] of Object.entries(told.answers)) {
      if (!queue.get(slot) && JSON.stringify(raw) !== known.get(Number(slot))) takeOver(Number(slot), raw, options);
    }
    const lockedElsewhere = told.locked.some((slot) => !questions.get(slot).box.disabled);
    if (lockedElsewhere && !queue.size) return location.reload();
    await sender.now();
  } catch (error) {
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) showState("lost");
  }
}
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") refresh();
  else sender.now({ keepalive: true });
});
addEventListener("focus", () => refresh());
addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });
part("retry").addEventListener("click", () => refresh());
addEventListener("beforeunload", (event) => { if (queue.size && !leaving) event.preventDefault(); });

// The clock: shown every second, said aloud at five minutes and at one.
let unsaid = ANNOUNCED.filter((seconds) => clock.left() > seconds);
function tick() {
  const left = clock.left();
  part("clock-face").textContent = clockFace(left);
  part("clock").classList.toggle("is-low", left <= ANNOUNCED.at(-1));
  const due = unsaid.filter((seconds) => left <= seconds);
  if (due.length) {
    unsaid = unsaid.filter((seconds) => !due.includes(seconds));
    part("notice").textContent = texts.textMinutes.replace("{minutes}", due.at(-1) / 60);
  }
  if (left === 0 && !leaving) {
    part("notice").textContent = texts.textOver;
    submit();
  }
}
if (clock.left() !== null) {
  tick();
  setInterval(tick, 500);
}

// Submit what is queued with the attempt; twice is once. Without a network it is tried again
// until it arrives or the person goes back to the questions.
const dialog = new SubmitDialog({
  texts,
  unanswered: () => card.unanswered(),
  onSure: () => submit(),
  onBack: () => { wanted = false; },
});
let submitting = null;
let wanted = false;
function submit() {
  wanted = true;
  submitting ??= send().finally(() => { submitting = null; });
  return submitting;
}
async function send() {
  dialog.busy(true);
  await sender.hold();
  try {
    const told = await sender.post("submit/", { answers: sender.payload() });
    leaving = true;
    queue.clear();
    location.assign(told.result);
  } catch (error) {
    sender.release();
    dialog.busy(false);
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) {
      dialog.close();
      return showState("lost");
    }
    const words = error instanceof Refused && error.message ? error.message : texts.textNotSubmitted;
    dialog.problem(words);
    part("notice").textContent = words;
    setTimeout(submitAgain, AGAIN);
  }
}
function submitAgain() {
  if (wanted) submit();
}
addEventListener("online", submitAgain);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const what = event.submitter?.value ?? "save";
  if (what === "submit") dialog.open();
  else if (what.startsWith("check:")) check(Number(what.slice("check:".length)));
  else if (what.startsWith("view:")) card.toggleView();
  else sender.now();
});

// Check one answer: it is locked, and what may be said about it is shown.
async function check(slot) {
  const { section, box, problem } = questions.get(slot);
  const button = section.querySelector("[data-check]");
  if (button.getAttribute("aria-disabled") === "true") return;
  const entry = queue.get(slot);
  try {
    const told = await sender.post("check/", { slot, answer: entry && answer(entry) });
    if (entry) queue.arrived(slot, entry);
    show(slot, told.raw);
    box.disabled = true;
    button.setAttribute("aria-disabled", "true");
    problem.textContent = "";
    section.querySelector("[data-outcome]").innerHTML = told.html;
  } catch (error) {
    problem.textContent = error instanceof Refused ? error.message : texts.textOffline;
    if (error instanceof Refused && error.code === "time_over") submit();
  }
}

// One question read aloud; the button that started it stops it.
if (ReadAloud.available) {
  let button = null;
  const reader = new ReadAloud({
    onState: (speaking) => {
      if (!button) return;
      button.setAttribute("aria-pressed", speaking);
      button.querySelector("[data-label]").textContent = speaking ? texts.textStop : button.dataset.start;
    },
  });
  for (const { section } of questions.values()) {
    const own = section.querySelector("[data-listen]");
    own.dataset.start = own.querySelector("[data-label]").textContent;
    own.hidden = false;
    own.addEventListener("click", () => {
      const stop = reader.speaking && button === own;
      reader.stop();
      if (stop) return;
      button = own;
      reader.read(section.querySelector("[data-answer]"), document.documentElement.dataset.mode === "elder" ? 0.85 : 1);
    });
  }
}

part("save").hidden = true;
for (const [slot, { raw }] of queue.entries()) {
  if (questions.has(slot) && !questions.get(slot).box.disabled) show(slot, raw);
}
refresh({ say: false });
