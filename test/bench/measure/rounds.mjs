import { dataFile } from '../generate/file.mjs';
import { sample } from './sample.mjs';
import { number } from '../report/format.mjs';

/**
 * Measures every cell once a round, forwards and backwards in turn: what slows the machine for a while slows all of them,
 * and ratios are taken between samples of one round. A cell is `{peer, by, count, shape, gestures}`. After a failure a
 * peer is left out where there would be as many events or more.
 */
export async function measureRounds({ cells, rounds, origin, limitMs, gpu, onSample = () => {} }) {
  const samples = [];
  const stopped = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const cell of round % 2 ? cells.toReversed() : cells) {
      const { peer, by, count, shape } = cell;
      if (count >= (stopped.get(peer) ?? Infinity)) continue;
      const data = dataFile(count, shape);
      const result = { round, ...cell, ...(await sample({ origin, limitMs, gpu, ...cell, data })) };
      if (result.failed) stopped.set(peer, Math.min(count, stopped.get(peer) ?? Infinity));
      samples.push(result);
      console.error(`round ${round + 1}  ${number(count)} ${shape}  ${peer} by ${by}: ${inShort(result)}`);
      onSample(samples);
    }
  }
  return samples;
}

function inShort({ failed, ready, first, zoom, pan, errors }) {
  const parts = [
    ...(first === undefined ? [] : [`ready ${number(ready)} ms, first frame ${number(first)} ms`]),
    ...(zoom ? [`zoom ${number(zoom.work.median)} ms a frame`] : []),
    ...(pan ? [`pan ${number(pan.work.median)}`] : []),
    ...(failed ? [`STOPPED, ${failed}`] : []),
    ...(errors ? [`errors: ${errors[0]}`] : []),
  ];
  return parts.join(', ');
}
