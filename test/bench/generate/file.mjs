import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventsText } from './events.mjs';

export const dataFolder = fileURLToPath(new URL('../data/', import.meta.url));

/** Makes the file unless it is there, and says its name and size. It is written beside and moved: never half of it. */
export function dataFile(count, shape = 'plain') {
  const name = `${shape}-${count}.json`;
  const path = dataFolder + name;
  if (!fs.existsSync(path)) {
    fs.mkdirSync(dataFolder, { recursive: true });
    const file = fs.openSync(`${path}.part`, 'w');
    for (const piece of eventsText(count, { shape })) fs.writeSync(file, piece);
    fs.closeSync(file);
    fs.renameSync(`${path}.part`, path);
  }
  return { name, bytes: fs.statSync(path).size };
}
