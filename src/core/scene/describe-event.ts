import type { Dataset, Narrowing } from '../dataset/dataset.js';
import type { Count, TimelineEvent } from '../dataset/event.js';
import type { ReadingAccount } from '../dataset/reading.js';
import { pickText, type ShownText } from '../i18n/text.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { namesActors } from '../layout/lanes.js';
import type { CountWords, OtherCountWords } from '../i18n/messages.js';
import { capitalise, describeNarrowing, describeTemporal } from '../temporal/describe-temporal.js';
import { fill, type Language } from './language.js';

/** An event's date as a sentence without its full stop: "Sometime between 14 and 18 May 2016, likely on 14 May". */
export function describeDate(dataset: Dataset, index: number, { locale, dateWords, dates }: Language): string {
  const { temporal, likely } = dataset.date(index);
  const relations =
    temporal === null
      ? dataset.links(index).flatMap(({ type, to, possible }) => {
          // The link says how the other stands to this one; the sentence says how this one stands to the other.
          const own = (
            { before: 'after', after: 'before', contains: 'during', during: null, 'same-as': 'same-as' } as const
          )[type];
          const title = pickText(dataset.event(to).title, locale, dataset.language).text;
          return own === null ? [] : [{ type: own, title, possible }];
        })
      : [];
  return capitalise(describeTemporal(temporal, dateWords, dates, { likely, relations }));
}

/** Why its date is narrower than it is written, a sentence without its full stop for each side that is. */
export function describeNarrowings(
  dataset: Dataset,
  index: number,
  { locale, dateWords, dates }: Language,
): readonly string[] {
  const { startNarrowing, endNarrowing, temporal } = dataset.date(index);
  const described = (narrowing: Narrowing | null, side: 'earliest' | 'latest'): readonly string[] => {
    if (!narrowing) return [];
    const title = pickText(dataset.titleOf(narrowing.from), locale, dataset.language).text;
    const bound = { side, time: dataset[side][index]!, type: narrowing.type, title };
    return [capitalise(describeNarrowing(bound, dateWords, dates, temporal))];
  };
  return [...described(startNarrowing, 'earliest'), ...described(endNarrowing, 'latest')];
}

/** Who did it to whom: "ISIS → civilians"; for a clash both sides, and that they fought each other. */
export interface PartiesText {
  readonly actors: readonly ShownText[];
  readonly targets: readonly ShownText[];
  readonly symmetric: boolean;
}

export function describeParties(dataset: Dataset, event: TimelineEvent, locale: string): PartiesText {
  const shown = (text: LocalizedText): ShownText => pickText(text, locale, dataset.language);
  // Where nobody is named at all, that nobody is named says nothing of the event.
  const named = namesActors(dataset) ? event.actors : [];
  const names = named.map((id) => dataset.actors.find((actor) => actor.id === id)?.name ?? id);
  const actors = event.actorName !== undefined && event.actors.length === 1 ? [event.actorName] : names;
  return {
    actors: actors.map(shown),
    targets: event.targets.map(({ name }) => shown(name)),
    symmetric: event.symmetric,
  };
}

/** A count in words; 0, "not stated" and nothing said are three different sentences. */
export function describeCount(count: Count, words: CountWords, dataset: Dataset, language: Language): string {
  return withDetails(countSentence(count, words, language), count, dataset, language);
}

/** A count under the name of what is counted: "2", "at least 5", "number not stated (“many”)". */
export function describeNumber(count: Count, dataset: Dataset, language: Language): string {
  const { bare, bareWords } = language.messages.casualties;
  // "At least 0" says nothing.
  const own = count.low === 0 && count.high === null ? { ...count, low: null } : count;
  return withDetails(otherSentence(own, '', bare, language), count, dataset, language, true, bareWords);
}

