// Reads a part of the page with the browser's own voice, sentence by sentence, and marks the sentence being read.
// Long texts are cut into sentences because several browsers stop speaking after some fifteen seconds of one utterance.
const SKIPPED = "button, select, input, script, style, [hidden], [aria-hidden=true], .tools, .neighbours, .step__done, .tags, .self-check, .visually-hidden, .kicker svg";
// What is spoken for itself, with a pause after it; a speaker's name must not run into what she says.
const SPOKEN_ALONE = "p, li, dt, dd, h1, h2, h3, h4, td, th, figcaption, legend, label, summary, .lines b, .lines span, .facts span, .step__number";
const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;”’）】]*|\n/g;

export class ReadAloud {
  static available = "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;

  constructor({ onState = () => {}, onSentence = () => {} } = {}) {
    this.onState = onState;
    this.onSentence = onSentence;
    this.speaking = false;
    this.rate = 1;
    this.turn = 0;
    addEventListener("pagehide", () => this.stop());
  }

  // Speak every sentence below `element`, from the start. Resolves when done or stopped.
  read(element, rate) {
    this.queue = sentences(element);
    this.position = 0;
    this.rate = rate;
    this.begin();
    return this.speakNext(this.turn);
  }

  begin() {
    speechSynthesis.cancel();
    this.turn += 1;
    this.speaking = true;
    this.onState(true);
  }

  setRate(rate) {
    this.rate = rate;
    if (!this.speaking) return;
    this.begin();
    this.speakNext(this.turn);
  }

  stop() {
    this.turn += 1;
    speechSynthesis.cancel();
    unmark();
    if (!this.speaking) return;
    this.speaking = false;
    this.onState(false);
  }

  async speakNext(turn) {
    while (this.turn === turn && this.position < this.queue.length) {
      const sentence = this.queue[this.position];
      mark(sentence.range);
      this.onSentence(sentence);
      await speak(sentence.text, this.rate);
      if (this.turn === turn) this.position += 1;
    }
    if (this.turn === turn) this.stop();
  }
}

function speak(text, rate) {
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = "zh-CN";
    utterance.rate = rate;
    utterance.voice = speechSynthesis.getVoices().find((voice) => /^zh[-_](CN|Hans)/i.test(voice.lang)) ?? null;
    utterance.onend = utterance.onerror = resolve;
    speechSynthesis.speak(utterance);
  });
}

// Every readable sentence as its text and the range that it covers.
function sentences(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() && !node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  for (let block = null, parts = []; ;) {
    const node = walker.nextNode();
    const nextBlock = node?.parentElement.closest(SPOKEN_ALONE);
    if (parts.length && (!node || nextBlock !== block)) {
      found.push(...split(parts));
      parts = [];
    }
    if (!node) return found;
    block = nextBlock;
    parts.push(node);
  }
}

// A sentence may run over several text nodes (a bold word in it), so positions are counted over all of them.
function split(nodes) {
  const text = nodes.map((node) => node.data).join("");
  const at = (offset) => {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
    return [nodes.at(-1), nodes.at(-1).length];
  };
  return [...text.matchAll(SENTENCE)].filter((match) => /[\p{L}\p{N}]/u.test(match[0])).map((match) => {
    const range = document.createRange();
    range.setStart(...at(match.index));
    range.setEnd(...at(match.index + match[0].length));
    return { text: match[0].replace(/\s+/g, " ").trim(), range };
  });
}

function mark(range) {
  if ("highlights" in CSS) CSS.highlights.set("reading", new Highlight(range));
  const box = range.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 80) {
    scrollBy({ top: box.top - innerHeight / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }
}

function unmark() {
  if ("highlights" in CSS) CSS.highlights.delete("reading");
}
