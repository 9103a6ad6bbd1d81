import { html, nothing, type TemplateResult } from 'lit';

/** Buttons of which one is pressed. */
export function choice<T extends string | number | boolean>(
  label: string,
  chosen: T,
  choose: (value: T) => void,
  options: readonly (readonly [value: T, text: string, icon?: unknown])[],
): TemplateResult {
  return html`<div class="buttons" role="group" aria-label=${label}>
    ${options.map(
      ([value, text, icon]) =>
        html`<button type="button" part="button" aria-pressed=${value === chosen} @click=${() => choose(value)}>
          ${icon ?? nothing}<span>${text}</span>
        </button>`,
    )}
  </div>`;
}
