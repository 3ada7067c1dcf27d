// Adds people to a list of ticked boxes in the CMS: search, press a name, and it joins the list.
const WAIT = 250;

function box(name, person) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", name, value: person.id, checked: true });
  label.append(input, ` ${person.label}`);
  return label;
}

function start(field) {
  const search = field.querySelector("[data-people-search]");
  const results = field.querySelector("[data-people-results]");
  const chosen = field.querySelector("[data-people-chosen]");
  const { name, url } = field.dataset;
  let timer;
  let latest = 0;

  async function find() {
    const words = search.value.trim();
    const number = ++latest;
    if (!words) {
      results.replaceChildren();
      return;
    }
    const response = await fetch(`${url}?${new URLSearchParams({ q: words })}`, { headers: { Accept: "application/json" } });
    if (number !== latest || !response.ok) return;
    const { people } = await response.json();
    results.replaceChildren(
      ...(people.length ? people.map((person) => button(person)) : [document.createTextNode(field.dataset.nobody)]),
    );
  }

  function button(person) {
    const one = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button button-secondary button-small",
      textContent: `+ ${person.label}`,
    });
    one.addEventListener("click", () => {
      const present = [...chosen.querySelectorAll("input")].find((input) => input.value === String(person.id));
      if (present) present.checked = true;
      else chosen.append(box(name, person));
      one.remove();
      chosen.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return one;
  }

  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT);
  });
  // Enter searches; it does not send the form.
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(timer);
      find();
    }
  });
}

document.querySelectorAll("[data-people]").forEach(start);
