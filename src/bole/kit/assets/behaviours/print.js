// A page that is made to be printed has a button for it.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-prints]")) window.print();
});
