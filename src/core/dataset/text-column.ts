import { grown, trimmed } from '../util/typed-arrays.js';

/**
 * One text for each event, those of many events joined into one string: a million texts are some thousand objects, and
 * what is searched is a few long strings.
 */
export interface TextColumn {
  /**
   * `textsPerBlock` texts each, with `textSeparator` between them. A list of texts is a block that nobody has joined yet:
   * ask `blockAt` for the text.
   */
  readonly blocks: readonly (string | readonly string[])[];
  /** Where the text of each event ends in its block; the next begins one character after. Empty: no event has a text. */
  readonly ends: Uint32Array;
}

/** Fewer would be more objects for the collector of garbage to look at, more would make single texts slow to get. */
export const textsPerBlock = 1024;

/** Nobody searches for it, and no white space of a search matches it. A text may hold it, because `ends` tells the ends. */
export const textSeparator = '\0';

/** The text of an event; empty where it has none. */
export function textAt({ blocks, ends }: TextColumn, index: number): string {
  if (!(index < ends.length)) return '';
  const block = blocks[Math.floor(index / textsPerBlock)]!;
  if (typeof block !== 'string') return block[index % textsPerBlock]!;
  const start = index % textsPerBlock === 0 ? 0 : ends[index - 1]! + 1;
  return block.slice(start, ends[index]);
}

/** A block as one text; what was not joined is joined now, for good. */
export function blockAt({ blocks }: TextColumn, number: number): string {
  const block = blocks[number]!;
  return typeof block === 'string' ? block : ((blocks as string[])[number] = block.join(textSeparator));
}

/**
 * Takes texts in the order of the events; events that are passed over have none.
 *
 * Texts that are in memory anyway, as those of an object that the page gave, are left apart: joining a million takes
 * longer than reading them, and nothing of the first picture needs it.
 */
export class TextColumnBuilder {
  /** Of all texts together. */
  characters = 0;
  #count = 0;
  #end = 0;
  #ends = new Uint32Array(0);
  readonly #blocks: (string | readonly string[])[] = [];
  #open = new Array<string>(textsPerBlock).fill('');
  readonly #held: number;

  /** @param held so many texts are to come that are in memory anyway; 0: they come in bit by bit */
  constructor(held = 0) {
    this.#held = held;
  }

  set(event: number, text: string): void {
    while (this.#count < event) this.#add('');
    this.#add(text);
  }

  #add(text: string): void {
    const place = this.#count % textsPerBlock;
    if (this.#count === this.#ends.length) this.#ends = grown(this.#ends, this.#held || undefined);
    const end = place === 0 ? text.length : this.#end + 1 + text.length;
    this.#open[place] = text;
    this.#end = end;
    this.#ends[this.#count++] = end;
    this.characters += text.length;
    if (place === textsPerBlock - 1) this.#close(textsPerBlock);
  }

  #close(size: number): void {
    const texts = this.#open;
    const block = size < textsPerBlock ? texts.slice(0, size) : texts;
    this.#blocks.push(this.#held > 0 ? block : block.join(textSeparator));
    if (this.#held > 0) this.#open = new Array<string>(textsPerBlock).fill('');
  }

  /** The texts of the first `count` events. Nothing can be added afterwards. */
  finish(count: number): TextColumn {
    if (this.#count === 0) return { blocks: [], ends: this.#ends };
    while (this.#count < count) this.#add('');
    const left = this.#count % textsPerBlock;
    if (left > 0) this.#close(left);
    return { blocks: this.#blocks, ends: trimmed(this.#ends, count) };
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
