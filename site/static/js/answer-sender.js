// Sends queued answers until they have arrived: at once, again after a while, and when the network is back.
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;
const TIMEOUT = 15_000;
const OVER = new Set(["time_over", "attempt_ended"]);

// A refusal of the server: its status, code ("" when it was no JSON) and message.
export class Refused extends Error {
  constructor(status, { code = "", message = "" } = {}) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

// onState gets saving, saved, offline, retry or lost; onSaved what the server said of a save; onOver is called when time is up.
export class AnswerSender {
  constructor({ url, token, queue, clock, onState, onSaved, onOver }) {
    Object.assign(this, { url, token, queue, clock, onState, onSaved, onOver });
    this.wait = FIRST_WAIT;
    this.running = null;
    this.held = false;
    addEventListener("online", () => this.now());
  }

  // Post JSON to an address of the attempt; a fresh token is fetched once when the old one was refused. Throws Refused, or
  // TypeError or AbortError when there is no network.
  async post(path, body, { keepalive = false } = {}) {
    const send = () => fetch(this.url + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token },
      body: JSON.stringify(body),
      keepalive,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    let response = await send();
    if (response.status === 403 && !isJson(response)) {
      await this.state();
      response = await send();
    }
    return this.read(response);
  }

  // How the attempt stands on the server.
  async state() {
    const told = await this.read(await fetch(`${this.url}state/`, { signal: AbortSignal.timeout(TIMEOUT) }));
    this.token = told.csrf;
    return told;
  }

  async read(response) {
    const told = isJson(response) ? await response.json() : {};
    if (!response.ok) throw new Refused(response.status, told);
    this.clock.sync(told);
    return told;
  }

  // Every queued answer as the server takes them.
  payload() {
    return Object.fromEntries([...this.queue.entries()].map(([slot, entry]) => [slot, answer(entry)]));
  }

  later(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), milliseconds);
  }

  // While the attempt is being submitted nothing else is sent; resolves once no request is under way.
  async hold() {
    this.held = true;
    clearTimeout(this.timer);
    await this.running;
  }

  release() {
    this.held = false;
    this.later(this.wait);
  }

  // Send what is queued; resolves when nothing is left or sending failed. Only one request is under way at a time.
  async now(options) {
    clearTimeout(this.timer);
    if (this.held) return;
    this.running ??= this.run(options).finally(() => { this.running = null; });
    await this.running;
  }

  async run(options) {
    while (this.queue.size && !this.held) {
      const slow = setTimeout(() => this.onState("saving"), 600);
      const sent = this.queue.entries();
      try {
        const told = await this.post("save/", { answers: this.payload() }, options);
        for (const [slot, entry] of sent) this.queue.arrived(slot, entry);
        this.wait = FIRST_WAIT;
        this.onSaved(told);
      } catch (error) {
        return this.failed(error);
      } finally {
        clearTimeout(slow);
      }
    }
    if (!this.queue.size) this.onState("saved");
  }

  failed(error) {
    if (error instanceof Refused && OVER.has(error.code)) {
      this.onOver(); // not waited for: it waits for this request itself
      return;
    }
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) return this.onState("lost");
    const offline = !(error instanceof Refused);
    this.onState(offline ? "offline" : "retry");
    this.later(this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}

// One answer as the server takes it.
export function answer({ raw, given }) {
  return { raw, given_ms: given };
}

function isJson(response) {
  return response.headers.get("Content-Type")?.startsWith("application/json");
}
