// A button that works says so, keeps its width and is not pressed twice; with htmx and without.
const words = document.body.dataset;

function start(button) {
  if (!button || button.getAttribute("aria-busy") === "true") return;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.setAttribute("aria-busy", "true");
  const said = button.dataset.busy;
  if (said && !button.querySelector("input")) {
    button.dataset.rest = button.innerHTML;
    button.textContent = said;
  } else {
    button.setAttribute("aria-label", `${button.textContent.trim()} ${words.sayBusy ?? ""}`.trim());
    button.dataset.named = "";
  }
}

function stop(button) {
  if (button?.getAttribute("aria-busy") !== "true") return;
  button.removeAttribute("aria-busy");
  button.style.minWidth = "";
  if (button.dataset.rest !== undefined) button.innerHTML = button.dataset.rest;
  if (button.dataset.named !== undefined) button.removeAttribute("aria-label");
  delete button.dataset.rest;
  delete button.dataset.named;
}

function buttonOf(source, submitter) {
  if (source.matches(".btn")) return source;
  return submitter ?? source.querySelector('.btn[type="submit"]');
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || form.matches("[role=search]")) return;
  const button = buttonOf(form, event.submitter);
  if (form.dataset.sending !== undefined) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sending = "";
  // After this turn, so that the button's own name and value still go along.
  setTimeout(() => {
    if (event.defaultPrevented && !form.matches("[hx-post], [hx-get]")) delete form.dataset.sending;
    else start(button);
  });
}, true);

document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.elt.matches(".btn")) start(detail.elt);
});

document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt.closest("form") ?? detail.elt;
  delete form.dataset?.sending;
  (form.matches(".btn") ? [form] : form.querySelectorAll('[aria-busy="true"]')).forEach(stop);
});

// A page taken from the browser's memory is at rest again.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  document.querySelectorAll('[aria-busy="true"]').forEach(stop);
  document.querySelectorAll("form[data-sending]").forEach((form) => delete form.dataset.sending);
});
