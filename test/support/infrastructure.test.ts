import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { cdp, emulateMedia, touch } from './input.js';
import { expectPicture } from './picture.js';

describe('the test page', () => {
  it('has the same language, pixel ratio and fonts on every machine', () => {
    expect(navigator.language).to.equal('en-US');
    expect(devicePixelRatio).to.equal(1);
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '16px "Noto Sans"';
    const latin = context.measureText('Deir ez-Zor').width;
    context.font = '16px "Noto Sans Arabic"';
    const arabic = context.measureText('دير الزور').width;
    expect([latin, arabic].map(Math.round)).to.deep.equal([83, 50]);
  });

  it('takes its time zone from the run', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).to.equal(document.documentElement.dataset['zone']);
  });

  it('sends a real wheel and a real touch', async () => {
    const seen: string[] = [];
    const target = document.body.appendChild(document.createElement('div'));
    target.style.cssText = 'position: fixed; inset: 0; touch-action: none';
    target.addEventListener('wheel', (domEvent) => seen.push(`wheel ${domEvent.deltaY} ${domEvent.isTrusted}`));
    target.addEventListener('pointerdown', (domEvent) => seen.push(`${domEvent.pointerType} ${domEvent.isTrusted}`));
    await executeServerCommand('wheel', { position: [50, 50], deltaY: -120 });
    await touch([
      [50, 50],
      [80, 50],
    ]);
    await sendKeys({ press: 'Escape' });
    target.remove();
    expect(seen).to.deep.equal(['wheel -120 true', 'touch true']);
  });

  it('emulates dark mode and forced colours', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    await emulateMedia({ colorScheme: 'light' });
    const forced = (value: string) =>
      cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await forced('active');
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await forced('none');
  });

  it('saves a screenshot', async () => {
    const file = await executeServerCommand<string, { name: string }>('screenshot', { name: 'infrastructure' });
    expect(file).to.match(/infrastructure\.png$/);
  });
});

describe('a picture', () => {
  it('that has no file or differs from it fails', async () => {
    for (const [name, content] of [
      ['support/missing.svg', '<svg/>'],
      ['support/example.svg', '<svg id="other"/>\n'],
    ] as const) {
      const payload = { name, content, readOnly: true };
      const { equal } = await executeServerCommand<{ equal: boolean }, typeof payload>('snapshot', payload);
      expect(equal, name).to.equal(false);
    }
  });

  it('that equals its file passes', () => expectPicture('support/example.svg', '<svg id="example"/>\n'));
});

describe('the test server', () => {
  const get = (name: string) => fetch(`/test-server/${name}`);

  it('answers 404 and 500', async () => {
    expect((await get('404.json')).status).to.equal(404);
    expect((await get('500.json')).status).to.equal(500);
  });

  it('answers late', async () => {
    const start = performance.now();
    const report = (await (await get('slow.json?ms=60')).json()) as { title: string };
    expect(report.title).to.equal('Slow');
    expect(performance.now() - start).to.be.at.least(55);
  });

  it('answers with what is not JSON, not all of it, or not at all', async () => {
    expect((await get('html.json')).headers.get('content-type')).to.contain('text/html');
    for (const name of ['html.json', 'truncated.json', 'broken.json']) {
      const outcome = await get(name)
        .then((response) => response.json())
        .then(
          () => 'parsed',
          () => 'refused',
        );
      expect(outcome, name).to.equal('refused');
    }
  });
});
