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

/**
 * The sections of one page of a long list, whose events have their order already: neighbours with the same date have
 * one heading.
 */
export function sectionsOf(dataset: Dataset, events: readonly number[]): readonly Section[] {
  const sectionOf = new Map(
    buildSections(dataset, events).flatMap((section) => section.events.map((i) => [i, section])),
  );
  const sections: (Section & { events: number[] })[] = [];
  let last: Section | undefined;
  for (const event of events) {
    const section = sectionOf.get(event)!;
    if (section === last) sections.at(-1)!.events.push(event);
    else sections.push({ ...section, events: [event] });
    last = section;
  }
  return sections;
}

/** The part of the sections that is on one page, from event `start` on. */
export function cutSections(sections: readonly Section[], start: number, length: number): readonly Section[] {
  let before = 0;
  return sections.flatMap((section) => {
    const from = start - before;
    before += section.events.length;
    const events = section.events.slice(Math.max(0, from), Math.max(0, from + length));
    return events.length > 0 ? [{ ...section, events }] : [];
  });
}
