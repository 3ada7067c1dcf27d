// Drag the upper and lower edges of the panels on the strip; the numbers and thumbnails follow, and the other way round.
// Without this file the page works by its numbers and the button that draws it again.

for (const form of document.querySelectorAll("[data-strip]")) {
  const height = Number(form.dataset.stripHeight);
  const picture = form.querySelector("[data-strip-picture]");

  const partsOf = (prefix) => ({
    panel: form.querySelector(`[data-strip-panel="${prefix}"]`),
    thumbnail: form.querySelector(`[data-strip-thumbnail="${prefix}"]`),
    keep: form.querySelector(`[name="${prefix}-keep"]`),
    top: form.querySelector(`[name="${prefix}-top"]`),
    bottom: form.querySelector(`[name="${prefix}-bottom"]`),
  });

  const draw = (prefix) => {
    const { panel, thumbnail, keep, top, bottom } = partsOf(prefix);
    const from = Number(top.value);
    const to = Number(bottom.value);
    const usable = keep.checked && top.value !== "" && bottom.value !== "" && from >= 0 && from < to && to <= height;
    panel.hidden = !usable;
    if (!usable) return;
    panel.style.top = `${(100 * from) / height}%`;
    panel.style.height = `${(100 * (to - from)) / height}%`;
    const [x, , width] = thumbnail.getAttribute("viewBox").split(" ");
    thumbnail.setAttribute("viewBox", `${x} ${from} ${width} ${to - from}`);
  };

  form.addEventListener("input", (event) => {
    const match = /^(.+)-(keep|top|bottom)$/.exec(event.target.name ?? "");
    if (!match) return;
    // Typing the numbers of a new panel means that it is wanted.
    if (match[2] !== "keep" && event.target.value !== "") partsOf(match[1]).keep.checked = true;
    draw(match[1]);
  });

  for (const edge of form.querySelectorAll("[data-strip-edge]")) {
    const prefix = edge.closest("[data-strip-panel]").dataset.stripPanel;
    const side = edge.dataset.stripEdge;
    edge.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      edge.setPointerCapture(event.pointerId);
    });
    edge.addEventListener("pointermove", (event) => {
      if (!edge.hasPointerCapture(event.pointerId)) return;
      const box = picture.getBoundingClientRect();
      const row = Math.round(((event.clientY - box.top) / box.height) * height);
      const { top, bottom } = partsOf(prefix);
      const low = side === "top" ? 0 : Number(top.value) + 16;
      const high = side === "top" ? Number(bottom.value) - 16 : height;
      (side === "top" ? top : bottom).value = Math.min(Math.max(row, low), high);
      draw(prefix);
    });
  }
}
