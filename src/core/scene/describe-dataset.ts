import { countKind, type Dataset } from '../dataset/dataset.js';
import type { Language } from './language.js';

/** How many events there are and how much is known of their dates: of data that do not sum themselves up. */
export function describeDataset(dataset: Dataset, { messages, numbers }: Language): string {
  const total = dataset.count;
  const exact = countKind(dataset, 'exact');
  const sentences = [numbers.count(total, messages.summary.total)];
  const { noneExact, allExact, exact: someExact, rest } = messages.summary;
  if (exact === 0) sentences.push(numbers.count(total, noneExact));
  else sentences.push(exact === total ? numbers.count(total, allExact) : numbers.count(exact, someExact));
  if (exact > 0 && exact < total) sentences.push(numbers.count(total - exact, rest));
  return sentences.join(' ');
}
