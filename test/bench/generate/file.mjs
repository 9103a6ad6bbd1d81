import fs from 'node:fs';
import { root } from '../../support/repository.mjs';
import { eventsText } from './events.mjs';

const folder = 'test/.output/bench/';

/** Makes the file unless it is there. It is written beside and moved into place, so that there is never half of one. */
export function dataFile(count, shape = 'plain') {
  const address = `/${folder}${shape}-${count}.json`;
  const file = `${root}${address}`;
  if (!fs.existsSync(file)) {
    fs.mkdirSync(root + folder, { recursive: true });
    const part = fs.openSync(`${file}.part`, 'w');
    for (const piece of eventsText(count, { shape })) fs.writeSync(part, piece);
    fs.closeSync(part);
    fs.renameSync(`${file}.part`, file);
  }
  return { address, bytes: fs.statSync(file).size };
}
