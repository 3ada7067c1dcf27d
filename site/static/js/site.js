// Every page: the offline banner, and facets that apply when changed. The service worker makes read pages available.
const banner = document.querySelector("[data-offline-banner]");
const showConnection = () => { if (banner) banner.hidden = navigator.onLine; };
addEventListener("online", showConnection);
addEventListener("offline", showConnection);
showConnection();

if ("serviceWorker" in navigator) navigator.serviceWorker.register("/service-worker.js");

for (const form of document.querySelectorAll("form[data-apply-on-change]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
