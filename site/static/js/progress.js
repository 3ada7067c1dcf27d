// Which steps of which lessons have been finished. Kept in the browser; for a signed-in reader it moves to the account.
const KEY = "mingbai.progress";
const token = document.querySelector("meta[name=csrf-token]")?.content;

export function readLocal() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return stored && typeof stored === "object" && !Array.isArray(stored) ? stored : {};
  } catch {
    return {};
  }
}

function writeLocal(progress) {
  try {
    localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // A full or forbidden store only means that progress is not remembered.
  }
}

async function send(path, body) {
  const response = await fetch(`/api/v1${path}`, {
    method: body ? "POST" : "GET",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

// Steps go to the browser first, so that nothing is lost without a network; the account takes them over when it can.
export function addSteps(lesson, steps) {
  const progress = readLocal();
  progress[lesson] = [...new Set([...(progress[lesson] ?? []), ...steps])];
  writeLocal(progress);
  if (token) mergeIntoAccount();
  return progress[lesson];
}

let merging = Promise.resolve();
function mergeIntoAccount() {
  merging = merging.then(async () => {
    const lessons = readLocal();
    if (!Object.keys(lessons).length) return;
    await send("/progress/merge", { lessons });
    const now = readLocal();
    for (const [lesson, steps] of Object.entries(lessons)) {
      if (now[lesson]?.length === steps.length) delete now[lesson];
    }
    writeLocal(now);
  }).catch(() => {});
  return merging;
}

// All that is known: { lesson id: Set of step ids }.
export async function readAll() {
  const known = new Map(Object.entries(readLocal()).map(([lesson, steps]) => [Number(lesson), { steps: new Set(steps), completed: false }]));
  if (token) {
    await mergeIntoAccount();
    try {
      for (const row of await send("/progress")) {
        const steps = new Set([...row.steps, ...(known.get(row.lesson)?.steps ?? [])]);
        known.set(row.lesson, { steps, completed: row.completed });
      }
    } catch {
      // Offline: what the browser knows is shown.
    }
  }
  return known;
}

if (token) addEventListener("online", mergeIntoAccount);

// A course's list of lessons shows what has been done.
const list = document.querySelector("[data-course]");
if (list) {
  const known = await readAll();
  for (const item of list.querySelectorAll("[data-lesson]")) {
    const lesson = known.get(Number(item.dataset.lesson));
    if (!lesson) continue;
    const all = (item.dataset.steps ?? "").split(" ").filter(Boolean);
    const done = all.filter((step) => lesson.steps.has(step)).length;
    const finished = lesson.completed || (all.length && done === all.length);
    item.querySelector("[data-lesson-state]").textContent = finished ? `✓ ${list.dataset.textDone}` : `${done} / ${all.length}`;
  }
}
