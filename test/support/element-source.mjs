import { read, repositoryFiles } from './repository.mjs';

/** The element's own code, without comments on lines of their own. */
export function elementSource() {
  return repositoryFiles()
    .filter((file) => /^src\/element\/.*\.ts$/.test(file))
    .map((file) => read(file).replace(/^\s*\/\/.*$/gm, ''))
    .join('\n');
}

/** Names that the templates give to slots and parts; the slot without a name is not among them. */
export function slotsAndParts() {
  const source = elementSource();
  const find = (pattern) => new Set([...source.matchAll(pattern)].flatMap((match) => match[1].split(/\s+/)));
  const parts = find(/\bpart="([^"$]+)"/g);
  // The part of the heading is given to a template with a dynamic tag.
  parts.add('heading');
  return { slots: find(/<slot name="([^"]+)"/g), parts };
}
