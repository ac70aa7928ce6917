// Photos on their way: large ones are made smaller before they are sent, and what is chosen is named with its size.
// Without this the server takes them as they are, up to its limit.
const LONGEST = 2048;
const LARGE = 1.5 * 2 ** 20;
const QUALITY = 0.85;

async function smaller(file) {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size < LARGE) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const body = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  if (!body || body.size >= file.size) return file;
  return new File([body], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: "image/jpeg" });
}

function said({ name, size }) {
  return `${name} · ${size < 2 ** 20 ? `${Math.max(1, Math.round(size / 1024))} KB` : `${(size / 2 ** 20).toFixed(1)} MB`}`;
}

document.addEventListener("change", async ({ target }) => {
  if (!target.matches?.("input[type=file][data-photos]")) return;
  const { form } = target;
  form.dataset.sending = ""; // not sent while a photo is being worked on
  const chosen = new DataTransfer();
  for (const file of target.files) chosen.items.add(await smaller(file));
  target.files = chosen.files;
  delete form.dataset.sending;
  let list = target.parentElement.querySelector("[data-chosen]");
  if (!list) {
    list = document.createElement("ul");
    list.dataset.chosen = "";
    list.className = "note";
    list.setAttribute("role", "status");
    target.after(list);
  }
  list.replaceChildren(
    ...[...chosen.files].map((file) => {
      const line = document.createElement("li");
      line.textContent = said(file);
      return line;
    }),
  );
});
