import { createColumns, findColumns, isOwn, type CellPart, type ColumnName } from '../core/scene/table-columns.js';
import { element, type Content, type HtmlNode } from './html-tree.js';
import { isReport, type StaticModel } from './model.js';
import { link } from './text-nodes.js';

/** What is compared at a glance; the list has the words. */
const mainColumns: readonly ColumnName[] = [
  'title',
  'date',
  'actors',
  'targets',
  'type',
  'places',
  'killed',
  'injured',
  'certainty',
  'claims',
  'links',
];

/** The same events as a table, a row an event, with the main columns of those that any event fills. */
export function eventTable(model: StaticModel, caption: Content): HtmlNode {
  const { dataset, language, events } = model;
  const columns = createColumns(
    dataset,
    found(model).filter((name) => mainColumns.includes(name)),
    language,
    isReport(model),
  );
  const part = (piece: CellPart): Content => {
    const { text, lang, dir, url } = piece;
    if (url) return link(url, element('bdi', { lang, dir }, text));
    return isOwn(piece, language) ? text : element('bdi', { lang, dir }, text);
  };
  return element(
    'table',
    { class: 'rt-table' },
    element('caption', {}, caption, '. ', language.messages.table.empty),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map(({ label }) => element('th', { scope: 'col' }, label)),
      ),
    ),
    element(
      'tbody',
      {},
      events.map((event) =>
        element(
          'tr',
          {},
          columns.map(({ name, cell }) => {
            const isName = name === 'title';
            return element(isName ? 'th' : 'td', isName ? { scope: 'row' } : {}, cell(event).map(part));
          }),
        ),
      ),
    ),
  );
}

function found({ dataset }: StaticModel): readonly ColumnName[] {
  const search = findColumns(dataset);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}
