// Weights: the sum of each level follows the typing. The server says the same after each answer.
function read(text) {
  const plain = text.normalize("NFKC").replace("%", "").replace(",", ".").trim();
  return /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
}

function written(points) {
  return String(points / 100);
}

document.addEventListener("input", ({ target }) => {
  const level = target.dataset?.weight;
  const form = level && target.closest("form[data-sums]");
  if (!form) return;
  let sum = 0;
  form.querySelectorAll(`[data-weight="${CSS.escape(level)}"]`).forEach((field) => {
    sum += read(field.value);
  });
  const off = sum - 10000;
  const pattern = off === 0 ? form.dataset.whole : off < 0 ? form.dataset.under : form.dataset.over;
  const line = form.querySelector(`[data-sum="${CSS.escape(level)}"]`);
  if (!line) return;
  line.textContent = pattern.replace("{sum}", written(sum)).replace("{d}", written(Math.abs(off)));
  line.toggleAttribute("data-off", off !== 0);
});
