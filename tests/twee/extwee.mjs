// What another reader of Twee makes of a story: node extwee.mjs FOLDER FILE.twee FILE.html
// FOLDER holds node_modules/extwee. Writes the compiled page and prints the passages as JSON.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, twee, page] = process.argv.slice(2);
const entry = createRequire(`${folder}/package.json`).resolve("extwee");
const { parseTwee, compileTwine2HTML, StoryFormat } = await import(pathToFileURL(entry).href);
const story = parseTwee(readFileSync(twee, "utf8"));
const format = new StoryFormat("Chapbook", "2.3.0", "", "", "", "", "", false, "<html><body>{{STORY_DATA}}</body></html>");
writeFileSync(page, compileTwine2HTML(story, format));
const told = story.passages.map(({ name, tags, text, metadata }) => ({ name, tags, text, metadata }));
console.log(JSON.stringify({ name: story.name, ifid: story.IFID, start: story.start, passages: told }));
