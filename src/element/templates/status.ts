import { html, type TemplateResult } from 'lit';
import { describeView } from '../../core/scene/describe-view.js';
import { fill } from '../../core/scene/language.js';
import type { SceneTally } from '../../core/scene/scene.js';
import type { Domain } from '../../core/viewport/domain.js';
import type { ViewModel } from '../view-model.js';

/** Range and counts in one line; announced politely when it changes. */
export function statusTemplate(
  { dataset, shown, language, scene, query }: ViewModel,
  domain: Domain | null,
): TemplateResult {
  const { messages, numbers } = language;
  const count = dataset?.count ?? 0;
  const all = query === '' ? count : shown.count;
  const { range, counts } = describeView(scene && domain, scene?.tally ?? wholeTally(shown.count), all, language);
  const matches = fill(numbers.count(shown.count, messages.search.matches), { all: numbers.format(count) });
  const inView = query !== '' && all === 0 ? '' : counts;
  return html`<strong>${range}</strong> ${query === '' ? '' : `${matches}. `}${inView}`;
}

/** Of a list, in which all is in view. */
const wholeTally = (shown: number): SceneTally => ({
  shown,
  inView: { least: shown, most: shown },
  startBefore: 0,
  endAfter: 0,
  outside: 0,
  unnamed: 0,
  counted: null,
});
