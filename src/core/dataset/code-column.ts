import type { LocalizedText } from '../i18n/localized-text.js';
import { ownText } from '../util/own-text.js';
import { grown } from '../util/typed-arrays.js';

/** What a code stands for: the id of an actor or a place, or a name that is its own key. */
export interface CodeKey {
  readonly key: string;
  readonly name: LocalizedText;
}

/** What the events have in common, as numbers. Every event has at least one code, unless no event has any. */
export interface CodeColumn {
  /** In the order in which they first occur, each key once. The key `''` is "not stated". Empty: no event has a value. */
  readonly keys: readonly CodeKey[];
  /** Index into `keys`. */
  readonly codes: Uint16Array | Uint32Array;
  /** The codes of event `i` are those from `offsets[i]` up to, not including, `offsets[i + 1]`. Null: `codes[i]` alone. */
  readonly offsets: Uint32Array | null;
}

/** A name without an id is its own key: in English, or whichever language it has. */
export const keyOfText = (name: LocalizedText): string =>
  typeof name === 'string' ? name : (name['en'] ?? Object.values(name)[0] ?? '');

/** What an event has, without "not stated". */
export function keysAt({ keys, codes, offsets }: CodeColumn, event: number): CodeKey[] {
  const found: CodeKey[] = [];
  const end = offsets ? offsets[event + 1]! : event + 1;
  for (let i = offsets ? offsets[event]! : event; i < end; i++) {
    const key = keys[codes[i]!];
    if (key && key.key !== '') found.push(key);
  }
  return found;
}

/** Takes values in the order of the events, any number for each. */
export class CodeColumnBuilder {
  readonly keys: CodeKey[] = [];
  readonly #codeOf = new Map<string, number>();
  #codes: Uint16Array | Uint32Array = new Uint16Array(0);
  #size = 0;
  #offsets: Uint32Array | null = null;
  #events = 0;
  /** By code, the last event that has it: no cell is so long that looking for what it has would take its square. */
  readonly #lastEvents: number[] = [];
  /** Neighbours in a file are often of the same. */
  #lastKey = '';
  #lastCode = -1;

  /**
   * Gives an event a value; one that it has already changes nothing. The first name of a key stays.
   *
   * @returns whether the column gives it back: not where the event had it, nor where the key has another name.
   */
  add(event: number, key: string, name: LocalizedText = key): boolean {
    if (this.#events < event) {
      const none = this.code('', '');
      while (this.#events < event) this.#begin(none);
    }
    const code = this.code(key, name);
    if (event >= this.#events) this.#begin(code);
    else if (!this.#addAnother(code)) return false;
    return key !== '' && this.keys[code]!.name === name;
  }

  /** Whether the event has a value. */
  has(event: number): boolean {
    return event < this.#events;
  }

  /** The code of a key, which is made where there is none. */
  code(key: string, name: LocalizedText): number {
    if (key === this.#lastKey && this.#lastCode >= 0) return this.#lastCode;
    let code = this.#codeOf.get(key);
    if (code === undefined) {
      const own = ownText(key);
      code = this.keys.push({ key: own, name: name === key ? own : name }) - 1;
      this.#codeOf.set(own, code);
      this.#lastEvents.push(-1);
      if (code === 0x10000) this.#codes = Uint32Array.from(this.#codes);
    }
    this.#lastKey = this.keys[code]!.key;
    this.#lastCode = code;
    return code;
  }

  #begin(code: number): void {
    if (this.#offsets) {
      if (this.#events + 1 >= this.#offsets.length) this.#offsets = grown(this.#offsets);
      this.#offsets[this.#events] = this.#size;
    }
    this.#events++;
    this.#push(code);
  }

  #addAnother(code: number): boolean {
    if (this.#lastEvents[code] === this.#events - 1) return false;
    if (!this.#offsets) {
      this.#offsets = new Uint32Array(this.#codes.length + 1);
      for (let i = 0; i < this.#events; i++) this.#offsets[i] = i;
    }
    this.#push(code);
    return true;
  }

  #push(code: number): void {
    if (this.#size === this.#codes.length) this.#codes = grown(this.#codes);
    this.#codes[this.#size++] = code;
    this.#lastEvents[code] = this.#events - 1;
  }

  /** The codes of the first `count` events. Nothing can be added afterwards. */
  finish(count: number): CodeColumn {
    if (this.#events === 0) return { keys: this.keys, codes: this.#codes, offsets: null };
    if (this.#events < count) this.add(count - 1, '');
    if (!this.#offsets) return { keys: this.keys, codes: this.#codes.slice(0, count), offsets: null };
    const offsets = this.#offsets.slice(0, count + 1);
    if (this.#events === count) offsets[count] = this.#size;
    return { keys: this.keys, codes: this.#codes.slice(0, offsets[count]), offsets };
  }
}
