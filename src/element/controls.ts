/** The parts around the chart that a page may choose among with the attribute `controls`. */
export const controlNames = [
  'heading',
  'summary',
  'filter',
  'search',
  'view',
  'zoom',
  'story',
  'status',
  'link',
  'export',
  'help',
  'language',
  'overview',
  'legend',
  'details',
] as const;
export type ControlName = (typeof controlNames)[number];

/** Reads the attribute: all when it is not there or empty, none for `none`, else those named; the rest is returned as wrong. */
export function parseControls(value: string | null | undefined): {
  readonly controls: ReadonlySet<ControlName>;
  readonly wrong: readonly string[];
} {
  const tokens = (value ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (tokens.length === 0) return { controls: new Set(controlNames), wrong: [] };
  if (tokens.length === 1 && tokens[0] === 'none') return { controls: new Set(), wrong: [] };
  const isControl = (token: string): token is ControlName => (controlNames as readonly string[]).includes(token);
  return { controls: new Set(tokens.filter(isControl)), wrong: tokens.filter((token) => !isControl(token)) };
}
