import fs from 'node:fs';
import { integrityInReadme } from './support/integrity.mjs';
import { root } from './support/repository.mjs';

// Writes the hashes of the last build between the lines of README.md.
const { text, files } = integrityInReadme();
fs.writeFileSync(`${root}README.md`, text);
console.log(`README.md has the hashes of ${files.join(' and ')}`);
