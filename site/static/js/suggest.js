// Suggestions while typing, for every <form data-suggest="/search/suggest/"> with an input[type=search] in it.
// The combobox pattern of the ARIA guide: the focus stays in the input, aria-activedescendant names the option.
// A form without scripts still searches; data-suggest-label names the list for screen readers.
const WAIT = 150;
let lists = 0;

function combobox(form, input) {
  const list = document.createElement("ul");
  list.id = `suggest-${++lists}`;
  list.className = "suggest";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestLabel ?? "");
  form.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  let timer, request, active = -1, asked = "";

  const mark = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    const option = list.children[index];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", open);
    if (!open) mark(-1);
  };
  const close = () => {
    clearTimeout(timer);
    request?.abort();
    asked = "";
    show(false);
  };
  const fill = (suggestions) => {
    list.replaceChildren(...suggestions.map(({ title, url, kind }, i) => {
      const option = document.createElement("li");
      const label = document.createElement("span");
      const note = document.createElement("span");
      option.id = `${list.id}-${i}`;
      option.className = "suggest__option";
      option.setAttribute("role", "option");
      option.dataset.url = url;
      label.textContent = title;
      note.textContent = kind;
      note.className = "suggest__kind";
      option.append(label, note);
      return option;
    }));
    mark(-1);
    show(suggestions.length > 0);
  };
  const ask = async () => {
    const query = input.value.trim();
    if (query === asked) return;
    if (!query) return close();
    asked = query;
    request?.abort();
    request = new AbortController();
    try {
      const address = new URL(form.dataset.suggest, location.href);
      address.searchParams.set("q", query);
      const answer = await fetch(address, { signal: request.signal });
      if (answer.ok) fill((await answer.json()).suggestions);
    } catch { /* overtaken by the next letter, or no network: the form still works */ }
  };

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    // While an input method is composing, the letters are not yet what the reader means.
    if (!event.isComposing) timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.children.length, open = !list.hidden;
    if (event.key === "Escape" && open) close();
    else if (event.key === "ArrowDown" && count) { show(true); mark((active + 1) % count); }
    else if (event.key === "ArrowUp" && open) mark(active < 1 ? count - 1 : active - 1);
    else if (event.key === "Enter" && open && active >= 0) location.assign(list.children[active].dataset.url);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the input
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[data-url]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
}

for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.querySelector("input[type=search]");
  if (input) combobox(form, input);
}
