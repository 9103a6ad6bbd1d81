import path from 'node:path';
import { exists, read, readJson, repositoryFiles } from '../support/repository.mjs';

export const checks = {
  'scripts that the README names'() {
    const { scripts } = readJson('package.json');
    const text = readme();
    const builtIn = ['ci', 'install', 'i', 'pack', 'publish', 'run'];
    const named = [...code(text).matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map((match) => match[1]);
    const unknown = named.filter((name) => !(name in scripts) && !builtIn.includes(name));
    if (unknown.length > 0) throw new Error(`README.md names scripts that package.json has not: ${unknown}`);
    for (const name of ['start', 'test']) {
      if (!named.includes(name)) throw new Error(`README.md does not say "npm ${name}".`);
    }
  },

  'files that the documents name'() {
    readme();
    const broken = repositoryFiles()
      .filter((file) => file.endsWith('.md'))
      .flatMap((document) =>
        localLinks(read(document))
          .filter((link) => !exists(path.posix.join(path.posix.dirname(document), link)))
          .map((link) => `${document}: ${link}`),
      );
    if (broken.length > 0) throw new Error(`Correct the links, or add the files:\n${broken.join('\n')}`);
  },
};

function readme() {
  if (!exists('README.md')) throw new Error('README.md is not there: it is the first thing that people read.');
  return read('README.md');
}

/** Code spans, code blocks and indented lines: where "npm" is followed by a command and not by a sentence. */
function code(markdown) {
  const blocks = markdown.match(/^(```|~~~)[^]*?^\1|`[^`\n]+`|^ {4,}.*$/gm) ?? [];
  return blocks.join('\n');
}

/** Links and pictures of Markdown, src and href of HTML outside of code, without what has a scheme or is an anchor. */
function localLinks(markdown) {
  const prose = markdown.replace(/^(```|~~~)[^]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const links = [
    ...prose.matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm),
    ...prose.matchAll(/\b(?:src|href)="([^"]+)"/g),
  ].map((match) => match[1]);
  return links
    .filter((link) => !/^([a-z][a-z+.-]*:|#|\/\/)/i.test(link))
    .map((link) => decodeURI(link.replace(/[?#].*$/, '')));
}
