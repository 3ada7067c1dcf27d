"""A voice for the browser tests: it notes what it is asked to say instead of saying it."""

from playwright.sync_api import BrowserContext

# `auto` ends every utterance by itself; otherwise it goes on until speech.finish() or a cancel.
SCRIPT = """
window.speech = { said: [], auto: true, current: null };
speech.finish = () => { const u = speech.current; speech.current = null; u?.onend?.(); };
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "en-US" }, { lang: "zh-CN", name: "voice" }],
  speak(u) {
    speech.current = u;
    const range = [...(CSS.highlights.get("reading") ?? [])][0];
    speech.said.push({
      text: u.text, rate: u.rate, lang: u.lang, voice: u.voice?.lang,
      marked: range ? range.toString().trim() : null,
      line: document.querySelector(".lines [aria-current]")?.textContent ?? null,
      panel: document.querySelector(".panel.is-current")?.dataset.panel ?? null,
    });
    if (speech.auto) setTimeout(speech.finish, 5);
  },
  cancel() { const u = speech.current; speech.current = null; u?.onerror?.(); },
} });
"""


def give_voice(context: BrowserContext) -> None:
    context.add_init_script(SCRIPT)
