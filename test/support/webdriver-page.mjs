import { writeFile } from 'node:fs/promises';

/** Named keys as WebDriver writes them (WebDriver, 17.4.2); every other key is its own character. */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const buttons = { left: 0, middle: 1, right: 2 };

/** What the runner's commands, and ours, ask of a Puppeteer page, said in WebDriver. */
export class WebDriverPage {
  #call;
  #position = [0, 0];

  /** @param call (method, path within the session, body) => value of the answer */
  constructor(call) {
    this.#call = call;
  }

  keyboard = {
    down: (key) => this.#keys(down(key)),
    up: (key) => this.#keys(up(key)),
    press: (key) => this.#keys(down(key), up(key)),
    type: (text) => this.#keys(...[...text].flatMap((key) => [down(key), up(key)])),
  };

  mouse = {
    move: (x, y) => {
      this.#position = [x, y];
      return this.#pointer(moveTo(x, y));
    },
    down: (options) => this.#pointer({ type: 'pointerDown', button: buttonOf(options) }),
    up: (options) => this.#pointer({ type: 'pointerUp', button: buttonOf(options) }),
    click: (x, y, options) => {
      this.#position = [x, y];
      const press = [
        { type: 'pointerDown', button: buttonOf(options) },
        { type: 'pointerUp', button: buttonOf(options) },
      ];
      const presses = Array.from({ length: options?.count ?? 1 }, () => press);
      return this.#pointer(moveTo(x, y), ...presses.flat());
    },
    wheel: ({ deltaX = 0, deltaY = 0 }) => {
      const [x, y] = this.#position;
      const scroll = { type: 'scroll', x, y, deltaX, deltaY, duration: 0, origin: 'viewport' };
      return this.#act({ type: 'wheel', id: 'wheel', actions: [scroll] });
    },
    reset: async () => {
      await this.#call('DELETE', '/actions');
      await this.mouse.move(0, 0);
    },
  };

  evaluate(code, ...args) {
    return this.#call('POST', '/execute/sync', { script: `return (${code}).apply(null, arguments)`, args });
  }

  /** The window is larger than the page in it: corrects by the difference. */
  async setViewport({ width, height }) {
    for (let attempt = 0; attempt < 10; attempt++) {
      const [nowWidth, nowHeight] = await this.evaluate('() => [innerWidth, innerHeight]');
      if (nowWidth === width && nowHeight === height) return;
      const rect = await this.#call('GET', '/window/rect');
      const size = { width: rect.width + width - nowWidth, height: rect.height + height - nowHeight };
      await this.#call('POST', '/window/rect', size);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`this window does not become ${width} by ${height}`);
  }

  async screenshot({ path }) {
    const base64 = await this.#call('GET', '/screenshot');
    if (path) await writeFile(path, Buffer.from(base64, 'base64'));
    return base64;
  }

  goto(url) {
    return this.#call('POST', '/url', { url });
  }

  #act(source) {
    return this.#call('POST', '/actions', { actions: [source] });
  }

  #keys(...actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(...actions) {
    return this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }
}

function down(key) {
  return { type: 'keyDown', value: keys[key] ?? key };
}

function up(key) {
  return { type: 'keyUp', value: keys[key] ?? key };
}

function moveTo(x, y) {
  return { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
}

function buttonOf(options) {
  return buttons[options?.button ?? 'left'];
}