/** The sentence, then who they were and, where there is no number, how the source puts it. */
function withDetails(
  sentence: string,
  count: Count,
  dataset: Dataset,
  { lang, locale, messages }: Language,
  hasWho = true,
  says = messages.casualties.saysWords,
): string {
  const details: string[] = [];
  if (hasWho && count.who !== undefined) details.push(pickText(count.who, locale, dataset.language).text);
  if (count.words !== undefined && count.best === null && count.low === null) {
    details.push(fill(says, { words: pickText(count.words, locale, dataset.language).text }));
  }
  const list = details.join(lang === 'ar' ? '، ' : '; ');
  return list === '' ? sentence : `${sentence} (${list})`;
}

/** Numbers that contradict each other as the range that holds them all. */
function inOrder({ low, best, high }: Count): Pick<Count, 'low' | 'best' | 'high'> {
  const given = [low, best, high].filter((n) => n !== null);
  return { low: low && Math.min(...given), best, high: high === null ? null : Math.max(...given) };
}

function countSentence(given: Count, words: CountWords, { numbers }: Language): string {
  const count = inOrder(given);
  const { best, high } = count;
  // "At least none" says nothing.
  const low = count.low === 0 && high === null ? null : count.low;
  const isExact = low !== null && low === high;
  if (isExact || (best !== null && low === null && high === null)) {
    const exact = low ?? best!;
    return exact === 0 ? words.none : numbers.count(exact, words.exact);
  }
  if (low !== null && high !== null) return fill(words.range, { low: numbers.format(low), high: numbers.format(high) });
  if (low !== null) return numbers.count(low, words.atLeast);
  if (high !== null) return numbers.count(high, words.atMost);
  return words.notStated;
}

function otherSentence(count: Count, name: string, words: OtherCountWords, { numbers }: Language): string {
  const { low, best, high } = inOrder(count);
  const n = (value: number): string => numbers.format(value);
  if (low !== null && high !== null && low !== high) return fill(words.range, { name, low: n(low), high: n(high) });
  if (low !== null && low === high) return fill(words.exact, { name, n: n(low) });
  if (low !== null) return fill(words.atLeast, { name, n: n(low) });
  if (high !== null) return fill(words.atMost, { name, n: n(high) });
  return best === null ? fill(words.notStated, { name }) : fill(words.exact, { name, n: n(best) });
}

/**
 * What a count is called. Data may call it anything, also what every object has, such as `constructor`. A side is named,
 * because nothing that is shown tells which of two is the first.
 */
function countName(name: string, dataset: Dataset, event: TimelineEvent, language: Language): string {
  const { names, sides } = language.messages.casualties;
  if (!Object.hasOwn(names, name)) return name;
  const { actors, targets, symmetric } = describeParties(dataset, event, language.locale);
  const [one, other] = symmetric ? actors : [actors[0], targets[0]];
  const which = name === 'deaths_b' ? 1 : 0;
  return fill(names[name]!, { side: (one && other && [one, other][which]?.text) ?? sides[which] });
}

/** In these forms people expect to be told when nobody was hurt; nobody would ask, as of the discovery of a comet, in others. */
const ofViolence: ReadonlySet<string> = new Set(['report', 'acled', 'ucdp-ged']);
export const tellsOfViolence = (account: ReadingAccount | null): boolean => !account || ofViolence.has(account.format);

/** All counts of an event as sentences; empty when the source states none. */
export function describeCounts(dataset: Dataset, event: TimelineEvent, language: Language): readonly string[] {
  const { casualties } = language.messages;
  const sentences: string[] = [];
  if (event.killed) sentences.push(describeCount(event.killed, casualties.killed, dataset, language));
  if (event.injured) sentences.push(describeCount(event.injured, casualties.injured, dataset, language));
  return [...sentences, ...describeOtherCounts(dataset, event, language)];
}

/** The counts that are neither of the killed nor of the injured. */
export function describeOtherCounts(dataset: Dataset, event: TimelineEvent, language: Language): readonly string[] {
  return Object.entries(event.counts).map(([name, count]) => {
    const words = language.messages.casualties.other;
    const sentence = otherSentence(count, countName(name, dataset, event, language), words, language);
    return withDetails(sentence, count, dataset, language);
  });
}

