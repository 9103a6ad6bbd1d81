import { expect } from 'chai';
import { createIssueLog } from '../../../src/core/dataset/issue-log.js';
import type { IssueCode } from '../../../src/core/dataset/issue.js';

describe('createIssueLog', () => {
  it('says of a problem what, where and how it is written', () => {
    const log = createIssueLog();
    log.add('load-failed', 'a.json', 'Nobody is there.');
    log.row = 4;
    log.add('invalid-date', `${log.pathOf(4)}.date`, 'No date.', ['e5'], '31 Juno');
    expect(log.issues).to.deep.equal([
      { code: 'load-failed', path: 'a.json', message: 'Nobody is there.' },
      { code: 'invalid-date', path: 'events[4].date', message: 'No date.', row: 5, value: '31 Juno', events: ['e5'] },
    ]);
  });

  it('counts rows as their file does', () => {
    const log = createIssueLog();
    const placed = (): unknown => {
      log.row = 3;
      log.add('invalid-date', log.pathOf(3), '');
      const { path, row } = log.issues.at(-1)!;
      return [path, row];
    };
    expect(placed()).to.deep.equal(['events[3]', 4]);
    log.places = { list: 'items', first: 1 };
    expect(placed()).to.deep.equal(['items[3]', 4]);
    log.places = { list: null, first: 2 };
    expect(placed()).to.deep.equal(['row 5', 5]);
    log.places = { list: null, unit: 'line', first: 1 };
    expect(placed()).to.deep.equal(['line 4', 4]);
  });

  it('quotes values of any kind, long ones in part, and nothing that is not there', () => {
    const log = createIssueLog();
    const holdsItself: Record<string, unknown> = {};
    holdsItself['a'] = holdsItself;
    const long = ['é'.repeat(81), `${'a'.repeat(79)}😀`];
    for (const value of ['x', '', 0, false, { a: [1] }, 10n, holdsItself, ...long, null, undefined]) {
      log.add('wrong-type', '', '', [], value);
    }
    const cut = `${'a'.repeat(79)}…`;
    expect(log.issues.map(({ value }) => value)).to.deep.equal([
      'x',
      '',
      '0',
      'false',
      '{"a":[1]}',
      '10',
      '{…}',
      `${'é'.repeat(80)}…`,
      cut,
      undefined,
      undefined,
    ]);
    expect(log.issues.at(-1)).not.to.have.property('value');
  });

  it('counts records that were changed once each, and none for what is only said', () => {
    const log = createIssueLog();
    const say = (row: number | null, code: IssueCode): void => {
      log.row = row;
      log.add(code, '', '');
    };
    say(0, 'invalid-date');
    say(0, 'wrong-type');
    say(9000, 'wrong-type');
    say(1, 'missing-date');
    say(2, 'contradiction');
    say(null, 'wrong-encoding');
    expect(log.repaired).to.equal(2);
    expect([...log.counts]).to.deep.equal([
      ['invalid-date', 1],
      ['wrong-type', 2],
      ['missing-date', 1],
      ['contradiction', 1],
      ['wrong-encoding', 1],
    ]);
  });

  it('lists a hundred of a kind, and counts the others', () => {
    const log = createIssueLog();
    for (let row = 0; row < 1234; row++) {
      log.row = row;
      log.add('invalid-date', log.pathOf(row), '');
    }
    log.row = null;
    log.add('missing-id', '', '');
    expect(log.issues).to.have.length(102);
    expect([log.issues[99]!.row, log.issues[100]!.code]).to.deep.equal([100, 'missing-id']);
    expect(log.issues[101]).to.deep.equal({
      code: 'too-many-issues',
      path: '',
      value: 'invalid-date',
      count: 1134,
      message: '1,134 more of the kind "invalid-date" are not listed one by one.',
    });
    expect([log.counts.get('invalid-date'), log.repaired]).to.deep.equal([1234, 1234]);
  });

  it('lists a thousand in all, but the first of each kind, and why a file ends', () => {
    const log = createIssueLog();
    const kinds = [
      'invalid-date',
      'wrong-type',
      'missing-id',
      'missing-title',
      'unknown-place',
      'unknown-actor',
    ].concat(['unknown-source', 'unknown-relation', 'invalid-count', 'unsafe-link', 'duplicate-id']) as IssueCode[];
    for (const code of kinds) for (let i = 0; i < 150; i++) log.add(code, '', '');
    for (let i = 0; i < 3; i++) log.add('wrong-encoding', '', '');
    log.add('stopped', '', '');
    log.add('stopped', '', '');
    const listed = log.issues.filter(({ code }) => code !== 'too-many-issues');
    expect(listed).to.have.length(1000 + 1 + 1 + 2);
    expect(listed.slice(1000).map(({ code }) => code)).to.deep.equal([
      'duplicate-id',
      'wrong-encoding',
      'stopped',
      'stopped',
    ]);
    const unlisted = log.issues.filter(({ code }) => code === 'too-many-issues');
    expect(unlisted.map(({ value, count }) => `${value} ${count}`)).to.deep.equal([
      ...kinds.slice(0, -1).map((code) => `${code} 50`),
      'duplicate-id 149',
      'wrong-encoding 2',
    ]);
  });

  it('does not count a record as repaired that was left out', () => {
    const log = createIssueLog();
    for (const row of [0, 1, 2]) {
      log.row = row;
      log.add('wrong-type', log.pathOf(row), 'A text was expected here; the value is left out.');
      if (row === 1) log.skip();
    }
    expect([log.repaired, log.skipped]).to.deep.equal([2, [1]]);
  });
});
