import { limited, wait } from './browser.mjs';

const inputsPerSecond = 60;
const modifiers = { ctrl: 2 };

/** Real wheel turns, one every sixtieth of a second whether or not the page keeps up, as from a hand. */
async function wheel(protocol, { x, y }, { wheelModifier }, deltaY, count) {
  await paced(count, () =>
    protocol.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x,
      y,
      deltaX: 0,
      deltaY,
      modifiers: modifiers[wheelModifier] ?? 0,
    }),
  );
}

/** A press, moves of 8 pixels there and back, a release. */
async function drag(protocol, { x, y }, count) {
  const send = (type, at, buttons) =>
    protocol.send('Input.dispatchMouseEvent', { type, x: at, y, button: 'left', buttons, clickCount: 1 });
  await send('mousePressed', x, 1);
  let at = x;
  await paced(count, (i) => send('mouseMoved', (at += i < count / 2 ? -8 : 8), 1));
  await send('mouseReleased', at, 0);
}

async function paced(count, send) {
  const start = performance.now();
  const sent = [];
  for (let i = 0; i < count; i++) {
    const early = start + (i * 1000) / inputsPerSecond - performance.now();
    if (early > 0) await wait(early);
    sent.push(send(i));
  }
  await Promise.all(sent);
}

/** What a peer can do, as functions that do it: `zoom(direction, count)` with +1 in and -1 out, and `pan(count)`. */
export async function handOn(tab, protocol, about, limitMs) {
  const point = await tab.evaluate(() => probe.chartMiddle());
  await protocol.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point });
  const byApi = (direction, count) => {
    const [from, to] = direction > 0 ? [0, count] : [count, 2 * count];
    return tab.evaluate((...numbers) => probe.zoomByApi(...numbers), from, to, 2 * count);
  };
  return {
    zoom(direction, count) {
      const act =
        about.zoom === 'api' ? byApi(direction, count) : wheel(protocol, point, about, direction * -100, count);
      return limited(act, limitMs, 'zooming');
    },
    pan: (count) => limited(drag(protocol, point, count), limitMs, 'panning'),
  };
}
