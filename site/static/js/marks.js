// Questions that a person wants to come back to; a note to oneself on this device.
const key = (attempt) => `mingbai.marks.${attempt}`;

export function readMarks(attempt) {
  try {
    return new Set(JSON.parse(localStorage.getItem(key(attempt)) ?? "[]"));
  } catch {
    return new Set();
  }
}

export function writeMarks(attempt, marks) {
  try {
    localStorage.setItem(key(attempt), JSON.stringify([...marks]));
  } catch {
    // Without a store the marks last as long as the page.
  }
}

export function forgetMarks(attempt) {
  try {
    localStorage.removeItem(key(attempt));
  } catch {
    // Nothing was kept.
  }
}
