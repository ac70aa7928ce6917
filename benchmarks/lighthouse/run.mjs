// Asks Lighthouse for a page several times, as a phone, and writes the figures as JSON: node run.mjs ADDRESS COOKIE RUNS CHROMIUM
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const [address, cookie, runs, chromePath] = process.argv.slice(2);
// As a browser keeps it, so that what a page asks for later brings it too: a header of one's own does not reach the stream of live changes.
async function keep(port, written) {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}` });
  const [name, value] = written.split(/=(.*)/s);
  await browser.setCookie({ name, value, domain: new URL(address).hostname, path: "/" });
  await browser.disconnect();
}

const KINDS = ["performance", "accessibility", "best-practices"];
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
const told = [];
try {
  if (cookie) await keep(chrome.port, cookie);
  for (let run = 0; run < Number(runs); run += 1) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      output: "json",
      logLevel: "error",
      onlyCategories: KINDS,
      disableStorageReset: false,
    });
    if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(address).pathname) throw new Error(`asked for ${address}, came to ${lhr.finalDisplayedUrl}`);
    const audits = Object.values(lhr.audits);
    told.push({
      scores: Object.fromEntries(KINDS.map((kind) => [kind, Math.round((lhr.categories[kind].score ?? 0) * 100)])),
      bytes: lhr.audits["total-byte-weight"]?.numericValue ?? 0,
      paint: lhr.audits["largest-contentful-paint"]?.numericValue ?? 0,
      blocked: lhr.audits["total-blocking-time"]?.numericValue ?? 0,
      shift: lhr.audits["cumulative-layout-shift"]?.numericValue ?? 0,
      wrong: audits.filter((one) => one.score !== null && one.score < 1 && KINDS.slice(1).some((kind) => lhr.categories[kind].auditRefs.some((ref) => ref.id === one.id && ref.weight))).map((one) => one.id),
    });
  }
} finally {
  await chrome.kill();
}
console.log(JSON.stringify(told));
