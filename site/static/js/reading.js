// Reading tools: listen, print, keep on this device.
import { ReadAloud } from "./read-aloud.js";
import { saveOffline, savedOffline } from "./offline.js";

for (const box of document.querySelectorAll("[data-read-aloud]")) {
  if (!ReadAloud.available) break;
  box.hidden = false;
  const toggle = box.querySelector("[data-read-toggle]");
  const label = toggle.querySelector("[data-label]");
  const labelStart = label.textContent;
  const rate = box.querySelector("[data-read-rate]");
  const reader = new ReadAloud({
    onState: (speaking) => {
      toggle.setAttribute("aria-pressed", speaking);
      label.textContent = speaking ? toggle.dataset.labelStop : labelStart;
    },
  });
  toggle.addEventListener("click", () => {
    if (reader.speaking) reader.stop();
    else reader.read(document.querySelector(box.dataset.readAloud), Number(rate.value));
  });
  rate.addEventListener("change", () => reader.setRate(Number(rate.value)));
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

if ("serviceWorker" in navigator && "caches" in window) {
  for (const button of document.querySelectorAll("[data-save-offline]")) {
    const pages = button.dataset.saveOffline.split(" ").filter(Boolean);
    const label = button.querySelector("[data-label]");
    const show = (state) => { label.textContent = button.dataset[state]; button.disabled = state === "textSaving"; };
    button.hidden = false;
    if (await savedOffline(pages)) show("textSaved");
    button.addEventListener("click", async () => {
      show("textSaving");
      show((await saveOffline(pages)) ? "textSaved" : "textFailed");
    });
  }
}
