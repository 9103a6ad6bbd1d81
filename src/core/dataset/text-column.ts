import { grown } from '../util/typed-arrays.js';

/**
 * One text for each event, those of many events joined into one string: a million texts are some thousand objects, and
 * what is searched is a few long strings.
 */
export interface TextColumn {
  /** `textsPerBlock` texts each, with `textSeparator` between them. */
  readonly blocks: readonly string[];
  /** Where the text of each event ends in its block; the next begins one character after. Empty: no event has a text. */
  readonly ends: Uint32Array;
}

export const textsPerBlock = 1024;

/** Nobody searches for it, and no white space of a search matches it. A text may hold it, because `ends` tells the ends. */
export const textSeparator = '\0';

/** The text of an event; empty where it has none. */
export function textAt({ blocks, ends }: TextColumn, index: number): string {
  if (!(index < ends.length)) return '';
  const start = index % textsPerBlock === 0 ? 0 : ends[index - 1]! + 1;
  return blocks[Math.floor(index / textsPerBlock)]!.slice(start, ends[index]);
}

/** Takes texts in the order of the events; events that are passed over have none. */
export class TextColumnBuilder {
  /** Of all texts together. */
  characters = 0;
  #count = 0;
  #end = 0;
  #ends = new Uint32Array(0);
  readonly #blocks: string[] = [];
  readonly #open: string[] = new Array<string>(textsPerBlock).fill('');

  set(event: number, text: string): void {
    while (this.#count < event) this.#add('');
    this.#add(text);
  }

  #add(text: string): void {
    const place = this.#count % textsPerBlock;
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends);
    const end = place === 0 ? text.length : this.#end + 1 + text.length;
    this.#open[place] = text;
    this.#end = end;
    this.#ends[this.#count++] = end;
    this.characters += text.length;
    if (place === textsPerBlock - 1) this.#blocks.push(this.#open.join(textSeparator));
  }

  /** The texts of the first `count` events. Nothing can be added afterwards. */
  finish(count: number): TextColumn {
    if (this.#count === 0) return { blocks: [], ends: this.#ends };
    while (this.#count < count) this.#add('');
    const left = this.#count % textsPerBlock;
    if (left > 0) this.#blocks.push(this.#open.slice(0, left).join(textSeparator));
    return { blocks: this.#blocks, ends: this.#ends.slice(0, count) };
  }
}

/** The column with other texts for some of the events. */
export function replaceTexts(column: TextColumn, changes: ReadonlyMap<number, string>): TextColumn {
  const blocks = column.blocks.slice();
  const ends = column.ends.slice();
  for (const block of new Set(Array.from(changes.keys(), (event) => Math.floor(event / textsPerBlock)))) {
    const first = block * textsPerBlock;
    const size = Math.min(textsPerBlock, ends.length - first);
    const texts = Array.from({ length: size }, (_, i) => changes.get(first + i) ?? textAt(column, first + i));
    blocks[block] = texts.join(textSeparator);
    let end = -1;
    texts.forEach((text, i) => (ends[first + i] = end += text.length + 1));
  }
  return { blocks, ends };
}
