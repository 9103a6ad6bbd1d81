import { html, nothing, type TemplateResult } from 'lit';
import type { Actions, ViewModel } from '../view-model.js';
import { chartTemplate } from './chart.js';
import { countsLegendTemplate } from './counts-legend.js';
import { detailsTemplate } from './details.js';
import { problemsTemplate, readingTemplate } from './account.js';
import { attributionTemplate } from './attribution.js';
import { headerTemplate } from './header.js';
import { helpTemplate } from './help.js';
import { legendTemplate } from './legend.js';
import { listTemplate } from './list.js';
import { noMatchTemplate, noneInRangeTemplate } from './no-match.js';
import { allOffTemplate, emptyTemplate, failedTemplate, loadingTemplate } from './states.js';
import { paperChartTemplate, paperListTemplate } from './paper.js';
import { tableTemplate } from './table.js';
import { toolbarTemplate } from './toolbar.js';

/** Everything, from the heading down: what there is to say, and which of its states the data are in. */
export function contentTemplate(
  model: ViewModel,
  actions: Actions,
  onKey: (keyEvent: KeyboardEvent) => void,
): TemplateResult | typeof nothing {
  const { dataset, controls } = model;
  if (model.isFallback) return loadingTemplate(model);
  const hasEvents = dataset !== null && dataset.count > 0;
  const hasTools = (
    ['filter', 'search', 'view', 'zoom', 'story', 'status', 'export', 'help', 'language'] as const
  ).some((name) => controls.has(name));
  return html`${headerTemplate(model)} ${problemsTemplate(model, actions)} ${loadingTemplate(model)}
    ${failedTemplate(model, actions)}
    ${hasEvents && (hasTools || (model.link && controls.has('link'))) ? toolbarTemplate(model, actions) : nothing}
    ${dataset !== null && !hasEvents ? emptyTemplate(model) : nothing}
    ${hasEvents ? mainTemplate(model, actions, onKey) : nothing} ${attributionTemplate(model)}
    ${readingTemplate(model, actions)} <slot name="footer"></slot> ${helpTemplate(model)}`;
}

/** Chart or list with details and legend; or why nothing of it is shown. */
function mainTemplate(
  model: ViewModel,
  actions: Actions,
  onKey: (keyEvent: KeyboardEvent) => void,
): TemplateResult | typeof nothing {
  const { controls, view, detailsPlace, load, shownLanes, shown, scene, densityCount } = model;
  if (shownLanes.length === 0) return load.kind === 'failed' ? nothing : allOffTemplate(model, actions);
  if (shown.count === 0) return noMatchTemplate(model, actions);
  if (view !== 'chart' && model.listed.count === 0) return noneInRangeTemplate(model, actions);
  return html`<div class=${`main ${detailsPlace}`} @keydown=${onKey}>
      ${{ chart: chartTemplate, list: listTemplate, table: tableTemplate }[view](model, actions)}
      ${detailsTemplate(model, actions)}
    </div>
    ${paperChartTemplate(model)}
    ${
      controls.has('legend') && (view !== 'table' || model.paper)
        ? html`${densityCount > 0 ? countsLegendTemplate(model) : nothing}
          ${densityCount > 0 && densityCount === scene!.lanes.length ? nothing : legendTemplate(model)}`
        : nothing
    }
    ${paperListTemplate(model)}`;
}
