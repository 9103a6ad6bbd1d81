import fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Answers `executeServerCommand('snapshot', { name, content })`: compares the text with test/pictures/NAME and returns
 * `{ equal, expected }`. A picture that is not there yet is not equal and has `expected: null`, so a forgotten file
 * fails. With `update` the file is written first, unless the test says `readOnly`; the change is then reviewed in the diff.
 */
export function pictures({ folder, update }) {
  return {
    name: 'pictures',
    async executeCommand({ command, payload }) {
      if (command !== 'snapshot') return undefined;
      const { name, content, readOnly = false } = payload;
      const write = update && !readOnly;
      const file = path.resolve(folder, name);
      if (path.relative(folder, file).startsWith('..')) throw new RangeError(`invalid picture name: ${name}`);

      const before = await readOrNull(file);
      if (write && before !== content) {
        await fs.mkdir(path.dirname(file), { recursive: true });
        await fs.writeFile(file, content);
      }
      const expected = write ? content : before;
      return { equal: expected === content, expected };
    },
  };
}

async function readOrNull(file) {
  try {
    return (await fs.readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
