import { read, readJson, repositoryFiles } from '../support/repository.mjs';

const forbidden = new RegExp(
  [`(?<![\\w.~-])/(?:work|tmp|home/\\w+|root|Users/\\w+)/`, String.raw`registry\.npmjs`, 'npmmirror', 'verdaccio'].join(
    '|',
  ),
);
const self = 'test/checks/words.mjs';

export const checks = {
  'no paths or hosts of one machine'() {
    const found = repositoryFiles()
      .filter((file) => file !== self && !/\.(png|jpe?g|gif|woff2?|ico)$/.test(file))
      .flatMap((file) =>
        read(file)
          .split('\n')
          .flatMap((line, index) => {
            const match = forbidden.exec(line);
            return match ? [`${file}:${index + 1}: ${match[0]}`] : [];
          }),
      );
    if (found.length > 0) throw new Error(`These hold on one machine only; say it another way:\n${found.join('\n')}`);
  },

  'the lock file names no host'() {
    const { packages } = readJson('package-lock.json');
    const named = Object.keys(packages).filter((name) => /^(https?|git)/.test(packages[name].resolved ?? ''));
    if (named.length > 0) {
      throw new Error(
        `${named.length} packages have "resolved" in package-lock.json, such as ${named[0]}. Remove the field; ` +
          `.npmrc keeps npm from writing it again.`,
      );
    }
  },

  'the lock file has every platform'() {
    const { packages } = readJson('package-lock.json');
    const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (dependency) => !packages[`node_modules/${dependency}`] && !packages[`${name}/node_modules/${dependency}`],
      ),
    );
    if (missing.length > 0) {
      throw new Error(
        `package-lock.json lacks ${missing.slice(0, 5)}: "npm ci" would fail there. Pin a version whose platform packages ` +
          `are all published, then delete node_modules and the lock file and install again.`,
      );
    }
  },
};
