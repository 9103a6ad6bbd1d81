import type { DateOrder } from '../core/dataset/readers/record-reader.js';
import type { View } from './view-model.js';

/** What a reader has chosen and neither the state nor an attribute says. It holds until the page, or other data, take it back. */
export class Chosen {
  /** Null: as the page has it, and as there is room. */
  view: View | null = null;
  /** Null: as the page speaks. */
  language: string | null = null;
  /** The answer to the question how the dates of the data are to be read. */
  dateOrder: DateOrder | null = null;
  issuesOpen = false;
  /** Index in the reading order of the first event on the list's page. */
  listStart = 0;
}
