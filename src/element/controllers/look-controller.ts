import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MeasureText } from '../../core/layout/type-scale.js';
import { createMeasure, watchFonts } from '../../view/measure-text.js';
import { pageBackground } from '../../view/page-background.js';
import { watchScheme } from '../../view/scheme.js';
import { watchPixelRatio } from '../../view/surface.js';
import { readSpacing, readTheme, staticTheme, type Theme } from '../../view/theme.js';

/** Keeps colours, fonts and text widths as the page and the reader's settings have them, from connect to disconnect. */
export class LookController implements ReactiveController {
  /** Our paper is not the page's: its edge shows, and text needs a margin. */
  isFramed = false;
  /** Another function when other fonts have come: what was measured with the old one no longer holds. */
  measure: MeasureText;
  readonly #host: ReactiveControllerHost & Element;
  readonly #root: () => Element | null;
  #theme: Theme | null = null;
  #isFrameKnown = false;
  #isWatching = false;
  #scheme = '';
  #stops: (() => void)[] = [];

  /** @param root the element in the shadow root that the stylesheet gives its tokens to; null before the first render */
  constructor(host: ReactiveControllerHost & Element, root: () => Element | null) {
    this.#host = host;
    this.#root = root;
    this.measure = this.#createMeasure();
    host.addController(this);
  }

  get theme(): Theme {
    // Outside of a document nothing has a colour; it is drawn again when it comes back, but may be exported before.
    if (!this.#host.isConnected) return staticTheme('light');
    return (this.#theme ??= readTheme(this.#root() ?? this.#host));
  }

  hostConnected(): void {
    this.#stops.push(
      watchFonts(() => this.#renewFonts()),
      watchPixelRatio(() => this.renew()),
    );
    this.#watchSentinel();
    this.renew();
  }

  hostDisconnected(): void {
    this.#stops.splice(0).forEach((stop) => stop());
    this.#isWatching = false;
  }

  hostUpdated(): void {
    if (!this.#isWatching && this.#stops.length > 0) this.#watchSentinel();
    const root = this.#root();
    // Only now the stylesheet applies to what the template says: colours read before would be those of the old scheme.
    const scheme = root?.getAttribute('data-scheme') ?? '';
    if (scheme !== this.#scheme) {
      this.#scheme = scheme;
      this.#theme = null;
      this.#isFrameKnown = false;
    }
    if (this.#isFrameKnown) return;
    this.#isFrameKnown = true;
    const isFramed = root !== null && getComputedStyle(root).backgroundColor !== pageBackground(this.#host);
    if (isFramed === this.isFramed) return;
    this.isFramed = isFramed;
    this.#host.requestUpdate();
  }

  /** The sentinel is there from the first render on. */
  #watchSentinel(): void {
    const sentinel = this.#root()?.parentNode?.querySelector('.scheme');
    if (!sentinel) return;
    this.#isWatching = true;
    // Faces are among what it watches.
    this.#stops.push(watchScheme(sentinel, () => this.#renewFonts()));
  }

  #createMeasure(): MeasureText {
    return createMeasure(
      (role, arabic) => this.theme.fontFamily(role, arabic),
      () => this.theme.spacing,
    );
  }

  /** To be called when text has become wider or narrower: the reader's own spacing may have come or gone. */
  renewSpacing(): void {
    const root = this.#root();
    if (!root) return;
    const { spacing } = this.theme;
    const { letters, words } = readSpacing(root);
    if (letters === spacing.letters && words === spacing.words) return;
    this.#renewFonts();
  }

  #renewFonts(): void {
    this.measure = this.#createMeasure();
    this.renew();
  }

  /** Colours and fonts are read again when they are needed next. */
  renew(): void {
    this.#theme = null;
    this.#isFrameKnown = false;
    this.#host.requestUpdate();
  }
}
