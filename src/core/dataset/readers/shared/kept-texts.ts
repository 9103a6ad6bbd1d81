import { rowOf } from '../../build-dataset.js';
import type { DatasetBuilder } from '../../dataset-builder.js';
import type { IssueLog } from '../../issue-log.js';
import { textAt, TextColumnBuilder, type TextColumn } from '../../text-column.js';

/** What some events say that can be understood only when the whole file has been seen, as text until then. */
export interface KeptTexts {
  readonly characters: number;
  /** Of the event that the builder is at. */
  keep(text: string): void;
  /** Goes back to each event of which there is a text: the builder and the log are at it. Nothing can be kept any more. */
  again(look: (text: string, row: number) => void): Generator<undefined, void>;
}

/** Events between two yields. */
const slice = 1000;

export function createKeptTexts(builder: DatasetBuilder, log: IssueLog): KeptTexts {
  const kept = new TextColumnBuilder();
  let texts: TextColumn | null = null;
  return {
    get characters() {
      return kept.characters;
    },
    keep(text) {
      kept.set(builder.count, text);
    },
    *again(look) {
      const { count } = builder;
      texts ??= kept.finish(count);
      for (let event = 0; event < texts.ends.length; event++) {
        if (event % slice === slice - 1) yield;
        const text = textAt(texts, event);
        if (text === '') continue;
        builder.count = event;
        look(text, (log.row = rowOf(event, log)));
        builder.count = count;
      }
      log.row = null;
    },
  };
}
