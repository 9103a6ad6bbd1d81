import { html, type TemplateResult } from 'lit';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { DateOrder } from '../../core/dataset/readers/record-reader.js';
import { describeView } from '../../core/scene/describe-view.js';
import { fill, type Language } from '../../core/scene/language.js';
import type { SceneTally } from '../../core/scene/scene.js';
import type { Domain } from '../../core/viewport/domain.js';
import type { ViewModel } from '../view-model.js';

/** Range and counts in one line. It changes with every frame; what is heard of it is said by the announcer at rest. */
export function statusTemplate(model: ViewModel, domain: Domain | null): TemplateResult {
  const [range, counts] = statusWords(model, domain, model.scene?.tally ?? null);
  return html`<strong>${range}</strong> ${counts}`;
}

/** Of what is listed, whether or not a list is on the screen. */
export const listWords = (model: ViewModel): string => statusWords(model, null, null).join(' ').trim();

/** The same sentences for those who hear it. That names have no room is nothing to them. */
export function spokenStatus(model: ViewModel, domain: Domain | null): string {
  const tally = model.scene && { ...model.scene.tally, unnamed: 0 };
  return model.dataset ? statusWords(model, domain, tally).join(' ').trim() : '';
}

/** That events are there; or what was answered, where they were read again because of it. */
export function loadedWords({ count }: Dataset, answer: DateOrder | null, { messages, numbers }: Language): string {
  const { status, account } = messages;
  if (answer) return answer === 'mdy' ? account.order.readMonthFirst : account.order.readDayFirst;
  return count === 0 ? status.empty : numbers.count(count, status.loaded);
}

/** @param tally what the chart says is in view; null where the events are listed */
function statusWords(
  model: ViewModel,
  domain: Domain | null,
  tally: SceneTally | null,
): readonly [range: string, counts: string] {
  const { total, shown, range, found, language, query } = model;
  const { messages, numbers } = language;
  // Of a million events nobody counts those in a range in every frame of a chart.
  const view = tally ?? listTally(shown.count, model.listed.count);
  const { range: said, counts } = describeView(tally ? domain : range, view, found, language);
  if (query === '') return [said, counts];
  const all = numbers.format(total);
  const matches = `${fill(numbers.count(found, messages.search.matches), { all })}.`;
  // Where all that match are in view, one number says it.
  const { inView, startBefore, endAfter, unnamed } = view;
  const isAll = found === 0 || (inView.most === found && startBefore + endAfter + unnamed === 0 && !view.counted);
  return [said, isAll ? matches : `${matches} ${counts}`];
}

/** Of a list, in which all is in view that is in the range. */
const listTally = (shown: number, listed: number): SceneTally => ({
  shown,
  inView: { least: listed, most: listed },
  startBefore: 0,
  endAfter: 0,
  outside: 0,
  unnamed: 0,
  counted: null,
});
