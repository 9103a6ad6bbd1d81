import type { FacetName } from '../../core/layout/facets.js';
import { MenuController } from './menu-controller.js';

/** The panel of filters. Besides being open or closed it has facets of which all is shown, and what is looked for there. */
export class FacetMenuController extends MenuController {
  /** By facet of which more than the first values is shown: what is typed into its field. */
  readonly texts = new Map<FacetName, string>();

  override toggle(): void {
    this.texts.clear();
    super.toggle();
  }

  /**
   * Shows more of a facet, or less. The focus goes on where more begins: to the field, or to the first value that is new.
   *
   * @param place what the facet's values stand in
   */
  async toggleFacet(name: FacetName, place: Element): Promise<void> {
    const shown = place.querySelectorAll('label').length;
    const isMore = !this.texts.delete(name);
    if (isMore) this.texts.set(name, '');
    await this.render();
    if (isMore) (place.querySelector<HTMLElement>('.field') ?? place.querySelectorAll('input')[shown])?.focus();
  }

  findIn(name: FacetName, text: string): void {
    this.texts.set(name, text);
    void this.render();
  }
}
