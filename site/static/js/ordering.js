// Putting items in order without dragging: tap them one after the other, or move them with the arrows. Works by keyboard.
// The selects of the plain form keep the answer; this only shows and changes them.
class Ordering {
  constructor(root) {
    this.root = root;
    this.texts = root.dataset;
    this.list = root.querySelector("[data-ordering-list]");
    this.items = [...this.list.children].map((element) => this.enhance(element));
    this.dealt = [...this.items].sort((one, other) => one.position - other.position);
    this.status = root.querySelector("[data-ordering-status]");
    root.querySelector("[data-ordering-hint-plain]").hidden = true;
    root.querySelector("[data-ordering-hint]").hidden = false;
    root.querySelector("[data-ordering-foot]").hidden = false;
    root.querySelector("[data-ordering-clear]").addEventListener("click", () => this.change([], this.texts.textCleared));
    root.addEventListener("ordering:written", () => this.load());
    root.classList.add("is-enhanced");
    this.load();
  }

  enhance(element) {
    const select = element.querySelector("[data-place]");
    const text = element.querySelector("[data-item-text]");
    const item = { element, select, text: text.textContent.trim(), position: Number(element.dataset.item) };
    select.hidden = true;
    item.pick = button("ordering__pick", "");
    item.up = button("ordering__move", "↑");
    item.down = button("ordering__move", "↓");
    element.prepend(item.pick);
    element.append(item.up, item.down);
    item.pick.addEventListener("click", () => this.toggle(item));
    item.up.addEventListener("click", () => this.move(item, -1));
    item.down.addEventListener("click", () => this.move(item, 1));
    return item;
  }

  // Take over what the selects say.
  load() {
    const placed = this.items.filter((item) => item.select.value);
    this.order = placed.sort((one, other) => one.select.value - other.select.value);
    this.show();
  }

  toggle(item) {
    if (this.order.includes(item)) {
      this.change(this.order.filter((other) => other !== item), this.say("textOut", item));
    } else {
      this.change([...this.order, item], this.say("textNow", item, this.order.length + 1));
    }
    item.pick.focus();
  }

  // The arrows take the list as it stands for the order so far.
  move(item, step) {
    const order = this.shown();
    const from = order.indexOf(item);
    const to = from + step;
    if (to < 0 || to >= order.length) return;
    order.splice(from, 1);
    order.splice(to, 0, item);
    this.change(order, this.say("textNow", item, to + 1));
    (step < 0 ? item.up : item.down).focus();
  }

  change(order, message) {
    this.order = order;
    for (const item of this.items) item.select.value = order.includes(item) ? String(order.indexOf(item) + 1) : "";
    this.show();
    const open = this.items.length - order.length;
    const rest = open ? this.texts.textLeft.replace("{count}", open) : this.texts.textWhole;
    this.status.textContent = `${message} ${order.length ? rest : ""}`;
    this.root.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Items with a place first, the others after them as they were dealt.
  shown() {
    return [...this.order, ...this.dealt.filter((item) => !this.order.includes(item))];
  }

  show() {
    this.list.append(...this.shown().map(({ element }) => element));
    this.shown().forEach((item, place) => {
      const placed = this.order.includes(item);
      item.element.classList.toggle("is-placed", placed);
      item.pick.textContent = placed ? place + 1 : "";
      item.pick.setAttribute("aria-label", placed ? this.say("textPlaced", item, place + 1) : this.say("textPick", item, this.order.length + 1));
      item.up.setAttribute("aria-label", this.say("textUp", item));
      item.down.setAttribute("aria-label", this.say("textDown", item));
      item.up.setAttribute("aria-disabled", place === 0);
      item.down.setAttribute("aria-disabled", place === this.items.length - 1);
    });
  }

  say(text, item, place) {
    return this.texts[text].replace("{item}", item.text).replace("{place}", place);
  }
}

function button(name, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = text;
  return made;
}

for (const root of document.querySelectorAll("[data-ordering]")) new Ordering(root);
