// A small toolbar over a text that is typed plainly (`data-prose` holds its four words): it writes the marks, the text stays text.
const marks = [
  { before: "**", after: "**" },
  { before: "\n## ", after: "\n" },
  { before: "\n- ", after: "" },
  { before: "[", after: "](https://)" },
];

function write(field, { before, after }) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const chosen = value.slice(from, to);
  const opening = from === 0 ? before.trimStart() : before;
  field.setRangeText(`${opening}${chosen}${after}`, from, to, "end");
  if (!chosen) field.selectionStart = field.selectionEnd = from + opening.length;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function dress(field) {
  const words = field.dataset.prose.split("·").map((word) => word.trim());
  const bar = document.createElement("div");
  bar.className = "cluster";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-controls", field.id);
  words.forEach((word, n) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-ghost btn-low";
    button.textContent = word;
    button.addEventListener("click", () => write(field, marks[n]));
    bar.append(button);
  });
  field.before(bar);
  delete field.dataset.prose;
}

document.querySelectorAll("textarea[data-prose]").forEach(dress);
