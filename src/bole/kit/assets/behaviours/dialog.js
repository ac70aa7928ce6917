// Dialogs: `data-opens` calls one by its id; without this the address does. The one who called gets the focus back.
function open(name, event) {
  const dialog = document.getElementById(name);
  if (!dialog?.showModal) return;
  event?.preventDefault();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("[autofocus], input:not([type=hidden]), textarea, select")?.focus();
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  const caller = event.target.closest("[data-opens]");
  if (caller) {
    open(caller.dataset.opens, event);
    return;
  }
  const closer = event.target.closest("[data-closes]");
  if (closer) {
    event.preventDefault();
    closer.closest("dialog")?.close();
    return;
  }
  // The ground around the box.
  if (event.target.matches?.("dialog.dialog")) event.target.close();
});

addEventListener("hashchange", () => {
  if (document.querySelector("dialog:target")) open(location.hash.slice(1));
});
if (location.hash && document.querySelector("dialog:target")) open(location.hash.slice(1));

export { open };
