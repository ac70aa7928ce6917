// Entry: small behaviours over pages that work whole without them. htmx is a plain script before this one.
import "./behaviours/say.js";
import "./behaviours/session.js";
import "./behaviours/busy.js";
import "./behaviours/keep.js";
import "./behaviours/dialog.js";
import "./behaviours/shortcuts.js";
import "./behaviours/palette.js";
import "./behaviours/sums.js";
import "./behaviours/theme.js";
import "./behaviours/live.js";
import "./behaviours/phone.js";
import "./behaviours/messages.js";
import "./behaviours/print.js";
if (document.querySelector("input[data-photos]")) import("./behaviours/photos.js");
if (document.querySelector("textarea[data-prose]")) import("./behaviours/prose.js");
