// Plays an ink story with inkjs, as bench_steps.py plays the scenario: the same choices, drawn by the same rule.
// node ink.mjs FOLDER_WITH_INKJS STORY.ink STEPS  ->  one line of JSON
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file, count] = process.argv.slice(2);
const { Compiler, Story } = createRequire(join(folder, "package.json"))("inkjs/full");
let begun = performance.now();
const compiled = new Compiler(readFileSync(file, "utf8")).Compile().ToJson();
const compile = (performance.now() - begun) / 1000;
begun = performance.now();
const story = new Story(compiled);
const load = (performance.now() - begun) / 1000;

const steps = Number(count);
let draw = 1;
let read = 0;
let taken = "";
function hear() {
  while (story.canContinue) read += story.Continue().trim().length;
  for (const choice of story.currentChoices) read += choice.text.length;
}
begun = performance.now();
hear();
for (let step = 0; step < steps; step += 1) {
  if (story.currentChoices.length === 0) {
    story.ResetState();
    hear();
  }
  draw = (draw * 75 + 74) % 65537;
  const at = draw % story.currentChoices.length;
  if (step < 1000) taken += at;
  story.ChooseChoiceIndex(at);
  hear();
}
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ compile, load, rate: steps / seconds, read, taken }));
