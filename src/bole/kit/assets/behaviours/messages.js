// Messages outside of the page: what is long loads where it is needed, on the page of settings, and once a visit where this browser takes them.
const place = document.querySelector("[data-push]");
const isDue = "owner" in document.body.dataset && window.Notification?.permission === "granted" && !sessionStorage.getItem("renewed");

if (place) import("./push.js").then(({ begin }) => begin(place));
if (isDue) {
  sessionStorage.setItem("renewed", "1");
  import("./push.js").then(({ renew }) => renew()).catch(() => {});
}
