// The raw answer of a question, read from its controls and written into them. quizzes/question_inputs.py names the fields;
// everything is a position as it was dealt.
const fields = (box) => [...box.querySelectorAll("[name]")].filter(
  ({ name }) => name === box.dataset.field || name.startsWith(`${box.dataset.field}-`));
const checked = (box) => fields(box).filter((input) => input.checked).map((input) => input.value);
const places = (box) => [...box.querySelectorAll("[data-item]")].map(
  (item) => ({ position: Number(item.dataset.item), select: item.querySelector("[data-place]") }));
const byName = (list) => list.sort((one, other) => Number(one.name.split("-").pop()) - Number(other.name.split("-").pop()));
const number = (value) => (value === "" || value === undefined ? null : Number(value));

const TYPES = {
  single_choice: {
    read: (box) => number(checked(box)[0]),
    write: (box, raw) => check(box, raw === null ? [] : [String(raw)]),
  },
  multiple_choice: {
    read: (box) => (checked(box).length ? checked(box).map(Number) : null),
    write: (box, raw) => check(box, (raw ?? []).map(String)),
  },
  true_false: {
    read: (box) => ({ true: true, false: false })[checked(box)[0]] ?? null,
    write: (box, raw) => check(box, raw === null ? [] : [String(raw)]),
  },
  fill_in: {
    read: (box) => (fields(box).some((input) => input.value.trim()) ? fields(box).map((input) => input.value) : null),
    write: (box, raw) => fields(box).forEach((input, place) => { input.value = raw?.[place] ?? ""; }),
  },
  numeric: {
    read: (box) => fields(box)[0].value.trim() || null,
    write: (box, raw) => { fields(box)[0].value = raw ?? ""; },
  },
  // An order counts once every item has its own place.
  ordering: {
    read: (box) => {
      const placed = places(box).filter(({ select }) => select.value);
      const different = new Set(placed.map(({ select }) => select.value)).size;
      if (different < places(box).length) return null;
      return placed.sort((one, other) => one.select.value - other.select.value).map(({ position }) => position);
    },
    write: (box, raw) => {
      for (const { position, select } of places(box)) select.value = raw ? String(raw.indexOf(position) + 1) : "";
      box.querySelector("[data-ordering]").dispatchEvent(new CustomEvent("ordering:written"));
    },
  },
  matching: {
    read: (box) => {
      const chosen = byName(fields(box)).map((select) => number(select.value));
      return chosen.some((entry) => entry !== null) ? chosen : null;
    },
    write: (box, raw) => byName(fields(box)).forEach((select, place) => { select.value = String(raw?.[place] ?? ""); }),
  },
  case_study: {
    read: (box) => {
      const raws = parts(box).map(readRaw);
      return raws.some((raw) => raw !== null) ? raws : null;
    },
    write: (box, raw) => parts(box).forEach((part, place) => writeRaw(part, raw?.[place] ?? null)),
  },
};

const parts = (box) => [...box.querySelectorAll("[data-answer]")];

function check(box, values) {
  for (const input of fields(box)) input.checked = values.includes(input.value);
}

export function readRaw(box) {
  return TYPES[box.dataset.answer].read(box);
}

export function writeRaw(box, raw) {
  TYPES[box.dataset.answer].write(box, raw);
}
