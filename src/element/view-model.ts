import type { Dataset } from '../core/dataset/dataset.js';
import type { Issue } from '../core/dataset/issue.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { Lane } from '../core/layout/lanes.js';
import type { Language } from '../core/scene/language.js';
import type { Section } from '../core/scene/list-sections.js';
import type { Scene } from '../core/scene/scene.js';
import type { ControlName } from './controls.js';

/** How far the data are. */
export type LoadState =
  | { readonly kind: 'idle' | 'loading' | 'ready' }
  | {
      readonly kind: 'failed';
      readonly reason: 'http' | 'network' | 'format';
      readonly detail: string;
      readonly url: string | null;
      /** The address, where a reader may safely follow it. */
      readonly link: string | null;
    };

/** Everything that the templates read: computed once a render, so that they decide nothing but form. */
export interface ViewModel {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly dataset: Dataset | null;
  readonly load: LoadState;
  readonly issues: readonly Issue[];
  readonly issuesOpen: boolean;
  readonly heading: LocalizedText | null;
  readonly headingLevel: number;
  readonly controls: ReadonlySet<ControlName>;
  readonly view: 'chart' | 'list';
  /** Details stand beside the chart, below it, or inside the list. */
  readonly detailsPlace: 'beside' | 'below' | 'inline';
  readonly lanes: readonly Lane[];
  readonly offLanes: ReadonlySet<string>;
  readonly shownEvents: readonly number[];
  readonly sections: readonly Section[];
  readonly order: readonly number[];
  readonly selected: number | null;
  /** Index in `order` of the first event on the list's page. */
  readonly listStart: number;
  readonly scene: Scene | null;
  readonly otherLanguage: { readonly lang: string; readonly name: string } | null;
}

/** What a reader may do; the templates only wire these to elements. */
export interface Actions {
  select(index: number | null, focus?: 'details' | 'chart'): void;
  step(by: 1 | -1): void;
  toggleLane(key: string): void;
  showAllLanes(): void;
  setView(view: 'chart' | 'list'): void;
  /** Shows the list's page that begins there. */
  turnTo(listStart: number): void;
  zoom(factor: number): void;
  fit(): void;
  toggleIssues(): void;
  retry(): void;
  switchLanguage(lang: string): void;
}
