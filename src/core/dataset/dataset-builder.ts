import { dateKindOf } from '../temporal/date-kind.js';
import { dayMs } from '../temporal/calendar.js';
import type { PlainDate } from '../temporal/plain-date.js';
import { dateKinds, type Temporal } from '../temporal/temporal.js';
import { grown } from '../util/typed-arrays.js';
import type { EpochMs } from '../util/units.js';
import { CodeColumnBuilder } from './code-column.js';
import type { CodeName } from './dataset.js';
import { certainties, type Certainty, type TimelineEvent } from './event.js';
import { isIdBefore } from './id-table.js';
import { TextColumnBuilder, textsPerBlock } from './text-column.js';
import { isLasting, readPlainWhen, type Writing, type Written } from './written-date.js';

const [exact, within, lasted, undated] = (['exact', 'within', 'lasted', 'undated'] as const).map((kind) =>
  dateKinds.indexOf(kind),
) as [number, number, number, number];

/**
 * The columns of a data set while it is read: the setters fill in the event number `count`, `next` goes on to the one
 * after it. Nothing is made for each event, so that what comes in can go at once.
 *
 * A setter may throw a `RangeError` when there is no memory left; the events before that are whole.
 */
export class DatasetBuilder {
  /** Events that are complete. */
  count = 0;
  earliest = new Float64Array(0);
  latest = new Float64Array(0);
  kinds = new Uint8Array(0);
  certainties = new Uint8Array(0);
  writings = new Uint8Array(0);
  coordinates: Float64Array | null = null;
  idsAscend = true;
  readonly ids: TextColumnBuilder;
  readonly titles: TextColumnBuilder;
  readonly summaries: TextColumnBuilder;
  readonly whens = new TextColumnBuilder();
  readonly urls = new TextColumnBuilder();
  readonly groups: Readonly<Record<CodeName, CodeColumnBuilder>> = {
    actor: new CodeColumnBuilder(),
    target: new CodeColumnBuilder(),
    place: new CodeColumnBuilder(),
    type: new CodeColumnBuilder(),
    means: new CodeColumnBuilder(),
    source: new CodeColumnBuilder(),
  };
  readonly rest = new Map<number, Partial<TimelineEvent>>();
  #lastId = '';
  readonly #held: number;
  readonly #first: PlainDate = { earliest: 0, latest: 0, form: 0 };
  readonly #last: PlainDate = { earliest: 0, latest: 0, form: 0 };

  /** @param held so many events are to come whose texts are in memory anyway; 0: not known */
  constructor(held = 0) {
    this.#held = held;
    // One block is joined as soon as it is there.
    const heldTexts = held > textsPerBlock ? held : 0;
    this.ids = new TextColumnBuilder(heldTexts);
    this.titles = new TextColumnBuilder(heldTexts);
    this.summaries = new TextColumnBuilder(heldTexts);
  }

  /** Characters of all texts. */
  get characters(): number {
    const { ids, titles, summaries, whens, urls } = this;
    return ids.characters + titles.characters + summaries.characters + whens.characters + urls.characters;
  }

  next(): void {
    this.count++;
  }

  /** Ids may be doubled; the end of the building mends that. */
  setId(id: string): void {
    if (this.idsAscend && this.count > 0 && !isIdBefore(this.#lastId, id)) this.idsAscend = false;
    this.#lastId = id;
    this.ids.set(this.count, id);
  }

  setUndated(): void {
    this.#setDate(-Infinity, Infinity, undated, 0);
  }

  /** A date of which all is said by its bounds and how it is written. */
  setPlain(earliest: EpochMs, latest: EpochMs, writing: Writing): void {
    const kind = isLasting(writing) ? lasted : latest - earliest > dayMs ? within : exact;
    this.#setDate(earliest, latest, kind, writing);
  }

  /** EDTF of any kind; false when it is not plain, and nothing is set. */
  setPlainWhen(when: string): boolean {
    const writing = readPlainWhen(when, this.#first, this.#last);
    if (writing) this.setPlain(this.#first.earliest, this.#last.latest, writing);
    return writing > 0;
  }

  /**
   * Any date that was read.
   *
   * @param isLate other events have been filled in after this one
   */
  setTemporal({ when, start, end }: Written, temporal: Temporal | null, isLate = false): void {
    if (when === null || temporal === null) return this.setUndated();
    if (start !== undefined || end !== undefined || !this.setPlainWhen(when)) {
      const { earliest, latest } = temporal;
      if (isLate) this.setRest({ when });
      else this.whens.set(this.count, when);
      this.#setDate(earliest ?? -Infinity, latest ?? Infinity, dateKinds.indexOf(dateKindOf(temporal)), 0);
      if (start !== undefined || end !== undefined) {
        this.setRest({ ...(start !== undefined && { start }), ...(end !== undefined && { end }) });
      }
    }
  }

  setCertainty(certainty: Certainty): void {
    this.#reserve();
    this.certainties[this.count] = certainties.indexOf(certainty);
  }

  /** Where its one place is; `NaN` where that is not stated. */
  setCoordinates(lat: number, lon: number): void {
    this.#reserve();
    this.coordinates ??= new Float64Array(2 * this.earliest.length).fill(NaN);
    this.coordinates[2 * this.count] = lat;
    this.coordinates[2 * this.count + 1] = lon;
  }

  /** Fields that no column holds. */
  setRest(fields: Partial<TimelineEvent>): void {
    const all = { ...this.rest.get(this.count), ...fields };
    if (Object.keys(all).length > 0) this.rest.set(this.count, all);
  }

  #setDate(earliest: EpochMs, latest: EpochMs, kind: number, writing: Writing): void {
    this.#reserve();
    const { count } = this;
    this.earliest[count] = earliest;
    this.latest[count] = latest;
    this.kinds[count] = kind;
    this.writings[count] = writing;
  }

  #reserve(): void {
    if (this.count < this.earliest.length) return;
    const least = this.#held || undefined;
    this.latest = grown(this.latest, least);
    this.kinds = grown(this.kinds, least);
    this.certainties = grown(this.certainties, least);
    this.writings = grown(this.writings, least);
    const { coordinates } = this;
    if (coordinates) this.coordinates = grown(coordinates).fill(NaN, coordinates.length);
    this.earliest = grown(this.earliest, least);
  }
}
