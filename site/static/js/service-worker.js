// Pages read once and guides that were saved open without a network. Pages: network first, so that publishing shows at once.
// Fingerprinted files: cache first. Nothing personal is kept: signed-in pages, accounts and the CMS are never stored.
const READ = "mingbai-read-v1";
const FILES = "mingbai-files-v1";
const SAVED = "mingbai-saved";
const OFFLINE = "/offline/";
const MOST_PAGES = 60;
const MOST_FILES = 300;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(READ);
    const response = await fetch(OFFLINE);
    const styles = [...(await response.clone().text()).matchAll(/(?:href|src)="(\/static\/[^"]+\.(?:css|js|svg))"/g)].map((match) => match[1]);
    await cache.put(OFFLINE, response);
    await (await caches.open(FILES)).addAll([...new Set(styles)]);
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (![READ, FILES, SAVED].includes(name)) await caches.delete(name);
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (/^\/(cms|accounts|api|documents)\//.test(url.pathname) || url.pathname === "/service-worker.js") return;
  if (/^\/(static|media)\//.test(url.pathname)) event.respondWith(file(event, request));
  else if (request.mode === "navigate") event.respondWith(page(event));
});

self.addEventListener("message", (event) => {
  const { page, files } = event.data ?? {};
  if (page) event.waitUntil(takeOver(event, page, files));
});

// A page that was read before this worker was there, and the files that came with it.
async function takeOver(event, page, files) {
  const response = await fetch(page);
  if (isPublic(response)) await keep(READ, page, response, MOST_PAGES);
  for (const url of files.map((name) => new URL(name))) {
    if (url.origin === location.origin && /^\/(static|media)\//.test(url.pathname)) await file(event, new Request(url));
  }
}

// The server marks what anyone may see as public; only that is kept.
function isPublic(response) {
  return response.ok && response.headers.get("Cache-Control")?.includes("public");
}

async function file(event, request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200) event.waitUntil(keep(FILES, request, response.clone(), MOST_FILES));
  return response;
}

async function page(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (isPublic(response)) {
      event.waitUntil(keep(READ, request, response.clone(), MOST_PAGES));
      const saved = await caches.open(SAVED);
      if (await saved.match(request.url)) event.waitUntil(saved.put(request.url, response.clone()));
    }
    return response;
  } catch {
    // Another query of the same page would be an answer to a question that was not asked; the bare page is none.
    const { pathname } = new URL(request.url);
    const bare = pathname === "/search/" ? undefined : await caches.match(pathname);
    return (await caches.match(request)) ?? bare ?? (await caches.match(OFFLINE));
  }
}

async function keep(name, request, response, most) {
  const cache = await caches.open(name);
  await cache.put(request, response);
  const keys = (await cache.keys()).filter((key) => new URL(key.url).pathname !== OFFLINE);
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}
