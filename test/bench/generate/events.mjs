import { seededRandom } from './random.mjs';
import { burstsOf, shapes } from './shapes.mjs';

const words = (
  'agency report review committee hearing filed update contract budget audit notice vendor release draft final policy ' +
  'council meeting vote record letter email phone staff director office region county state federal grant award appeal ' +
  'court ruling order motion delay launch test pilot phase plan scope risk issue change request approval denied signed'
).split(' ');

/** Text is put together from so many fragments: fast to make, and hardly any two events say the same. */
const fragmentCount = 4096;
/** Pieces of about as many characters are handed on. */
const pieceLength = 1 << 20;

/**
 * The text of a file `{"events": [...]}` with `count` events, piece by piece. The same count, shape and seed give the same
 * bytes. About 360 bytes an event, all ASCII. Runs in a page as well as in Node.
 */
export function* eventsText(count, { shape = 'plain', seed = 42 } = {}) {
  const { date, actor } = shapes[shape];
  const random = seededRandom(seed);
  const shorter = Array.from({ length: fragmentCount }, () => fragment(random, 22 + random() * 8));
  const longer = Array.from({ length: fragmentCount }, () => fragment(random, 39 + random() * 16));
  const pick = (fragments) => fragments[Math.floor(random() * fragmentCount)];
  const bursts = burstsOf(random);

  let piece = '{"events":[';
  for (let i = 0; i < count; i++) {
    const when = date(random, i, bursts);
    const lane = actor(random);
    const title = `${pick(shorter)} ${pick(shorter)}`;
    const description = `${pick(longer)} ${pick(longer)} ${pick(longer)} ${pick(longer)}`;
    piece +=
      `${i > 0 ? ',' : ''}{"id":"e${String(i).padStart(7, '0')}",${when}${when && ','}"actor":"${lane}",` +
      `"title":"${title}","description":"${description}"}`;
    if (piece.length >= pieceLength) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}]}`;
}

function fragment(random, length) {
  let text = '';
  while (text.length < length) text += `${text && ' '}${words[Math.floor(random() * words.length)]}`;
  return text;
}
