import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The script behind a package's command, to be run with Node itself: no shell, so that it works the same on Windows
 * and an exit code is the command's own.
 */
export function binary(packageName, command) {
  const folder = fileURLToPath(new URL(`../../node_modules/${packageName}/`, import.meta.url));
  const { bin } = JSON.parse(fs.readFileSync(`${folder}package.json`, 'utf8'));
  return folder + (typeof bin === 'string' ? bin : bin[command]);
}
