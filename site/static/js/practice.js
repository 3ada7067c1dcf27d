// Self-checks answer at once; checklists remember their ticks on this device.
for (const form of document.querySelectorAll("[data-self-check]")) {
  const button = form.querySelector("[data-check]");
  const verdict = form.querySelector("[data-verdict]");
  const options = [...form.querySelectorAll(".option")];
  button.hidden = false;
  form.querySelector("[data-answer]").hidden = true;

  const clear = () => {
    verdict.textContent = "";
    for (const option of options) {
      option.classList.remove("is-right", "is-wrong");
      option.querySelector("[data-feedback]").hidden = true;
    }
  };
  form.addEventListener("change", clear);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clear();
    const chosen = options.filter((option) => option.querySelector("input").checked);
    if (!chosen.length) {
      verdict.textContent = verdict.dataset.textEmpty;
      return;
    }
    const isRight = (option) => option.dataset.correct === "true";
    const right = options.every((option) => isRight(option) === chosen.includes(option));
    for (const option of right ? options.filter(isRight) : chosen) {
      option.classList.add(isRight(option) ? "is-right" : "is-wrong");
      option.querySelector("[data-feedback]").hidden = false;
    }
    verdict.textContent = right ? verdict.dataset.textRight : verdict.dataset.textWrong;
    if (!right) form.querySelector("[data-answer]").hidden = false;
  });
}

const TICKS = `mingbai.ticks.${location.pathname}`;
const boxes = [...document.querySelectorAll(".checklist input[type=checkbox]")];
try {
  const ticked = new Set(JSON.parse(localStorage.getItem(TICKS) ?? "[]"));
  boxes.forEach((box, number) => {
    box.checked = ticked.has(number);
    box.addEventListener("change", () => {
      ticked[box.checked ? "add" : "delete"](number);
      localStorage.setItem(TICKS, JSON.stringify([...ticked]));
    });
  });
} catch {
  // Without a store the ticks simply last as long as the page.
}
