import type { Dataset } from '../core/dataset/dataset.js';
import type { ReadingAccount } from '../core/dataset/reading.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { GroupBy, Lane, LaneEvents } from '../core/layout/lanes.js';
import type { Language } from '../core/scene/language.js';
import type { Scene } from '../core/scene/scene.js';
import type { Domain } from '../core/viewport/domain.js';

/** Everything that the page is made of. */
export interface StaticModel {
  readonly dataset: Dataset;
  readonly account: ReadingAccount | null;
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly heading: LocalizedText | null;
  readonly headingLevel: number;
  readonly groupBy: GroupBy;
  readonly lanes: readonly Lane[];
  readonly shown: LaneEvents;
  /** What the chart shows; null where nothing is dated. */
  readonly domain: Domain | null;
  /** Null without a chart. */
  readonly scene: Scene | null;
  /** Events of list and table, in reading order: the first of all that are `listed`. */
  readonly events: readonly number[];
  /** How many there would be. */
  readonly listed: number;
  /** Names in the chart begin with the number of their event in the list; false where it has none. */
  readonly isNumbered: boolean;
}

/** The data are in the format of the element, in which what is symmetric is a fight. */
export const isReport = ({ account }: StaticModel): boolean => account?.format === 'report';

/** Where an event stands in the page: letters that an id and an address take as they are. */
export const anchorOf = (id: string): string =>
  `event-${id.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)!.toString(16)}_`)}`;

/** The tag of a heading, so many levels below that of the whole. */
export const headingTag = ({ headingLevel }: StaticModel, below: number): string =>
  `h${Math.min(6, headingLevel + below)}`;
