// Asks Lighthouse for a page several times, as a phone, and writes the figures as JSON: node run.mjs ADDRESS COOKIES RUNS CHROMIUM
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [address, cookies, runs, chromePath] = process.argv.slice(2);
const KINDS = ["performance", "accessibility", "best-practices"];
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"] });
const told = [];
try {
  for (let run = 0; run < Number(runs); run += 1) {
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      output: "json",
      logLevel: "error",
      onlyCategories: KINDS,
      disableStorageReset: false,
      extraHeaders: cookies ? { Cookie: cookies } : {},
    });
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
