// Answers that the server does not have yet, kept on this device: they outlast a reload, a crash and a lost network.
// One key for each question, so that two tabs of one attempt do not overwrite each other's.
const PREFIX = "mingbai.answer.";

export class AnswerQueue {
  constructor(attempt) {
    this.prefix = `${PREFIX}${attempt}.`;
    this.store = usableStore();
  }

  // raw: as answer-raw.js reads it; given: milliseconds since the start of the attempt.
  put(slot, raw, given) {
    try {
      this.store.setItem(this.prefix + slot, JSON.stringify({ raw, given }));
    } catch {
      // The store is full or was forbidden meanwhile: what is left of it moves into memory.
      const kept = this.entries();
      this.store = memoryStore();
      for (const [old, entry] of kept) this.put(old, entry.raw, entry.given);
      this.put(slot, raw, given);
    }
  }

  get(slot) {
    try {
      return JSON.parse(this.store.getItem(this.prefix + slot));
    } catch {
      return null;
    }
  }

  // Map of slot → { raw, given }.
  entries() {
    const keys = Array.from({ length: this.store.length }, (_, number) => this.store.key(number));
    const own = keys.filter((key) => key?.startsWith(this.prefix)).map((key) => Number(key.slice(this.prefix.length)));
    return new Map(own.map((slot) => [slot, this.get(slot)]).filter(([, entry]) => entry));
  }

  get size() {
    return this.entries().size;
  }

  // Forget an answer that has arrived, unless it was changed since it was sent.
  arrived(slot, sent) {
    if (JSON.stringify(this.get(slot)) === JSON.stringify(sent)) this.store.removeItem(this.prefix + slot);
  }

  clear() {
    for (const slot of this.entries().keys()) this.store.removeItem(this.prefix + slot);
  }
}

function usableStore() {
  try {
    localStorage.setItem(PREFIX, "");
    localStorage.removeItem(PREFIX);
    return localStorage;
  } catch {
    return memoryStore();
  }
}

function memoryStore() {
  const map = new Map();
  return {
    get length() { return map.size; },
    key: (number) => [...map.keys()][number],
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key),
  };
}
