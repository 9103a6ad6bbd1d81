import { expect } from 'chai';
import type { Claim } from '../../../src/core/dataset/event.js';
import { accountsOf, claimantOf, groupClaims } from '../../../src/core/scene/accounts.js';
import { bundled, datasetOf, fileOf, indexOf } from '../support/report.js';

const quote = { ar: 'قالوا' };

describe('the accounts of an event', () => {
  it('are both of two that may be the same, the one that is read first', () => {
    for (const [id, other] of [
      ['e24', 'e04'],
      ['e04', 'e24'],
    ] as const) {
      const accounts = accountsOf(bundled, indexOf(bundled, id));
      expect(accounts.map(({ event }) => event.id)).to.deep.equal([id, other]);
      expect(accounts.map(({ link }) => link?.possible ?? null)).to.deep.equal([null, true]);
      expect(accounts.every(({ by }) => by === null)).to.equal(true);
    }
  });

  it('are none where one voice speaks, however often', () => {
    const alone = bundled.events.filter((_, index) => accountsOf(bundled, index).length > 0);
    expect(alone.map(({ id }) => id)).to.deep.equal(['e04', 'e24']);
    expect(accountsOf(bundled, indexOf(bundled, 'e12')), 'two quotes of one claimant').to.deep.equal([]);
  });

  it('are claimants where several are quoted on one event; who only stands behind it comes along', () => {
    const dataset = datasetOf(
      fileOf(
        { claims: [{ by: 'Ada', quote }, { by: 'Bob' }, { by: 'Cleo', quote }, { by: 'Ada', quote: { ar: 'ثم' } }] },
        { claims: [{ by: 'Ada', quote }, { by: 'Bob' }] },
      ),
    );
    const accounts = accountsOf(dataset, 0);
    expect(accounts.map(({ by, claims }) => `${by as string} ${claims.length}`)).to.deep.equal([
      'Ada 2',
      'Bob 1',
      'Cleo 1',
    ]);
    expect(accountsOf(dataset, 1), 'one quote has nothing to be compared with').to.deep.equal([]);
  });
});

describe('a claimant', () => {
  const nameOf = (claim: Claim) => claimantOf(bundled, claim);

  it('is who is named, else the source, else the address', () => {
    expect(nameOf({ by: 'Ada', source: 'akhbar-al-aan' })).to.equal('Ada');
    expect(nameOf({ by: '', source: 'akhbar-al-aan' })).to.equal(bundled.sources.get('akhbar-al-aan')!.title);
    expect(nameOf({ by: '', url: 'https://www.example.org/page' })).to.equal('example.org');
    expect(nameOf({ by: '' })).to.equal('');
  });

  it('is one as long as the names are the same in every language', () => {
    const claims: Claim[] = [{ by: { en: 'A' } }, { by: 'B' }, { by: { en: 'A' } }];
    expect(groupClaims(claims, ({ by }) => by).map((own) => own.length)).to.deep.equal([2, 1]);
  });
});
