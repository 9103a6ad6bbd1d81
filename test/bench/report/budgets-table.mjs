import { budgetsOfScript, budgetsOfSize, longestTask } from '../budgets.mjs';
import { number, table } from './format.mjs';

/** Every budget with its figure, and where to look for those that are missed. Those of size are for the most events. */
export function budgetsTable(samples, counts, bundled) {
  const most = Math.max(...counts);
  const rows = [
    ...ofSize(most).map((budget) =>
      judge(`${number(most)} events: ${budget.what}`, budget, samples, cellOf('plain', most)),
    ),
    judge(longestTask.what, longestTask, samples, cellOf('plain', 100_000)),
    ...(bundled ? budgetsOfScript.map((budget) => judge(budget.what, budget, bundled)) : []),
  ].filter(({ value }) => value !== undefined);
  const cells = rows.map(({ what, figure, limit, isKept }) => [what, figure, limit, isKept ? 'kept' : '**missed**']);
  return [table(['budget', 'measured', 'limit', ''], cells), ...advice(rows)].join('\n\n');
}

/** The same for several shapes of data: a row a budget, a column a shape, what is missed in bold. */
export function shapesTable(samples, shapes, counts) {
  const most = Math.max(...counts);
  const rows = ofSize(most).map((budget) => ({
    budget,
    judged: shapes.map((shape) => judge(`${budget.what}, ${shape}`, budget, samples, cellOf(shape, most))),
  }));
  const cells = rows.map(({ budget, judged }) => [
    budget.what,
    `≤ ${budget.unit(budget.limit)}`,
    ...judged.map(({ figure, isKept }) => (isKept ? figure : `**${figure}**`)),
  ]);
  const missed = rows.map(({ judged }) => judged.find(({ isKept }) => !isKept)).filter(Boolean);
  return [table([`${number(most)} events`, 'limit', ...shapes], cells), ...advice(missed)].join('\n\n');
}

const cellOf = (shape, count) => ({ shape, count });
const ofSize = (most) => budgetsOfSize.filter(({ from = 0 }) => most >= from);

function judge(what, budget, ...measured) {
  const value = budget.of(...measured);
  // What could not be measured is not kept.
  const isKept = value <= budget.limit;
  return {
    what,
    value,
    figure: budget.unit(value),
    limit: `≤ ${budget.unit(budget.limit)}`,
    isKept,
    hint: budget.advice,
  };
}

function advice(judged) {
  const lines = judged
    .filter(({ isKept }) => !isKept)
    .map(({ what, figure, limit, hint }) => `- ${what}: ${figure} (${limit}). ${hint}`);
  return lines.length > 0 ? [`Where to look:\n\n${lines.join('\n')}`] : [];
}
