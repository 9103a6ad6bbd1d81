import { dataFile } from '../bench/generate/file.mjs';
import { sample } from '../bench/measure/sample.mjs';
import { serve } from '../bench/measure/server.mjs';
import { about as jsonParse } from '../bench/peers/json-parse.mjs';
import { about as reportTimeline } from '../bench/peers/report-timeline.mjs';

/**
 * The small form of the benchmark (test/bench). Times on a machine that runs tests prove little, so these are counts, and
 * ratios within one round of the main thread's own processor time, which other programs hardly change. What they do change
 * makes a run longer and never shorter: the best of the rounds counts. Code that looks at every event in a frame takes a
 * hundred times as long with a million as with 10,000, not 1.2 times.
 */
const rounds = 3;
/** So many more where the best is over the limit: a machine that others use as well may have had no quiet minute. */
const moreRounds = 4;
/** For what takes long and is either right or far off. */
const fewRounds = 2;
const million = 1_000_000;
const few = 10_000;
const limit = { parses: 2, growth: 1.2, nodes: 1500, heap: 1, taskMs: 100 };
/** Clocks and the garbage of others: added to what the work may be. */
const slackMs = 0.5;

const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 2 });
let measured;

export const checks = {
  async 'a million events: loading'() {
    const { parses, ours } = await measure();
    const least = (samples) => Math.min(...samples.map(({ work }) => work));
    const ratioNow = () => least(ours) / least(parses);
    for (let round = 0; round < moreRounds && ratioNow() > limit.parses; round++)
      await measureLoading({ parses, ours });
    const ratio = ratioNow();
    const heap = Math.min(...ours.map((own) => own.heap / own.textBytes));
    const sentence =
      `work until the first frame ${number(ratio)} times that of a JSON.parse of the text, of ${limit.parses}; ` +
      `heap ${number(heap)} times the text, of ${limit.heap}`;
    if (ratio > limit.parses) {
      throw new Error(
        `${sentence}. See where the time goes with "node test/bench/profile.mjs --while load": an object, a string or a ` +
          `Date for every event costs as much as parsing it.`,
      );
    }
    if (heap > limit.heap) {
      throw new Error(
        `${sentence}. Take a heap snapshot: texts by the million, or parsed data that somebody still holds.`,
      );
    }
    return sentence;
  },

  async 'a million events: work in a frame'() {
    const { ours, small } = await measure();
    const sentences = ['zoom', 'pan'].map((gesture) => {
      // Of each round the middle frame.
      const pairs = small.map((less, round) => [ours[round], less].map((one) => one[gesture].processor.median));
      const [[many, less]] = pairs.sort(([a, b], [c, d]) => a / b - c / d);
      const sentence = `${gesture}: ${number(many)} ms a frame, with ${number(few)} events ${number(less)} ms`;
      if (many > limit.growth * less + slackMs) {
        throw new Error(
          `${sentence}; it may be ${limit.growth} times that. Something in a frame depends on how many events there are. ` +
            `Compare "node test/bench/profile.mjs --while ${gesture}" with the same and "--n ${few}".`,
        );
      }
      return sentence;
    });
    return sentences.join('; ');
  },

  async 'a million events: nodes and counts'() {
    const [{ nodes, figures }] = (await measure()).ours;
    if (nodes > limit.nodes) {
      throw new Error(
        `${number(nodes)} elements, of ${number(limit.nodes)}. Cells and rows are for what is in view only.`,
      );
    }
    const said = `${number(figures.inLanes)} in the lanes; "${figures.status}"`;
    if (figures.inLanes !== million || !figures.status.includes(`${number(million)} of ${number(million)} events`)) {
      throw new Error(
        `All are in view, and the counts do not add up to a million: ${said}. See core/layout/count-bins.ts.`,
      );
    }
    return `${number(nodes)} elements; ${said}`;
  },

  async '100,000 events: the page stays awake while they load'() {
    const data = dataFile(100_000);
    const sentences = [];
    for (const by of ['data', 'src']) {
      const tasks = [];
      for (let round = 0; round < fewRounds; round++) {
        tasks.push((await measureOne({ peer: 'report-timeline', by, data, gestures: 'none' })).longestTask);
      }
      const longest = Math.min(...tasks);
      const sentence = `by ${by}: longest task ${number(longest)} ms of ${limit.taskMs} ms`;
      if (longest > limit.taskMs) {
        throw new Error(
          `${sentence}. Record a performance profile while it loads: that task belongs into slices (view/slices.ts).`,
        );
      }
      sentences.push(sentence);
    }
    return sentences.join('; ');
  },
};

/** Once for all checks: of each round a bare parse, ours with a million events and ours with few. */
function measure() {
  return (measured ??= (async () => {
    const less = dataFile(few);
    const all = { parses: [], ours: [], small: [] };
    for (let round = 0; round < rounds; round++) {
      const gestures = round < fewRounds ? 'work' : 'none';
      await measureLoading(all, gestures);
      if (gestures === 'work') all.small.push(await measureOne({ peer: 'report-timeline', data: less, gestures }));
    }
    return all;
  })());
}

/** One more of a bare parse, and of ours. */
async function measureLoading({ parses, ours }, gestures = 'none') {
  const data = dataFile(million);
  parses.push(await measureOne({ peer: 'json-parse', data, gestures: 'none' }));
  ours.push(await measureOne({ peer: 'report-timeline', data, gestures }));
}

async function measureOne(what) {
  const server = await serve({ 'json-parse': jsonParse, 'report-timeline': reportTimeline });
  try {
    const result = await sample({ origin: server.origin, by: 'data', ...what });
    if (result.failed) throw new Error(`${what.peer} with ${number(result.textBytes)} bytes: ${result.failed}`);
    return result;
  } finally {
    server.close();
  }
}
