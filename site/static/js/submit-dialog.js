// Before submitting: what is still unanswered, each a link to its question.
export class SubmitDialog {
  constructor({ texts, unanswered, onSure, onBack }) {
    this.texts = texts;
    this.unanswered = unanswered;
    this.dialog = document.querySelector("[data-submit-dialog]");
    this.sure = this.part("sure");
    this.sure.addEventListener("click", onSure);
    this.part("back").addEventListener("click", () => this.close());
    this.dialog.addEventListener("close", onBack);
    this.dialog.addEventListener("click", (event) => { if (event.target.closest("a")) this.close(); });
  }

  part(name) {
    return this.dialog.querySelector(`[data-submit-${name}]`);
  }

  open() {
    const open = this.unanswered();
    this.part("summary").textContent = open.length
      ? this.texts.textSomeUnanswered.replace("{count}", open.length) : this.texts.textAllAnswered;
    this.part("list").replaceChildren(...open.map((slot) => this.item(slot + 1)));
    this.problem("");
    this.dialog.showModal();
  }

  item(number) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#q${number}`;
    link.textContent = this.texts.textQuestion.replace("{number}", number);
    item.append(link);
    return item;
  }

  problem(words) {
    this.part("problem").textContent = words;
  }

  // While submitting, the button says so and does nothing more.
  busy(is) {
    this.sure.dataset.label ??= this.sure.textContent;
    this.sure.textContent = is ? this.texts.textSubmitting : this.sure.dataset.label;
    this.sure.setAttribute("aria-disabled", is);
  }

  close() {
    this.dialog.close();
  }
}
