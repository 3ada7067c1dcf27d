// The answer card: which questions are answered, which are in doubt, where one is; and one question a screen or all on one page.
import { readMarks, writeMarks } from "./marks.js";

const VIEW_AGE = 365 * 24 * 3600;

export class AnswerCard {
  constructor(form, questions, texts) {
    this.form = form;
    this.questions = questions;
    this.texts = texts;
    this.marks = readMarks(texts.attempt);
    this.links = new Map([...form.querySelectorAll("[data-nav]")].map((link) => [Number(link.dataset.nav), link]));
    for (const [slot, { section }] of questions) {
      const button = section.querySelector("[data-mark]");
      button.hidden = false;
      button.addEventListener("click", () => this.mark(slot, button));
      this.show(slot);
    }
    addEventListener("hashchange", () => this.showCurrent());
    this.showCurrent();
  }

  answered(slot, is) {
    this.links.get(slot).classList.toggle("is-answered", is);
    this.show(slot);
    const done = this.questions.size - this.unanswered().length;
    this.form.querySelector("[data-count]").textContent = this.texts.textCount.replace("{done}", done).replace("{all}", this.questions.size);
    this.form.querySelector(".sheetbar progress").value = done;
  }

  unanswered() {
    return [...this.links].filter(([, link]) => !link.classList.contains("is-answered")).map(([slot]) => slot);
  }

  mark(slot) {
    this.marks[this.marks.has(slot) ? "delete" : "add"](slot);
    writeMarks(this.texts.attempt, this.marks);
    this.show(slot);
  }

  show(slot) {
    const link = this.links.get(slot);
    const marked = this.marks.has(slot);
    const state = link.classList.contains("is-answered") ? this.texts.textAnswered : this.texts.textUnanswered;
    link.classList.toggle("is-marked", marked);
    link.querySelector("[data-nav-state]").textContent = marked ? `${state} ${this.texts.textMarked}` : state;
    this.questions.get(slot).section.querySelector("[data-mark]").setAttribute("aria-pressed", marked);
  }

  // The question of the address; another fragment (the skip link's) leaves it where it was.
  showCurrent() {
    const sections = [...this.questions.values()].map(({ section }) => section);
    const current = sections.find((section) => `#${section.id}` === location.hash)
      ?? sections.find((section) => section.classList.contains("is-current"));
    for (const section of sections) section.classList.toggle("is-current", section === current);
    for (const link of this.links.values()) {
      if (link.hash === `#${current.id}`) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  }

  // The question at the top of the screen stays there.
  toggleView() {
    const top = [...this.questions.values()].find(({ section }) => section.getBoundingClientRect().bottom > 120)?.section;
    const view = this.form.dataset.view === "one" ? "all" : "one";
    const button = this.form.querySelector("[data-view-toggle]");
    this.form.dataset.view = view;
    button.textContent = view === "one" ? button.dataset.textAll : button.dataset.textOne;
    document.cookie = `quiz_view=${view}; path=/; max-age=${VIEW_AGE}; samesite=lax`;
    if (top) {
      location.replace(`#${top.id}`);
      top.scrollIntoView({ block: "start" });
    }
    this.showCurrent();
  }
}
