import { expect } from 'chai';
import type { Claim } from '../../../src/core/dataset/event.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { addressOf, passageOf, quotationOf, translationOf } from '../../../src/core/scene/quotations.js';
import { datasetOf, fileOf } from '../support/report.js';

const dataset = datasetOf({
  ...fileOf({}),
  language: 'ar',
  sources: [{ id: 's', title: 'S', url: 'https://example.org/s' }],
});
const claim = (fields: Partial<Claim>): Claim => ({ by: 'Ada', ...fields });

describe('a quotation', () => {
  it('is in the language of the data, or in the first that it names, between the marks of that language', () => {
    const arabic = { text: 'قالوا', lang: 'ar', dir: 'rtl', marks: ['«', '»'] };
    expect(quotationOf(claim({ quote: 'قالوا' }), dataset)).to.deep.equal(arabic);
    expect(quotationOf(claim({ quote: { fr: 'dit', ar: 'قالوا' } }), dataset)).to.deep.equal({
      text: 'dit',
      lang: 'fr',
      dir: 'ltr',
      marks: ['“', '”'],
    });
  });

  it('is none where there are no words', () => {
    for (const fields of [{}, { quote: '' }, { quote: {} }]) expect(quotationOf(claim(fields), dataset)).to.equal(null);
  });

  it('is translated for those who do not read its language', () => {
    const said = claim({ quote: { 'ar-SY': 'قالوا' }, translation: 'They said' });
    const quotation = quotationOf(said, dataset)!;
    const shown = (locale: string) => translationOf(said, quotation, createLanguage(locale))?.text ?? null;
    expect([shown('en'), shown('ar')]).to.deep.equal(['They said', null]);
  });

  it('is read at its own address, else at that of its source, where its words stand; never at an unsafe one', () => {
    const own = claim({ source: 's', url: 'https://example.org/own' });
    expect(addressOf(own, dataset)).to.equal('https://example.org/own');
    expect(passageOf(claim({ source: 's' }), dataset)).to.equal('https://example.org/s');
    expect(passageOf(claim({ source: 's', quote: 'قالوا' }), dataset)).to.match(/^https:\/\/example\.org\/s#:~:text=/);
    expect(passageOf(claim({ source: 's', url: 'javascript:alert(1)' }), dataset)).to.equal(null);
  });
});
