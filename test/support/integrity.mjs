import { read, readJson } from './repository.mjs';

/** The README with the hashes of the last build, where it shows a script with one; and which files those are. */
export function integrityInReadme() {
  const hashes = readJson('dist/integrity.json');
  const files = [];
  const text = read('README.md').replace(
    /(<script\s[^>]*\bsrc="(?:[^"]*\/)?([\w.-]+)"[^>]*\bintegrity=")[^"]*"/g,
    (_, before, file) => {
      if (!hashes[file]) throw new Error(`README.md shows a hash of ${file}, which the build does not make.`);
      files.push(file);
      return `${before}${hashes[file]}"`;
    },
  );
  return { text, files };
}
