// Practice: the answer goes by fetch, and its outcome takes the form's place. What cannot be taken leaves the form as it is, with
// the reason below. Without this script the browser sends the form and gets the same as a page.
const root = document.querySelector("[data-practice]");
const part = root.querySelector("[data-practice-part]");
const say = root.querySelector("[data-practice-say]");

function show(html) {
  part.innerHTML = html;
  const result = part.querySelector("[data-practice-result]");
  say.textContent = result.dataset.practiceResult;
  result.focus({ preventScroll: true });
  part.scrollIntoView({ block: "start" });
}

function refuse(form, words) {
  const trouble = form.querySelector("[data-practice-trouble]");
  trouble.textContent = words;
  trouble.hidden = false;
  form.querySelector("[type=submit]").disabled = false;
}

async function send(form) {
  form.querySelector("[type=submit]").disabled = true;
  form.querySelector("[data-practice-trouble]").hidden = true;
  let response;
  try {
    response = await fetch(form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Requested-With": "fetch" },
    });
  } catch {
    refuse(form, root.dataset.textOffline);
    return;
  }
  if (response.redirected) location.assign(response.url);
  else if (response.ok) show(await response.text());
  else if (response.headers.get("Content-Type").startsWith("text/plain")) refuse(form, await response.text());
  else form.submit(); // the browser shows the page that says what is wrong
}

part.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-practice-form]")) return;
  event.preventDefault();
  send(event.target);
});
