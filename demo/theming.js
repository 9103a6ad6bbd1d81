'use strict';

// Every custom property and part that the manifest names, live: what is typed is set on the timeline, and written as CSS.

const timeline = document.getElementById('timeline');
const form = document.getElementById('tokens');
const themeField = document.getElementById('theme');
const snippet = addSnippet(document.querySelector('[data-theme-css]'));

/** The fields by the name of their property. */
const fields = new Map();

/** Against which grounds a colour is seen, and which contrast WCAG 2.2 AA asks for: text 1.4.3, marks and edges 1.4.11. */
const grounds = ['paper', 'zebra', 'tint'];
const text = { least: 4.5, what: 'text' };
const mark = { least: 3, what: 'marks and edges' };
const rules = { ink: text, 'ink-2': text, 'ink-3': text, edge: mark, focus: mark };

// It begins as the page is, and goes back to that.
if (matchMedia('(prefers-color-scheme: dark)').matches) themeField.options[1].defaultSelected = true;

void start();

async function start() {
  try {
    const response = await fetch('../dist/custom-elements.json');
    if (!response.ok) throw new Error(response.statusText);
    const { declarations } = (await response.json()).modules[0];
    const { cssProperties, cssParts } = declarations.find(({ tagName }) => tagName);
    addFields(cssProperties);
    addParts(cssParts);
  } catch {
    document.getElementById('failure').textContent =
      'The manifest could not be read. It is made by "npm run build", and a page that was opened as a file may not read it.';
    return;
  }
  form.addEventListener('input', ({ target }) => {
    const name = target.dataset.colourOf;
    if (name) fields.get(name).input.value = target.value;
    apply();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their old values until the event is over.
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
}

/** In groups, in the order of the manifest. */
function addFields(properties) {
  const groupOf = ({ name, syntax }) => {
    if (syntax !== '<color>') return syntax.startsWith('<family') ? 'Faces' : 'Room';
    if (/actor/.test(name)) return 'Lanes';
    if (grounds.includes(shortName(name))) return 'Grounds';
    return /ink/.test(name) ? 'Text' : 'Lines';
  };
  for (const [title, group] of Map.groupBy ? Map.groupBy(properties, groupOf) : grouped(properties, groupOf)) {
    const set = document.createElement('fieldset');
    set.className = 'group';
    set.append(textElement('legend', title), ...group.map(addField));
    form.append(set);
  }
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function addField(property) {
  const { name, syntax, description } = property;
  const row = document.createElement('div');
  row.className = 'token';
  const label = textElement('label', shortName(name));
  const input = document.createElement('input');
  input.id = `token-${shortName(name)}`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  label.htmlFor = input.id;
  const note = textElement('p', `${description[0].toUpperCase()}${description.slice(1)}.`, 'note');
  note.id = `${input.id}-note`;
  const contrast = textElement('p', '', 'contrast');
  contrast.id = `${input.id}-contrast`;
  input.setAttribute('aria-describedby', `${note.id} ${contrast.id}`);
  row.append(label);
  let colour = null;
  if (syntax === '<color>') {
    colour = document.createElement('input');
    colour.type = 'color';
    colour.id = `${input.id}-colour`;
    colour.dataset.colourOf = name;
    const forColour = textElement('label', `${shortName(name)}, chosen by eye`, 'unseen');
    forColour.htmlFor = colour.id;
    row.append(forColour, colour);
  }
  row.append(input, note, contrast);
  fields.set(name, { property, input, colour, contrast });
  return row;
}

/** Sets what is typed, and says what becomes of it. */
function apply() {
  const theme = themeField.value;
  timeline.setAttribute('theme', theme);
  const written = [];
  for (const [name, { property, input, colour }] of fields) {
    const standard = standardOf(property, theme);
    const value = input.value.trim();
    input.placeholder = standard;
    const isValid = value === '' || isA(property.syntax, value);
    input.toggleAttribute('aria-invalid', !isValid);
    if (value && isValid) {
      timeline.style.setProperty(name, value);
      written.push(`  ${name}: ${value};`);
    } else timeline.style.removeProperty(name);
    if (colour) colour.value = hex(isValid && value ? value : standard, theme);
  }
  for (const [name, field] of fields) field.contrast.textContent = contrastOf(name, theme);
  const lines = written.length > 0 ? written : ['  /* as it is */'];
  writeLines(snippet, `report-timeline {\n${lines.join('\n')}\n}`);
}

/** Of `light-dark(a, b)` the one that holds. */
function standardOf({ default: standard }, theme) {
  const [, light, dark] = /^light-dark\(([^,]+), ([^)]+)\)$/.exec(standard) ?? [];
  if (!light) return standard;
  return theme === 'dark' ? dark : light;
}

function isA(syntax, value) {
  if (syntax === '<color>') return CSS.supports('color', value);
  if (syntax === '<length>') return CSS.supports('width', value);
  return CSS.supports('font-family', value);
}

/** The contrast of one colour with the grounds it is seen on, in words where it is too little. */
function contrastOf(name, theme) {
  const short = shortName(name);
  const rule = rules[short] ?? (short.startsWith('actor') ? mark : null);
  if (!rule) return '';
  const others = rule === text ? grounds : ['paper'];
  const ratios = others.map((ground) => ({
    ground,
    ratio: ratio(valueOf(name, theme), valueOf(full(ground), theme), theme),
  }));
  const least = ratios.reduce((a, b) => (b.ratio < a.ratio ? b : a));
  const said = `${Math.floor(least.ratio * 10) / 10} : 1 on ${least.ground}`;
  if (least.ratio >= rule.least) return said;
  return `${said}: too little. WCAG 2.2 AA asks for ${rule.least} : 1 for ${rule.what}.`;
}

function valueOf(name, theme) {
  const { input, property } = fields.get(name);
  const value = input.value.trim();
  return value && isA(property.syntax, value) ? value : standardOf(property, theme);
}

/** WCAG 2.2, "contrast ratio". */
function ratio(one, other, theme) {
  const [light, dark] = [luminance(one, theme), luminance(other, theme)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour, theme) {
  const [red, green, blue] = channels(colour, theme).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hex(colour, theme) {
  return `#${channels(colour, theme)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Red, green and blue as the browser paints them, whatever the colour is written in. */
function channels(colour, theme) {
  const probe = document.createElement('i');
  probe.style.colorScheme = theme;
  probe.style.color = colour;
  form.append(probe);
  const painted = getComputedStyle(probe).color;
  probe.remove();
  const context = (channels.context ??= document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true }));
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = painted;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/** A button a part: pointed at, the part is outlined; pressed, it is brought about. */
function addParts(parts) {
  const outline = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, outline];
  const status = document.getElementById('part-status');
  const show = (name) => {
    outline.replaceSync(`report-timeline::part(${name}) { outline: 3px solid var(--part); outline-offset: 2px; }`);
    const count = timeline.shadowRoot.querySelectorAll(`[part~="${name}"]`).length;
    const seen = count === 0 ? 'none on the page now' : `${count} on the page`;
    status.replaceChildren(textElement('code', name), ` ${seen}`);
  };
  const bringAbout = {
    list: () => timeline.setAttribute('view', 'list'),
    table: () => timeline.setAttribute('view', 'table'),
    chart: () => timeline.setAttribute('view', 'chart'),
    overview: () => timeline.setAttribute('view', 'chart'),
    details: () => timeline.select('e24'),
  };
  const items = parts.map(({ name, description }) => {
    const button = textElement('button', name);
    button.type = 'button';
    button.addEventListener('pointerenter', () => show(name));
    button.addEventListener('focus', () => show(name));
    for (const type of ['pointerleave', 'blur']) button.addEventListener(type, () => outline.replaceSync(''));
    button.addEventListener('click', async () => {
      bringAbout[name]?.();
      await timeline.ready;
      const part = timeline.shadowRoot.querySelector(`[part~="${name}"]`);
      part?.scrollIntoView({ block: 'nearest' });
      show(name);
    });
    const item = document.createElement('li');
    item.append(button, textElement('span', description));
    return item;
  });
  document.getElementById('part-list').append(...items);
}

function shortName(name) {
  return name.replace('--report-timeline-', '');
}

function full(short) {
  return `--report-timeline-${short}`;
}
