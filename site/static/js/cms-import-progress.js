/* Asks for one chunk after another until the import is done. Where it stands is kept by the server: closing the page only pauses it. */
const page = document.querySelector("[data-import-progress]");
const form = page.querySelector("form");
const bar = page.querySelector("progress");
const words = page.querySelector("[data-import-words]");
const trouble = page.querySelector("[data-import-trouble]");
const RETRIES = 5;

async function nextChunk() {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new FormData(form),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.error), { refused: response.status < 500 });
  return answer;
}

function show({ written, total }) {
  bar.max = total;
  bar.value = written;
  words.textContent = words.dataset.pattern.replace("{written}", written).replace("{total}", total);
}

async function run() {
  form.querySelector("button").hidden = true;
  let failures = 0;
  for (;;) {
    try {
      const answer = await nextChunk();
      failures = 0;
      show(answer);
      if (answer.done) {
        window.location.reload();
        return;
      }
    } catch (error) {
      failures += 1;
      if (error.refused || failures > RETRIES) {
        trouble.textContent = error.refused ? error.message : trouble.dataset.words;
        trouble.hidden = false;
        form.querySelector("button").hidden = false;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * failures));
    }
  }
}

run();
