import { html, nothing, type TemplateResult } from 'lit';
import type { Actions, LinkPlace, ViewModel } from '../view-model.js';
import { icons } from './icons.js';

/** Copies the link to what is shown. Nothing without `link-state`, or where an address leads nowhere. */
export function copyLinkTemplate(
  { link, controls, language }: ViewModel,
  actions: Actions,
  place: LinkPlace,
): TemplateResult | typeof nothing {
  if (!link || !controls.has('link')) return nothing;
  const { copy, copied, title } = language.messages.link;
  const isCopied = link.copied === place;
  // Both texts have their room, so that nothing beside the button moves.
  const text = (words: string, isShown: boolean): TemplateResult =>
    html`<span class=${isShown ? nothing : 'unsaid'}>${words}</span>`;
  return html`<button
    type="button"
    class=${isCopied ? 'copy-link done' : 'copy-link'}
    part="button"
    title=${title}
    @click=${() => actions.copyLink(place)}
  >
    ${icons.link}<span class="either">${text(copy, !isCopied)}${text(copied, isCopied)}</span>
  </button>`;
}

/** Where the browser does not let us copy: a field with the address, in the same element as the button. */
export function copyPanelTemplate(
  { link, language: { messages } }: ViewModel,
  actions: Actions,
  place: LinkPlace,
): TemplateResult | typeof nothing {
  if (link?.panel?.place !== place) return nothing;
  const close = ({ currentTarget }: Event): void => {
    const panel = (currentTarget as Element).closest('.copy-panel')!;
    panel.parentElement!.querySelector<HTMLElement>('.copy-link')?.focus();
    actions.closeLink();
  };
  const onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.key !== 'Escape') return;
    // Nothing else is closed by the same key.
    keyEvent.preventDefault();
    keyEvent.stopPropagation();
    close(keyEvent);
  };
  return html`<p class="copy-panel" @keydown=${onKey}>
    <label
      ><span class="label">${messages.link.address}</span
      ><input class="field" type="text" readonly dir="ltr" .value=${link.panel.address}
    /></label>
    <button
      type="button"
      class="bare"
      part="button"
      aria-label=${messages.details.close}
      title=${messages.details.close}
      @click=${close}
    >
      ${icons.close}
    </button>
  </p>`;
}
