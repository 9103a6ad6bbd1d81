import type { DateWords } from './date-words.js';

const seasons = ['spring', 'summer', 'autumn', 'winter'];
const ordinals = ['first', 'second', 'third', 'fourth'];
const relations = { before: 'before', after: 'after', during: 'during', 'same-as': 'same event as' };
const reasons = { before: 'before', after: 'after', during: 'during', 'same-as': 'the same event as' };

export const englishDateWords: DateWords = {
  at: (date, preposition) => `${preposition} ${date}`,
  around: (date) => `around ${date}`,
  possibly: (phrase) => `possibly ${phrase}`,
  about: (date) => `about ${date}`,
  doubtful: (date) => `${date} (possibly)`,
  between: (a, b) => `sometime between ${a} and ${b}`,
  timeBetween: (a, b) => `a time between ${a} and ${b}`,
  fromTo: (a, b) => `from ${a} to ${b}`,
  onOrBefore: (date, preposition) => `${preposition} or before ${date}`,
  onOrAfter: (date, preposition) => `${preposition} or after ${date}`,
  since: (date) => `since ${date}, continuing at the time of the report`,
  endUnknown: (date) => `from ${date}; end not known`,
  until: (date) => `until ${date}, already going on before`,
  startUnknown: (date) => `until ${date}; start not known`,
  range: (a, b) => `${a} to ${b}`,
  orEarlier: (date) => `${date} or earlier`,
  orLater: (date) => `${date} or later`,
  oneOf: (items) => `on one of: ${items.join(', ')}`,
  eachOf: (items) => `on each of: ${items.join(', ')}`,
  undated: 'date not stated',
  ongoing: 'date not stated; going on when the report was written',
  likely: (phrase) => `, likely ${phrase}`,
  perhaps: (phrase) => `, perhaps ${phrase}`,
  relation: (type, title, possible) => `${possible ? 'possibly ' : ''}${relations[type]}: ${title}`,
  join: (phrases) => phrases.join('; '),
  notAfter: (date, type, title) => `not after ${date}, because it was ${reasons[type]} ${title}`,
  notBefore: (date, type, title) => `not before ${date}, because it was ${reasons[type]} ${title}`,
  year: (year) => year,
  decade: (firstYear, year) => (firstYear < 1000 || firstYear % 100 === 0 ? null : `the ${year}s`),
  years: (first, last) => `the years ${first} to ${last}`,
  season(code, year) {
    if (code < 33) {
      const hemisphere = code < 25 ? '' : code < 29 ? 'northern ' : 'southern ';
      return `${hemisphere}${seasons[(code - 21) % 4]} ${year}`;
    }
    const [first, part] = code < 37 ? [33, 'quarter'] : code < 40 ? [37, 'third'] : [40, 'half'];
    return `the ${ordinals[code - first]} ${part} of ${year}`;
  },
  time: (date, time, utc) => `${date === null ? '' : `${date}, `}${time}${utc ? ' UTC' : ''}`,
};
