import type { Dataset } from '../dataset/dataset.js';
import { buildFloors, isOffAxis, type Floor } from '../layout/floors.js';
import type { DateKind } from '../temporal/temporal.js';

/** Events of which the same is known about their date, whoever they belong to: one heading, one rail. */
export interface Section {
  readonly kind: DateKind;
  /** The date that all of them share; null for those without a place on the axis. */
  readonly floor: Floor | null;
  readonly events: readonly number[];
}

/** The shown events in reading order: by what is known of their date, then those without any. */
export function buildSections(dataset: Dataset, shown: readonly number[]): readonly Section[] {
  const dated = buildFloors(dataset, shown, { sides: false, basis: false }).map((floor): Section => ({
    kind: floor.kind,
    floor,
    events: floor.events,
  }));
  const offAxis = shown.filter((i) => isOffAxis(dataset, i));
  const rest = (['ongoing', 'undated'] as const).flatMap((kind): Section[] => {
    const events = offAxis.filter((i) => (dataset.kindOf(i) === 'ongoing') === (kind === 'ongoing'));
    return events.length > 0 ? [{ kind, floor: null, events }] : [];
  });
  return [...dated, ...rest];
}
