import { budgetsOfScript, budgetsOfSize, longestTask } from '../budgets.mjs';
import { number, table } from './format.mjs';

/** Every budget with its figure, for the largest number of events in `counts`, and what to do about those not kept. */
export function budgetsTable(samples, shapes, counts, bundled) {
  const rows = [];
  const advice = [];
  const judge = (what, { limit, unit, advice: hint }, value) => {
    if (value === undefined) return;
    const isKept = value <= limit;
    rows.push([what, unit(value), `≤ ${unit(limit)}`, isKept ? 'kept' : '**missed**']);
    if (!isKept) advice.push(`- ${what}: ${unit(value)}, of ${unit(limit)}. ${hint}`);
  };

  const most = Math.max(...counts);
  for (const shape of shapes) {
    const place = `${shape === 'plain' ? '' : `${shape}: `}${number(most)} events: `;
    for (const budget of budgetsOfSize) {
      if (most >= (budget.from ?? 0)) judge(place + budget.what, budget, budget.of(samples, { shape, count: most }));
    }
  }
  judge(longestTask.what, longestTask, longestTask.of(samples, { shape: 'plain', count: 100_000 }));
  for (const budget of budgetsOfScript) if (bundled) judge(budget.what, budget, budget.of(bundled));

  const parts = [table(['budget', 'measured', 'limit', ''], rows)];
  if (advice.length > 0) parts.push(`Where to look:\n\n${advice.join('\n')}`);
  return parts.join('\n\n');
}
