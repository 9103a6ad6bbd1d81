import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { exists, root } from '../support/repository.mjs';

const file = 'dist/report-timeline.js';
const budget = 60_000;

export const checks = {
  'size of the script'() {
    if (!exists(file)) throw new Error(`${file} is not there: run "npm run build" and see why it fails.`);
    const size = gzipSync(fs.readFileSync(root + file), { level: 9 }).length;
    const sentence = `${file} has ${size.toLocaleString('en')} of ${budget.toLocaleString('en')} bytes (gzip -9)`;
    if (size > budget) {
      throw new Error(
        `${sentence}. Look for a new import that brings much along (d3 pulls transition and interpolate in), for text ` +
          `in two places, and for data that the page does not need. Raise the budget only with the reason in the commit.`,
      );
    }
    return sentence;
  },
};
