// Every page: the offline banner, and facets that apply when changed. The service worker makes read pages available.
const banner = document.querySelector("[data-offline-banner]");
const showConnection = () => { if (banner) banner.hidden = navigator.onLine; };
addEventListener("online", showConnection);
addEventListener("offline", showConnection);
showConnection();

if ("serviceWorker" in navigator) {
  const first = !navigator.serviceWorker.controller;
  navigator.serviceWorker.register("/service-worker.js");
  // The first page of all came before the worker, which takes it over with what it had loaded.
  if (first) {
    navigator.serviceWorker.ready.then((registration) => {
      const files = performance.getEntriesByType("resource").map((entry) => entry.name);
      registration.active.postMessage({ page: location.href.split("#")[0], files });
    });
  }
}

for (const form of document.querySelectorAll("form[data-apply-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
