import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
export const exists = (file) => fs.existsSync(path.join(root, file));
export const readJson = (file) => JSON.parse(read(file));

/** What is, or is about to be, in the repository: no build products. Without git, every file outside of those. */
export function repositoryFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list.split('\0').filter((file) => file && exists(file));
  } catch {
    const skipped = /^((test\/bench\/)?node_modules|dist|\.git|test\/\.output)(\/|$)/;
    return fs
      .readdirSync(root, { recursive: true })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => !skipped.test(file) && fs.statSync(path.join(root, file)).isFile());
  }
}