/**
 * Short counts, for the card and the list: the number without who; groups of nobody are left out.
 *
 * @param hasWords with the source's own word where it gives no number
 */
export function describeCountsShort(
  dataset: Dataset,
  event: TimelineEvent,
  language: Language,
  hasWords = false,
): readonly string[] {
  const { casualties } = language.messages;
  const said = (count: Count, words: CountWords): string => {
    const sentence = countSentence(count, words, language);
    return hasWords ? withDetails(sentence, count, dataset, language, false) : sentence;
  };
  const killed = event.killed && said(event.killed, casualties.killed);
  const injured = event.injured && said(event.injured, casualties.injured);
  const isNeither = killed === casualties.killed.notStated && injured === casualties.injured.notStated;
  return [
    ...(isNeither && !hasWords ? [casualties.noneStated] : [killed ?? [], injured ?? []].flat()),
    ...Object.entries(event.counts)
      .filter(([, { low, best, high }]) => low || high || best !== 0)
      .map(([name, count]) =>
        otherSentence(count, countName(name, dataset, event, language), casualties.other, language),
      ),
  ];
}

/** The n-th of so many, in a lane or of all. */
export interface SpokenPlace {
  readonly n: number;
  readonly of: number;
  readonly lane: string | null;
}

/**
 * An event in one paragraph, for a reader who hears the chart: place in the lane, date, title, place, casualties, who
 * claims it, how sure.
 */
export const describeEvent = (
  dataset: Dataset,
  index: number,
  position: SpokenPlace | null,
  language: Language,
): string => spokenEvent(dataset, index, position, language).reduce((text, piece) => text + piece.text, '');

/** The same in pieces, each with its language: what the data say may be in another one than the words around it. */
export function spokenEvent(
  dataset: Dataset,
  index: number,
  position: SpokenPlace | null,
  language: Language,
): readonly ShownText[] {
  const { lang, dir, locale, numbers, messages } = language;
  const event = dataset.event(index);
  const shown = (text: LocalizedText): ShownText => pickText(text, locale, dataset.language);
  const own = (text: string): ShownText => ({ text, lang, dir });
  const sentences: ShownText[][] = [];
  if (position) {
    const [n, all] = [numbers.format(position.n), numbers.format(position.of)];
    const { lane } = position;
    const words = lane === null ? messages.counts.inView : messages.positionInLane;
    sentences.push([own(fill(words, { n, all, lane: lane ?? '' }))]);
  }
  sentences.push([own(describeDate(dataset, index, language))], [shown(event.title)]);
  const places = event.places.map(({ name }) => shown(name));
  // As long as all are of one language, so is the list of them.
  if (places.length > 0) sentences.push([{ ...places[0]!, text: numbers.list(places.map(({ text }) => text)) }]);
  sentences.push(...describeCountsShort(dataset, event, language, true).map((count) => [own(count)]));
  const by = event.claims[0]?.by;
  if (by !== undefined && shown(by).text !== '') {
    const [before, after] = messages.accordingTo.split('{by}') as [string, string];
    sentences.push([own(before), shown(by), own(after)]);
  }
  if (event.certainty !== 'reported') sentences.push([own(capitalise(messages.certainty[event.certainty]))]);
  return sentences.map(ended).flatMap((pieces, i) => (i > 0 && pieces.length > 0 ? [own(' '), ...pieces] : pieces));
}

/** With a full stop, unless it has an end of its own; nothing where it says nothing. */
function ended(pieces: readonly ShownText[]): readonly ShownText[] {
  const said = pieces.map((piece) => ({ ...piece, text: piece.text.trim() && piece.text })).filter(({ text }) => text);
  const last = said.pop();
  if (!last) return said;
  const text = said.length > 0 ? last.text.trimEnd() : last.text.trim();
  return [...said, { ...last, text: /[.!?؟…]$/.test(text) ? text : `${text}.` }];
}
