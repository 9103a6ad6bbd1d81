import type { ReactiveControllerHost } from 'lit';
import { pickText } from '../../core/i18n/text.js';
import type { MeasureText } from '../../core/layout/type-scale.js';
import { fill, type Language } from '../../core/scene/language.js';
import { cite, citationStyles, type CitationStyle } from '../../core/scene/citation.js';
import { csvPieces } from '../../core/dataset/writers/csv.js';
import { reportPieces } from '../../core/dataset/writers/report-json.js';
import { asciiName } from '../../core/util/ascii-name.js';
import { textToClipboard } from '../../view/clipboard.js';
import { download } from '../../view/download.js';
import { exportPng, exportSvg, type ExportInput } from '../../view/export-picture.js';
import { runInSlices } from '../../view/slices.js';
import { svgNode, toSvgText } from '../../view/svg-tree.js';
import type { Theme } from '../../view/theme.js';
import { checkedPicture, exportInput, pictureWidth, type PictureOptions } from '../export-input.js';
import { shownTitle } from '../templates/header.js';
import type { ViewModel } from '../view-model.js';
import { MenuController } from './menu-controller.js';
import type { PartHost } from './part-host.js';

export interface ExportHost extends Pick<PartHost, 'root' | 'state' | 'selectors' | 'afterUpdate'> {
  measure(): MeasureText;
  theme(): Theme;
  model(): ViewModel;
  /** Address of the page, without the view; null where it leads nowhere. */
  page(): string | null;
  /** Says it politely. */
  say(text: string): void;
}

export type FileKind = 'svg' | 'png' | 'csv' | 'json';

const types: Readonly<Record<FileKind, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
};

/** What leaves the timeline: pictures, tables, citation; and the panel in which a reader chooses among them. */
export class ExportController extends MenuController {
  /** What the reader has chosen; a width of 0 is that of the chart. */
  area: 'view' | 'whole' = 'view';
  width = 0;
  scale = 2;
  style: CitationStyle = 'text';
  /** How it went. */
  note = '';
  /** The button stands at the start of its row, where tools have several. */
  isAtStart = false;
  readonly #host: ExportHost;
  #work = new AbortController();
  #saving = Promise.resolve();

  constructor(element: ReactiveControllerHost & Element, host: ExportHost) {
    super(element, '.export');
    this.#host = host;
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#work.abort();
    this.#work = new AbortController();
  }

  override toggle(): void {
    this.note = '';
    const button = this.#host.root().querySelector<HTMLElement>('.export > button')!;
    // From the middle of the row of tools; the panel hangs from that row's nearer end.
    const offset = button.offsetLeft + button.offsetWidth / 2 - (button.offsetParent?.clientWidth ?? 0) / 2;
    this.isAtStart = this.#host.state().dir === 'rtl' ? offset > 0 : offset < 0;
    super.toggle();
  }

  /** Takes a choice of the reader. */
  choose(choice: Partial<Pick<ExportController, 'area' | 'width' | 'scale' | 'style'>>): void {
    Object.assign(this, { note: '' }, choice);
    void this.render();
  }

  svg(options?: PictureOptions): string {
    const { scale } = checkedPicture(options);
    const input = this.#input(options);
    return input ? exportSvg(input, this.#host.theme(), scale) : toSvgText(svgNode('svg', { width: 1, height: 1 }));
  }

  async png(options?: PictureOptions | number): Promise<Blob> {
    const wanted = checkedPicture(typeof options === 'number' ? { scale: options } : options);
    const input = this.#input(wanted);
    if (!input) throw new Error('there is no chart to make a picture of');
    return exportPng(input, this.#host.theme(), wanted.scale ?? 2);
  }

  /** Empty while there are no data. */
  cite(style: CitationStyle = 'text'): string {
    if (!citationStyles.includes(style)) {
      throw new TypeError(`style of a citation is one of ${citationStyles.join(', ')}, not "${String(style)}"`);
    }
    const model = this.#host.model();
    const { dataset, heading, language } = model;
    if (!dataset) return '';
    const title = (heading ?? dataset.title) ? shownTitle(model) : null;
    const now = new Date();
    // The reader's own day.
    const accessed = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return cite(style, { dataset, title, language, url: this.#host.page(), accessed });
  }

  /** How wide the picture is that the reader has chosen, in CSS pixels. */
  get pictureWidth(): number {
    return pictureWidth(this.#host.state(), this.#options);
  }

  get #options(): PictureOptions {
    return { area: this.area, width: this.width || undefined };
  }

  /** Saves a file as the reader has chosen it, after those that are still being made. */
  save(kind: FileKind): Promise<void> {
    const { signal } = this.#work;
    this.#say(this.#language.messages.exports.saving);
    this.#saving = this.#saving.then(() => (signal.aborted ? undefined : this.#save(kind, signal)));
    return this.#saving;
  }

  async #save(kind: FileKind, signal: AbortSignal): Promise<void> {
    const { messages } = this.#language;
    // Its name is that of the data that it is made of, whatever is shown when it is done.
    const file = `${this.#fileName}.${kind}`;
    try {
      const blob = await this.#make(kind, signal);
      if (signal.aborted) return;
      this.#say(fill(messages.exports[download(blob, file)], { file }));
    } catch (error) {
      const isTooLarge = kind === 'png' && error instanceof RangeError;
      if (!signal.aborted) this.#say(messages.exports[isTooLarge ? 'tooLarge' : 'failed']);
    }
  }

  /** Copies the citation; where the browser does not let us, selects it to be copied by hand. */
  async copy(): Promise<void> {
    const { messages } = this.#language;
    const isCopied = await textToClipboard(this.cite(this.style));
    if (!isCopied) {
      const field = this.#host.root().querySelector<HTMLTextAreaElement>('.citation');
      field?.focus();
      field?.select();
    }
    this.#say(messages.exports[isCopied ? 'copied' : 'byHand']);
  }

  get #language(): Language {
    return this.#host.selectors().language(this.#host.state());
  }

  /** After the title, in English where there is one: its letters are those that every system takes. */
  get #fileName(): string {
    const { dataset, heading } = this.#host.model();
    const title = heading ?? dataset?.title;
    return (title && asciiName(pickText(title, 'en', dataset!.language).text)) || 'timeline';
  }

  #input(options?: PictureOptions): ExportInput | null {
    const host = this.#host;
    return exportInput(host.state(), host.selectors(), shownTitle(host.model()), host.measure(), options);
  }

  /** Of very many events in slices, and in pieces: no text can be as long as a file. */
  async #make(kind: FileKind, signal: AbortSignal): Promise<Blob> {
    if (kind === 'png') return this.png({ ...this.#options, scale: this.scale });
    if (kind === 'svg') return new Blob([this.svg(this.#options)], { type: types.svg });
    const state = this.#host.state();
    const { dataset, locale } = state;
    const selectors = this.#host.selectors();
    const pieces =
      kind === 'csv'
        ? csvPieces(dataset!, selectors.listedOrder(state), locale)
        : reportPieces(dataset!, selectors.listed(state).events);
    return new Blob(await runInSlices(blobsOf(pieces), signal), { type: types[kind] });
  }

  #say(text: string): void {
    this.note = text;
    this.#host.say(text);
    void this.render();
  }
}

/** What is a blob is no longer in the memory that a page has for its texts. */
function* blobsOf(pieces: Iterable<string>): Generator<void, Blob[]> {
  const blobs: Blob[] = [];
  for (const piece of pieces) {
    blobs.push(new Blob([piece]));
    yield;
  }
  return blobs;
}
