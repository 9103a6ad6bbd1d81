import { expect } from 'chai';
import { messagesAr } from '../../../src/core/i18n/messages-ar.js';
import { messagesEn } from '../../../src/core/i18n/messages-en.js';
import { createNumbers, type PluralForms } from '../../../src/core/i18n/numbers.js';
import { isObject } from '../../../src/core/util/json.js';

const isPlural = (value: unknown): value is PluralForms =>
  isObject(value) && typeof value['other'] === 'string' && 'one' in value;

/** Every text by its path; a counted noun is one entry. */
function entriesOf(value: object, path = ''): [string, string | PluralForms][] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): [string, string | PluralForms][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof item === 'string' || isPlural(item)) return [[at, item]];
    return entriesOf(item as object, at);
  });
}

const en = new Map(entriesOf(messagesEn));
const ar = new Map(entriesOf(messagesAr));
const placesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const formsOf = (text: string | PluralForms): string[] => (typeof text === 'string' ? [text] : Object.values(text));

describe('the messages', () => {
  it('have exactly the same keys in English and Arabic', () => {
    expect([...ar.keys()]).to.have.members([...en.keys()]);
    expect(en.size).to.be.above(150);
  });

  it('count in both languages what is counted in one', () => {
    for (const [key, text] of en) expect(isPlural(ar.get(key)), key).to.equal(isPlural(text));
  });

  it('are all there, except that what is simply reported carries no word', () => {
    for (const messages of [en, ar]) {
      const empty = [...messages].filter(([, text]) => formsOf(text).some((form) => form.trim() === ''));
      expect(empty.map(([key]) => key)).to.deep.equal(['certainty.reported']);
    }
  });

  it('name the same values in both languages', () => {
    for (const [key, text] of en) {
      const [english, arabic] = [text, ar.get(key)!].map((each) => (typeof each === 'string' ? each : each.other));
      expect(placesOf(arabic!), key).to.deep.equal(placesOf(english!));
    }
  });

  /** Sentences that follow one with the number. */
  const saidBefore = new Set(['summary.noneExact', 'summary.allExact', 'summary.rest']);

  it('have every plural form of Arabic; zero is missing only where it is never said', () => {
    for (const [key, text] of ar) {
      if (typeof text === 'string') continue;
      expect(Object.keys(text), key).to.include.members(['one', 'two', 'few', 'many', 'other']);
      // One and two are words of their own in Arabic; from three on the number is written, unless it was said before.
      for (const form of ['few', 'many', 'other'] as const) {
        if (saidBefore.has(key)) expect(text[form], `${key}.${form}`).to.not.contain('{n}');
        else expect(text[form], `${key}.${form}`).to.contain('{n}');
      }
    }
    const withZero = [...ar].flatMap(([key, text]) => (typeof text !== 'string' && text.zero ? [key] : []));
    expect(withZero).to.deep.equal([
      'search.matches',
      'search.results',
      'counts.events',
      'counts.exact',
      'summary.total',
      'status.unfinished',
      'account.shown',
    ]);
  });

  it('have every plural form of English', () => {
    for (const [key, text] of en)
      if (typeof text !== 'string') expect(Object.keys(text), key).to.have.members(['one', 'other']);
  });

  it('say "one" of one and not of 0 or 2, in whichever words', () => {
    for (const [locale, messages] of [
      ['en', en],
      ['ar-SY', ar],
    ] as const) {
      const numbers = createNumbers(locale);
      for (const [key, text] of messages) {
        if (typeof text === 'string' || text.one === text.other) continue;
        expect(numbers.count(1, text), key).to.equal(text.one!.replace('{n}', numbers.format(1)));
        expect(numbers.count(2, text), key).not.to.equal(numbers.count(1, text));
        expect(numbers.count(0, text), key).not.to.equal(numbers.count(1, text));
      }
    }
  });

  it('mirror the question mark', () => {
    expect([messagesEn.questionMark, messagesAr.questionMark]).to.deep.equal(['?', '؟']);
  });

  it('are written in their own script', () => {
    // As they are written on the keyboard; names of formats and of who publishes the data.
    const keysNamed: Readonly<Record<string, readonly string[]>> = {
      wheelHint: ['Ctrl'],
      'help.keys.results': ['Shift'],
      'help.mouse.sideways.0': ['Shift'],
      'help.mouse.double.1': ['Shift'],
      'density.column': ['Enter'],
      'table.columns.edtf': ['EDTF'],
      'table.columns.likely': ['EDTF'],
      'table.copyByHand': ['Ctrl', 'C', 'C'],
      'account.steps.wrong-encoding': ['UTF'],
      'exports.acled': ['ACLED'],
      'exports.scale': ['PNG'],
      'exports.pixels': ['PNG'],
      'exports.byHand': ['Ctrl', 'C', 'C'],
      'exports.tooLarge': ['PNG', 'SVG'],
    };
    for (const [key, text] of ar) {
      const latin = formsOf(text).flatMap((form) => form.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g) ?? []);
      expect(latin, key).to.deep.equal(keysNamed[key] ?? []);
    }
    for (const [key, text] of en) expect(formsOf(text).join(), key).not.to.match(/[\u0600-\u06ff]/);
  });
});
