import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { version } from '../version.js';
import { createDecoder } from '../view/decode-text.js';
import { renderStatic } from './index.js';

const name = 'report-timeline';

/** What the command is told, in the order of its help. Those of the element have the names of its attributes. */
const options = {
  out: ['FILE', 'write to a file instead of standard output'],
  fragment: ['', 'only <report-timeline> and what stands in it, for a template'],
  lang: ['TAG', "language, such as en or ar-SY; by default the data's"],
  dir: ['DIR', 'ltr or rtl; by default that of the language'],
  heading: ['TEXT', "instead of the data's title"],
  'heading-level': ['N', '1 to 6; by default 1, in a fragment 2'],
  'group-by': ['WHAT', 'what a lane is: actor, target, place, type, means, source, certainty'],
  actors: ['NAMES', 'which lanes, in this order, separated by commas'],
  from: ['DATE', 'the range shown first: EDTF or ISO 8601'],
  to: ['DATE', ''],
  'axis-direction': ['DIR', 'auto, ltr, rtl'],
  theme: ['NAME', 'auto, light, dark'],
  width: ['PIXELS', 'of the drawn chart; by default 960'],
  format: ['NAME', 'auto, report, csv, acled, ucdp-ged, timemap, timelinejs, vis'],
  'date-order': ['ORDER', 'dmy, mdy, ymd: how dates in figures are written'],
  script: ['URL', "of the element's script; by default report-timeline.js"],
  integrity: ['HASH', 'of that script'],
  src: ['URL', 'the element loads the data from there; else they stand in the page'],
  'may-publish': ['', 'whoever owns the rows permits that they are passed on (ACLED does not by itself)'],
  help: ['', 'this text'],
  version: ['', 'the version'],
} as const satisfies Readonly<Record<string, readonly [value: string, about: string]>>;

type OptionName = keyof typeof options;

const usage = `Usage: ${name} render [FILE] [options]

Prints a timeline as HTML that needs no script, and becomes the element where the script is there.
FILE has the events in any form that the element reads; - is standard input; without it the report that comes along.

${Object.entries(options)
  .map(([option, [value, about]]) => `  ${`--${option} ${value}`.trimEnd().padEnd(26)}${about}`.trimEnd())
  .join('\n')}

Exit code: 0 done, 1 no page for these data, 2 wrong use. What was wrong in the data is said on standard error.
`;

/** So many sentences about the data are read by somebody; of the others the number. */
const mostIssues = 30;

const exitCodes = { done: 0, noPage: 1, wrongUse: 2 } as const;

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function wrongUse(message: string): number {
  say(`${name}: ${message}\nTry "${name} --help".`);
  return exitCodes.wrongUse;
}

async function run(args: readonly string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      options: Object.fromEntries(
        Object.entries(options).map(([option, [value]]) => [option, { type: value ? 'string' : 'boolean' }]),
      ),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    return wrongUse(messageOf(error));
  }
  const { values, positionals } = parsed;
  const value = (option: OptionName): string | undefined => values[option] as string | undefined;
  if (values['help'] || values['version']) {
    process.stdout.write(values['help'] ? usage : `${version}\n`);
    return exitCodes.done;
  }
  const [command, file, ...others] = positionals;
  if (command !== 'render')
    return wrongUse(command === undefined ? 'what is to be done?' : `"${command}" is no command.`);
  if (others.length > 0) return wrongUse(`one file at a time, not also "${others[0]}".`);
  const number = (option: OptionName): number | undefined =>
    value(option) === undefined ? undefined : Number(value(option));

  let data: string | undefined;
  try {
    if (file !== undefined) data = await textOf(file);
  } catch (error) {
    say(`${name}: ${file} cannot be read: ${messageOf(error)}`);
    return exitCodes.noPage;
  }
  let page;
  try {
    // Only what is given: an option that is undefined is none. The names are checked there.
    page = renderStatic(
      data,
      defined({
        format: value('format'),
        dateOrder: value('date-order'),
        lang: value('lang'),
        dir: value('dir'),
        groupBy: value('group-by'),
        actors: value('actors'),
        from: value('from'),
        to: value('to'),
        axisDirection: value('axis-direction'),
        theme: value('theme'),
        heading: value('heading'),
        headingLevel: number('heading-level'),
        width: number('width'),
        script: value('script'),
        integrity: value('integrity'),
        fragment: values['fragment'],
        src: value('src'),
        mayPublish: values['may-publish'],
      }),
    );
  } catch (error) {
    if (error instanceof RangeError) return wrongUse(error.message);
    throw error;
  }
  const { html, issues, refused } = page;
  for (const { message, path } of issues.slice(0, mostIssues)) say(path ? `${path}: ${message}` : message);
  if (issues.length > mostIssues) say(`… and ${issues.length - mostIssues} more.`);
  if (refused === 'terms') say(terms);
  if (refused === 'unreadable') say(`${name}: nothing in ${file ?? 'the data'} could be read as events.`);
  if (html === null) return exitCodes.noPage;
  const out = value('out');
  try {
    if (out === undefined) process.stdout.write(html);
    else writeFileSync(out, html);
  } catch (error) {
    say(`${name}: ${out} cannot be written: ${messageOf(error)}`);
    return exitCodes.noPage;
  }
  return exitCodes.done;
}

const terms =
  `${name}: these are rows of ACLED, whose terms do not allow them to be passed on, which a page does. ` +
  'With its permission in hand, say so: --may-publish.';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const defined = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined));

/** The text of a file, in the encoding that its first bytes tell, else UTF-8. */
async function textOf(file: string): Promise<string> {
  const decode = createDecoder();
  let text = '';
  // Standard input comes bit by bit: to read it at once fails where whoever writes is slower than we are.
  if (file === '-') for await (const bytes of process.stdin) text += decode(bytes);
  else text = decode(readFileSync(file));
  return text + decode();
}

// Whoever reads may have seen enough: `… | head` is no failure.
process.stdout.on('error', (error: Error & { readonly code?: string }) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await run(process.argv.slice(2));
