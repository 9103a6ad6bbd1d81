import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { attachBrush, type OverviewBrush } from '../../src/view/overview-brush.js';
import { touch } from '../support/input.js';

const box = { left: 50, top: 60 };
const [width, height] = [500, 36];

let svg: SVGSVGElement;
let brush: OverviewBrush;
let log: string[];

beforeEach(async () => {
  svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  svg.style.cssText = `position: absolute; left: ${box.left}px; top: ${box.top}px; overflow: visible; width: ${width}px; height: ${height}px`;
  log = [];
  brush = attachBrush(svg, {
    onBrush: ([x0, x1], phase) => log.push(`${phase} ${Math.round(x0)} ${Math.round(x1)}`),
  });
  brush.update({ width, height, selection: [100, 200] });
  await resetMouse();
});

afterEach(async () => {
  svg.remove();
  await resetMouse();
});

const drag = async (...xs: readonly number[]) => {
  const [first, ...rest] = xs.map((x): [number, number] => [box.left + x, box.top + 18]);
  await sendMouse({ type: 'move', position: first! });
  await sendMouse({ type: 'down' });
  for (const position of rest) await sendMouse({ type: 'move', position });
  await sendMouse({ type: 'up' });
};

const numbersOf = (selector: string, ...names: readonly string[]) =>
  names.map((name) => Number(svg.querySelector(selector)!.getAttribute(name)));
const shown = () => numbersOf('.selection', 'x', 'width');

describe('the overview’s brush', () => {
  it('shows what it is told and does not answer', () => {
    brush.update({ width, height, selection: [120, 180] });
    brush.update({ width: 400, height, selection: [120, 190] });
    expect(shown()).to.deep.equal([120, 70]);
    expect(log).to.deep.equal([]);
  });

  it('moves under the hand', async () => {
    await drag(150, 160, 190);
    expect(log).to.deep.equal(['start 100 200', 'move 110 210', 'move 140 240', 'end 140 240']);
    expect(shown()).to.deep.equal([140, 100]);
  });

  it('is stretched at an edge, which is 24 pixels wide', async () => {
    expect(numbersOf('.handle--e', 'x', 'width', 'y', 'height')).to.deep.equal([188, 24, 0, 36]);
    await drag(209, 249);
    expect(log.at(-1)).to.equal('end 100 240');
  });

  it('has edges of 24 pixels at both ends of the strip too, where nothing is outside', () => {
    brush.update({ width, height, selection: [0, width] });
    expect(numbersOf('.handle--w', 'x', 'width')).to.deep.equal([0, 24]);
    expect(numbersOf('.handle--e', 'x', 'width')).to.deep.equal([width - 24, 24]);
    brush.update({ width, height, selection: [6, width - 9] });
    expect(numbersOf('.handle--w', 'x')).to.deep.equal([0]);
    expect(numbersOf('.handle--e', 'x')).to.deep.equal([width - 24]);
  });

  it('can still be moved where it is narrower than its edges', async () => {
    brush.update({ width, height, selection: [100, 116] });
    await drag(108, 148);
    expect(log.at(-1)).to.equal('end 140 156');
  });

  it('comes to a press beside it, and drags on', async () => {
    await drag(400);
    expect(log.at(-1)).to.equal('end 350 450');
    await drag(20, 30);
    expect(log.at(-1)).to.equal('end 10 110');
  });

  it('has its old range again after it was pressed flat', async () => {
    await drag(205, 150, 105);
    expect(log.at(-1)).to.equal('end 100 200');
    expect(shown()).to.deep.equal([100, 100]);
  });

  it('is not moved under the hand, and takes what it was told when the hand lets go', async () => {
    await sendMouse({ type: 'move', position: [box.left + 150, box.top + 18] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [box.left + 450, box.top + 18] });
    brush.update({ width, height, selection: [50, 60] });
    expect(shown()).to.deep.equal([400, 100]);
    await sendMouse({ type: 'up' });
    brush.update({ width, height, selection: [300, 400] });
    expect(shown()).to.deep.equal([300, 100]);
  });

  it('moves under a finger', async () => {
    await touch([150, 170, 190].map((x) => [box.left + x, box.top + 18]));
    while (!log.at(-1)?.startsWith('end')) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(log.at(-1)).to.equal('end 140 240');
  });

  it('leaves a swipe up or down to the page, and comes to a tap', async () => {
    document.body.style.height = '3000px';
    const swipe = (...path: readonly (readonly [number, number])[]) =>
      touch(path.map(([x, y]) => [box.left + x, box.top + y]));
    await swipe([400, 30], [401, 10], [402, -20], [403, -50]);
    while (scrollY === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    scrollTo(0, 0);
    document.body.style.height = '';
    expect(shown()).to.deep.equal([100, 100]);

    log = [];
    await swipe([400, 18]);
    while (log.length === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(shown()).to.deep.equal([350, 100]);
  });

  it('leaves nothing behind', async () => {
    brush.detach();
    expect(svg.childNodes).to.have.length(0);
    await drag(150, 190);
    expect(log).to.deep.equal([]);
  });

  it('sets no looks inline, only how touches behave', () => {
    const styled = [...svg.querySelectorAll<SVGElement>('[style]')].flatMap((node) => [...node.style]);
    const known = ['touch-action', '-webkit-tap-highlight-color'].filter((name) => CSS.supports(name, 'inherit'));
    expect(new Set(styled)).to.deep.equal(new Set(known));
  });
});
