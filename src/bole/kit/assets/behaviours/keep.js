// Nothing typed is lost: not over a refusal, not over an answer that left a field empty, not by leaving the page in haste.
const dirty = new WeakSet();

function typed(form) {
  const kept = new Map();
  form.querySelectorAll("input, textarea, select").forEach((field) => {
    if (!field.name || ["password", "hidden", "file", "submit"].includes(field.type)) return;
    if (["checkbox", "radio"].includes(field.type)) return;
    if (field.value) kept.set(field.name, field.value);
  });
  return kept;
}

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form[method=post]");
  if (form) dirty.add(form);
});

document.addEventListener("submit", ({ target }) => dirty.delete(target));
for (const name of ["htmx:responseError", "htmx:sendError"]) {
  document.body.addEventListener(name, ({ detail }) => {
    const form = detail.elt.closest("form");
    if (form) dirty.add(form);
  });
}

let waiting = null;

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  const form = detail.requestConfig.elt.closest("form");
  if (!form || detail.xhr.status < 400 || !detail.shouldSwap) return;
  if (detail.xhr.responseText.includes("data-refusal")) {
    // A refusal from below the form: it is shown above the fields, which stay as they are.
    detail.shouldSwap = false;
    const page = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
    const refusal = page.querySelector("[data-refusal]");
    form.querySelector(":scope > .refused")?.remove();
    form.prepend(document.adoptNode(refusal));
    refusal.scrollIntoView({ block: "nearest" });
    return;
  }
  waiting = { id: detail.target.id, kept: typed(form) };
});

document.body.addEventListener("htmx:afterSettle", () => {
  if (!waiting) return;
  const place = document.getElementById(waiting.id) ?? document.body;
  for (const [name, value] of waiting.kept) {
    const field = place.querySelector(`[name="${CSS.escape(name)}"]`);
    if (field && "value" in field && !field.value) field.value = value;
    if (field) dirty.add(field.form ?? place);
  }
  waiting = null;
  place.querySelector('[aria-invalid="true"]')?.focus();
});

addEventListener("beforeunload", (event) => {
  for (const form of document.querySelectorAll("form[data-guard]")) {
    if (dirty.has(form)) event.preventDefault();
  }
});

// A whole page that came back with errors: begin where the first one is.
document.querySelector('main form[method=post] [aria-invalid="true"]')?.focus();
