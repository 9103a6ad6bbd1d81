import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { exists, read, readJson, repositoryFiles } from '../support/repository.mjs';

const report = 'data/deir-ez-zor-2016-05.json';
const schema = 'data/report-timeline.schema.json';
const source = 'test/fixtures/report.ar.txt';

/** Each makes a valid report invalid in one way; a schema that lets one pass checks too little. */
const mutations = {
  'no list of events': (data) => delete data.events,
  'events that are not a list': (data) => (data.events = {}),
  'an event without an id': (data) => delete data.events[0].id,
  'an event without a title': (data) => delete data.events[0].title,
  'a date that is a number': (data) => (data.events[0].when = 20160514),
  'actors that are not a list': (data) => (data.events[0].actors = 'everybody'),
  'an unknown certainty': (data) => (data.events[0].certainty = 'surely'),
  'a number of dead in words': (data) => (data.events[0].killed = 'many'),
  'a negative number of dead': (data) => (data.events[0].killed = { low: -1, best: null, high: null }),
  'a claim whose quote is a number': (data) => (data.events[0].claims = [{ by: 'A', quote: 5 }]),
};

export const checks = {
  'data sets follow the schema'() {
    const validate = validator();
    const files = repositoryFiles()
      .filter((file) => /^(data|demo)\/.*\.json$/.test(file) && file !== schema)
      // Settings of compilers are called .json too, and may have comments.
      .filter((file) => read(file).includes('"$schema"'));
    if (!files.includes(report))
      throw new Error(`${report} must have "$schema", so that editors and this check see it.`);

    const problems = files.flatMap((file) => {
      if (validate(readJson(file))) return [];
      return validate.errors.slice(0, 10).map((error) => `${file} ${error.instancePath || '/'} ${error.message}`);
    });
    if (problems.length > 0) throw new Error(`Correct the data, or the schema if it is wrong:\n${problems.join('\n')}`);
    return `${files.length} valid`;
  },

  'the schema refuses wrong data'() {
    const validate = validator();
    // Otherwise everything is refused, for the same wrong reason.
    if (!validate(readJson(report))) throw new Error(`${report} itself is not valid.`);
    const accepted = Object.entries(mutations).filter(([, mutate]) => {
      const data = readJson(report);
      mutate(data);
      return validate(data);
    });
    if (accepted.length > 0) throw new Error(`${schema} accepts ${accepted.map(([name]) => name).join('; ')}.`);
  },

  'Arabic quotes are verbatim'() {
    const text = read(source);
    const quotes = readJson(report).events.flatMap(({ id, claims = [] }) =>
      claims
        .map(({ quote }) => ({ id, quote: typeof quote === 'string' ? quote : quote?.ar }))
        .filter(({ quote }) => quote),
    );
    if (quotes.length === 0) throw new Error(`${report} has no Arabic quotes in events[].claims[].quote.`);
    const wrong = quotes.filter(({ quote }) => !text.includes(quote));
    if (wrong.length > 0) {
      const list = wrong.map(({ id, quote }) => `${id}: ${quote}`).join('\n');
      throw new Error(`These are not in ${source}, letter by letter (mind the no-break spaces):\n${list}`);
    }
    return `${quotes.length} quotes`;
  },
};

function validator() {
  for (const file of [report, schema]) if (!exists(file)) throw new Error(`${file} is not there.`);
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  addFormats(ajv);
  return ajv.compile(readJson(schema));
}
