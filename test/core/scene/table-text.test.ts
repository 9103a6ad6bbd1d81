import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { createColumns, type ColumnName } from '../../../src/core/scene/table-columns.js';
import { tableText, type TableText } from '../../../src/core/scene/table-text.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';

function textOf(dataset: Dataset, names: readonly ColumnName[], order: readonly number[], most = 1000): TableText {
  const language = createLanguage('en');
  const work = tableText(createColumns(dataset, names, language, true), order, most, language);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

describe('a copied table', () => {
  it('has a head and the rows in their order, by tabs', () => {
    const dataset = datasetOf(fileOf({ when: '2016-05-18' }, { title: 'Two\tlines\nof it' }, {}));
    expect(textOf(dataset, ['title', 'edtf', 'id'], [1, 0]).plain).to.equal(
      'Event\tDate as written (EDTF)\tId\nTwo lines of it\t\te2\nEvent 1\t2016-05-18\te1',
    );
    expect(textOf(dataset, ['id'], [2, 1, 0], 2).plain).to.equal('Id\ne3\ne2');
  });

  it('is a table to whatever knows tables, in which data are no markup', () => {
    const dataset = datasetOf(fileOf({ title: '<img src=x onerror="alert(1)"> & more' }));
    expect(textOf(dataset, ['title', 'note'], [0]).html).to.equal(
      '<table lang="en" dir="ltr"><tr><th>Event</th><th>Note</th></tr>' +
        '<tr><td>&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more</td><td></td></tr></table>',
    );
    expect(textOf(bundled, ['quote'], [0]).html).to.contain('<td lang="ar" dir="rtl">«');
  });

  it('has nothing that a spreadsheet would run, and links as addresses', () => {
    const dataset = datasetOf(
      fileOf({ title: '=1+1', claims: [{ by: '@SUM(A1)', url: 'https://example.org/a?b=1&c=2' }] }),
    );
    const { plain, html } = textOf(dataset, ['title', 'claims', 'links'], [0]);
    expect(plain.split('\n')[1]).to.equal("'=1+1\t'@SUM(A1)\thttps://example.org/a?b=1&c=2");
    expect(html).to.contain("<td>'=1+1</td>").and.contain('https://example.org/a?b=1&amp;c=2');
  });
});
