import { expect } from 'chai';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';

describe('the names of columns in the README', () => {
  it('are all known, and others are not', async () => {
    const readme = await (await fetch('/README.md')).text();
    const [, table = ''] = /\n(\| field +\| also called[^]*?)\n\n/.exec(readme) ?? [];
    const rows = table.split('\n').slice(2);
    const names = rows.flatMap((row) => {
      const [, own = '', english = '', arabic = ''] = row.split('|');
      const owns = [...own.matchAll(/`([a-z]\w*)`/g)].map(([, name]) => name!);
      return [...owns, ...`${english};${arabic}`.split(/[,;،؛]/).map((name) => name.trim())].filter(Boolean);
    });
    expect(names.length).to.be.above(50);
    const isKnown = (name: string): boolean =>
      !readDataset(`${name},Bemerkung\n2016,x\n`).issues.some(({ code }) => code === 'unknown-columns');
    expect(names.filter((name) => !isKnown(name))).to.deep.equal([]);
    expect(isKnown('Ereignis')).to.equal(false);
  });
});
