import { publicationTime, type Dataset } from '../dataset/dataset.js';
import { pickText } from '../i18n/text.js';
import { sizes, type ChartShape } from '../layout/sizes.js';
import { buildScene } from '../scene/build-scene.js';
import type { Language } from '../scene/language.js';
import type { Plot, Scene, SceneLine } from '../scene/scene.js';
import type { SceneInput } from '../scene/scene-builder.js';
import { shortDate } from '../temporal/describe-temporal.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { domainLength, type Domain } from '../viewport/domain.js';
import { createTimeScale } from '../viewport/time-scale.js';

/** The part of the chart that time has, beside the names of lanes and what has no place on the axis. */
export function makePlot(
  width: CssPixels,
  shape: ChartShape,
  dir: 'ltr' | 'rtl',
  mirrored: boolean,
  hasOffAxis: boolean,
): Plot {
  const columns = shape === 'wide' ? sizes.laneColumn + (hasOffAxis ? sizes.undatedColumn : 0) : sizes.keyColumn;
  const plotWidth = Math.max(40, width - columns);
  return { left: dir === 'rtl' ? 0 : columns, width: plotWidth, mirrored };
}

type LineInput = Pick<SceneLine, 'kind' | 'label'> & { readonly time: EpochMs };

/** The report's own date, and today where the data reach near it. */
export function makeLines(
  dataset: Dataset,
  extent: Domain | null,
  { locale, messages }: Language,
  now: EpochMs,
): readonly LineInput[] {
  const lines: LineInput[] = [];
  const published = publicationTime(dataset);
  if (published !== null) {
    const label = dataset.publication?.label;
    lines.push({
      kind: 'published',
      time: published,
      label: label ? pickText(label, locale, dataset.language).text : messages.axis.published,
    });
  }
  if (extent && now >= extent[0] && now <= extent[1] + domainLength(extent) * 0.1) {
    lines.push({ kind: 'today', time: now, label: messages.axis.today });
  }
  return lines;
}

/** What a frame is computed from. */
export interface FrameInput extends Omit<SceneInput, 'scale' | 'shortDate'> {
  readonly domain: Domain | null;
}

export function sceneOf({ domain, ...input }: FrameInput): Scene {
  const scale = domain && createTimeScale(domain, input.plot.width);
  const year = (time: EpochMs): number => new Date(time).getUTCFullYear();
  const otherYear = (time: EpochMs): boolean => domain !== null && year(time) !== year((domain[0] + domain[1]) / 2);
  return buildScene({
    ...input,
    scale,
    shortDate: (time) => shortDate(time, 'day', input.language.dates, otherYear(time)),
  });
}
