// Keeping pages on the device: the page, its styles, scripts and pictures go into a cache that the service worker serves.
export const SAVED = "mingbai-saved";

export async function savedOffline(pages) {
  const cache = await caches.open(SAVED);
  const found = await Promise.all(pages.map((page) => cache.match(page)));
  return found.every(Boolean);
}

// Save every page with what it needs; false when one could not be fetched (what was saved before stays).
export async function saveOffline(pages) {
  const cache = await caches.open(SAVED);
  try {
    for (const page of pages) {
      const response = await fetch(page, { credentials: "same-origin" });
      if (!response.ok) return false;
      const copy = response.clone();
      const parsed = new DOMParser().parseFromString(await response.text(), "text/html");
      const needed = [...parsed.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]")]
        .map((element) => new URL(element.getAttribute("href") ?? element.getAttribute("src"), location.href))
        .filter((url) => url.origin === location.origin)
        .map((url) => url.pathname);
      for (const source of parsed.querySelectorAll("source[srcset]")) {
        const smallest = source.getAttribute("srcset").split(",")[0].trim().split(" ")[0];
        needed.push(new URL(smallest, location.href).pathname);
      }
      await cache.addAll([...new Set(needed)]);
      await cache.put(page, copy);
    }
    return true;
  } catch {
    return false;
  }
}
