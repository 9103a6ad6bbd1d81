import { createDataset, type Dataset } from './dataset.js';
import type { Issue } from './issue.js';
import { readValue, type ReadingAccount } from './reading.js';
import type { IntakeOptions } from './intake.js';

/** What reading gives: always a list of issues, and a data set unless nothing at all could be read. */
export interface Reading {
  readonly dataset: Dataset | null;
  readonly issues: readonly Issue[];
  /** Null where there was nothing to read. */
  readonly account: ReadingAccount | null;
}

/**
 * Reads a data set from text or from a parsed value, at one go. Never throws for wrong data: what is wrong becomes an
 * issue, and everything else is kept.
 */
export function readDataset(data: unknown, options?: IntakeOptions): Reading {
  const reading = readValue(data, undefined, options);
  for (;;) {
    const { done, value } = reading.next();
    if (done)
      return { dataset: value.parts && createDataset(value.parts), issues: value.issues, account: value.account };
  }
}
