import { namesOfSource, primarySourceOf, type Dataset } from '../core/dataset/dataset.js';
import type { Source } from '../core/dataset/event.js';
import { pickText } from '../core/i18n/text.js';
import { fill, type Language } from '../core/scene/language.js';
import { safeUrl } from '../core/util/safe-url.js';
import { element, type Content } from './html-tree.js';
import { headingTag, type StaticModel } from './model.js';
import { link, linked, marked, namesOf, textOf } from './text-nodes.js';

/** Publisher and author, as a link where the source has an address. */
export function sourceName(source: Source, dataset: Dataset, language: Language): Content {
  const names = namesOf(namesOfSource(source), dataset.language, language, (items) => items.join(language.comma));
  const url = safeUrl(source.url);
  return url ? link(url, names) : names;
}

/** Where all of it is taken from, where the data say so. */
export function primarySource({ dataset, language }: StaticModel): Content {
  const source = primarySourceOf(dataset);
  if (!source) return null;
  const label = dataset.publication?.label;
  return element(
    'p',
    { class: 'rt-source' },
    `${language.messages.source} `,
    sourceName(source, dataset, language),
    label ? [language.comma, textOf(label, dataset.language, language)] : null,
    '.',
  );
}

/** Below everything: what is inferred, which sources were used, and the words that a licence asks for. */
export function aboutData(model: StaticModel): Content {
  const { dataset, language } = model;
  const { details } = language.messages;
  const { note, sources } = dataset;
  return [
    note
      ? [
          element(headingTag(model, 1), {}, details.about),
          element('p', {}, textOf(note, dataset.language, language, linked)),
        ]
      : null,
    sources.size > 0
      ? [
          element(headingTag(model, 1), {}, details.sources),
          element(
            'ul',
            {},
            [...sources.values()].map((source) => element('li', {}, sourceName(source, dataset, language))),
          ),
        ]
      : null,
    attribution(model),
  ];
}

function attribution({ dataset, language }: StaticModel): Content {
  const { attribution: words, licence } = dataset;
  if (!words && !licence) return null;
  const shown = words === null ? null : pickText(words, language.locale, dataset.language);
  // Many attributions name the licence themselves.
  const isNamed = licence === null || shown?.text.includes(licence);
  return element(
    'p',
    { class: 'rt-source' },
    shown && [marked(shown, language, linked), ' '],
    isNamed ? null : linked(fill(language.messages.licence, { licence })),
  );
}
