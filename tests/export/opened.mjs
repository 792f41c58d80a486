// Opens web pages in headless Chromium, each as it is met: light, dark, narrow, printed. Says what they asked for, what
// they told the console, and what axe-core has against them.
// node opened.mjs FOLDER_WITH_NODE_MODULES CHROMIUM PAGE...  ->  one line of JSON: page, view, and what was found
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, program, ...pages] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const views = {
  light: { width: 1280 },
  dark: { width: 1280, dark: true },
  narrow: { width: 360 },
  printed: { width: 800, media: "print" },
};

const browser = await puppeteer.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
const found = [];
try {
  for (const page of pages) for (const [view, how] of Object.entries(views)) found.push(await look(page, view, how));
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));

async function look(page, view, how) {
  const address = pathToFileURL(page).href;
  const tab = await browser.newPage();
  const said = [];
  const asked = [];
  tab.on("console", (message) => said.push(message.text()));
  tab.on("pageerror", (error) => said.push(String(error)));
  tab.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) asked.push(request.url());
  });
  await tab.setViewport({ width: how.width, height: 900 });
  await tab.emulateMediaType(how.media ?? "screen");
  await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: how.dark ? "dark" : "light" }]);
  await tab.goto(address, { waitUntil: "load" });
  const scripts = await tab.evaluate(() => document.scripts.length);
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await tab.evaluate(axe);
  const told = await tab.evaluate(async () => await globalThis.axe.run(document));
  await tab.close();
  const against = told.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
  return { page, view, said, asked, scripts, over, against, rules: told.passes.length };
}
