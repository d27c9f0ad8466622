// Lighthouse over pages in one browser: node lighthouse.mjs FOLDER_OF_NODE_MODULES BROWSER URL…
// Prints as JSON what costs points, one text each.
import { pathToFileURL } from "node:url";

const [modules, chromePath, ...urls] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(`${modules}/${path}`));
const { default: lighthouse } = await load("lighthouse/core/index.js");
const { launch } = await load("chrome-launcher/dist/index.js");

const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-background-networking"];
const chrome = await launch({ chromePath, chromeFlags });
const settings = {
  port: chrome.port,
  logLevel: "error",
  onlyCategories: ["accessibility", "best-practices", "seo"],
  throttlingMethod: "provided",
  disableFullPageScreenshot: true,
  disableStorageReset: true,
};

function faults(url, { runtimeError, categories, audits }) {
  if (runtimeError) return [`${url}: ${runtimeError.message}`];
  return Object.values(categories).flatMap(({ title, score, auditRefs }) => {
    if (score === 1) return [];
    const wrong = auditRefs.filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 1);
    return [`${url}: ${title} ${score * 100}: ${wrong.map(({ id }) => audits[id].title).join("; ")}`];
  });
}

const found = [];
try {
  for (const url of urls) found.push(...faults(url, (await lighthouse(url, settings)).lhr));
} finally {
  chrome.kill();
}
console.log(JSON.stringify(found));
