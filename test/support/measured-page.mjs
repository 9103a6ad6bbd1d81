/**
 * What a page can see of a guest. This is the page's first script and keeps books of everything that is attached, observed,
 * timed, fetched and refused; `window.guest` tells what stands in them.
 */
export const measuring = `${nodesOf}\n(${keepBooks})();`;

/** The page's own things, which must look and work as they did. */
export const pageOfItsOwn = `
  <h1 id="h1">A page</h1><p id="p">It has <a href="#x">links</a>, <em>stress</em> and text to <mark>select</mark>.</p>
  <input id="input" value=""><button id="button">Press</button><select><option>One</option></select>
  <ul><li>One</li><li>Two</li></ul><table><caption>T</caption><tr><th>A</th><td>1</td></tr></table>
  <details open><summary>More</summary>text</details><dialog open>A dialog</dialog><svg width="20" height="20"></svg>
  <textarea></textarea><fieldset><legend>L</legend></fieldset><canvas width="10" height="10"></canvas>`;

function keepBooks() {
  const violations = [];
  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI, sample }) =>
    violations.push(`${disposition} ${effectiveDirective} ${blockedURI} ${sample}`),
  );

  /** Listeners by target; what is ours goes with the element, and what is detached goes with whoever holds it. */
  const listeners = new Map();
  const isOfThePage = (target) => {
    if (target instanceof AbortSignal || target instanceof Worker) return false;
    if (!(target instanceof Node)) return true;
    return (
      target.getRootNode() === document &&
      (target === document || !target.closest?.('report-timeline')) &&
      target.isConnected
    );
  };
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isCapture = (options) => (typeof options === 'object' ? Boolean(options?.capture) : Boolean(options));
  const find = (target, type, listener, capture) =>
    (listeners.get(target) ?? []).find((l) => l.type === type && l.listener === listener && l.capture === capture);
  const forget = (target, entry) => {
    const left = (listeners.get(target) ?? []).filter((other) => other !== entry);
    if (left.length > 0) listeners.set(target, left);
    else listeners.delete(target);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    const capture = isCapture(options);
    const { once, signal } = typeof options === 'object' && options ? options : {};
    if (listener && !signal?.aborted && !find(target, type, listener, capture)) {
      const entry = { type, listener, capture };
      listeners.set(target, [...(listeners.get(target) ?? []), entry]);
      if (signal) addEventListener.call(signal, 'abort', () => forget(target, entry));
      if (once) addEventListener.call(target, type, () => forget(target, entry), { once, capture });
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    forget(target, find(target, type, listener, isCapture(options)));
    return removeEventListener.call(target, type, listener, options);
  };
  const nameOf = (target) => target.constructor.name + (target.id ? `#${target.id}` : '');
  const attached = () =>
    [...listeners]
      .filter(([target]) => isOfThePage(target))
      .flatMap(([target, all]) => all.map(({ type }) => `${nameOf(target)} ${type}`));

  /** Everything that is still to come back, by kind. */
  const pending = { timers: new Map(), intervals: new Map(), frames: new Map(), idle: new Map(), fetches: new Map() };
  const wrap = (set, clear, book) => {
    const [start, stop] = [window[set], window[clear]];
    window[set] = (callback, ...rest) => {
      const id = start(
        (...args) => {
          if (set !== 'setInterval') book.delete(id);
          return callback(...args);
        },
        ...rest,
      );
      book.set(id, String(callback).slice(0, 80));
      return id;
    };
    window[clear] = (id) => {
      book.delete(id);
      stop(id);
    };
  };
  const realTimeout = window.setTimeout;
  wrap('setTimeout', 'clearTimeout', pending.timers);
  wrap('setInterval', 'clearInterval', pending.intervals);
  wrap('requestAnimationFrame', 'cancelAnimationFrame', pending.frames);
  if (window.requestIdleCallback) wrap('requestIdleCallback', 'cancelIdleCallback', pending.idle);
  const { fetch } = window;
  window.fetch = (...args) => {
    const asked = {};
    pending.fetches.set(asked, String(args[0]));
    return fetch(...args).finally(() => pending.fetches.delete(asked));
  };

  const observers = new Set();
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver', 'PerformanceObserver']) {
    window[name] = class extends window[name] {
      #of = new Set();
      observe(...args) {
        this.#of.add(args[0]);
        observers.add(this);
        super.observe(...args);
      }
      unobserve(target) {
        super.unobserve(target);
        this.#of.delete(target);
        if (this.#of.size === 0) observers.delete(this);
      }
      disconnect() {
        super.disconnect();
        this.#of.clear();
        observers.delete(this);
      }
    };
  }
  const workers = new Set();
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      workers.add(this);
    }
    terminate() {
      workers.delete(this);
      super.terminate();
    }
  };
  /** What the element has made of its templates, when each was first used. */
  const templates = new Set();
  const { importNode } = document;
  document.importNode = (node, deep) => {
    templates.add(node);
    return importNode.call(document, node, deep);
  };

  /** What drives this browser leaves names of its own. */
  const ofTheTest = /^(puppeteer_|__aria)/;
  /** The names and the values of every object that the language and the browser give to a page. */
  const realm = () => {
    const found = new Map();
    const note = (path, object) => {
      for (const key of Reflect.ownKeys(object)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
        if (!ofTheTest.test(String(key))) found.set(`${path}.${String(key)}`, value ?? get ?? set);
      }
    };
    note('window', window);
    for (const name of Object.getOwnPropertyNames(window)) {
      if (ofTheTest.test(name)) continue;
      const { value } = Object.getOwnPropertyDescriptor(window, name);
      if (typeof value !== 'function' && name !== 'JSON' && name !== 'Reflect' && name !== 'Math') continue;
      note(name, value);
      if (value.prototype) note(`${name}.prototype`, value.prototype);
    }
    note('document', document);
    note('navigator', navigator);
    return found;
  };
  const changes = (before, after) => [
    ...[...after.keys()].filter((key) => !before.has(key)).map((key) => `new: ${key}`),
    ...[...before.keys()].filter((key) => !after.has(key)).map((key) => `gone: ${key}`),
    // A pair of "scroll" values and the like changes by itself; functions and objects do not.
    ...[...before]
      .filter(([key, value]) => after.has(key) && /function|object/.test(typeof value) && after.get(key) !== value)
      .map(([key]) => `changed: ${key}`),
  ];

  const ownElements = () => [...document.body.querySelectorAll('*')].filter((node) => !node.closest('report-timeline'));
  const attributesOf = (node) => [...node.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
  const looks = () =>
    [document.documentElement, document.head, document.body, ...ownElements()].map((node) => {
      const isRoot = node === document.documentElement || node === document.body;
      const style = getComputedStyle(node);
      // Root and body are as high as what stands in them; a ring goes with the focus.
      const names = [...style].filter(
        (name) => !/^outline/.test(name) && !(isRoot && /height|block-size|origin/.test(name)),
      );
      return `${node.localName} [${attributesOf(node)}] ${names.map((name) => style.getPropertyValue(name)).join(' ')}`;
    });
  const stored = async () => [
    `cookie ${document.cookie}`,
    `local ${Object.keys(localStorage)}`,
    `session ${Object.keys(sessionStorage)}`,
    `databases ${(await indexedDB.databases()).map(({ name }) => name)}`,
    `caches ${globalThis.caches ? await caches.keys() : ''}`,
    `workers ${(await navigator.serviceWorker?.getRegistrations())?.length}`,
  ];
  const place = () => [
    `href ${location.href}`,
    `history ${history.length} ${JSON.stringify(history.state)}`,
    `title ${document.title}`,
    `scroll ${scrollX} ${scrollY}`,
    `focus ${document.activeElement.id}`,
    `selection ${getSelection()}`,
    `styles ${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    `head ${document.head.innerHTML}`,
    `children ${[...document.body.children].map(({ localName }) => localName)}`,
  ];

  let known = null;
  window.guest = {
    violations,
    /** What must be as it is now. */
    remember: () => {
      known = { realm: realm(), looks: looks(), stored: stored(), place: place(), attached: attached() };
    },
    /** What is not as it was, of each kind. */
    async compare() {
      const then = { ...known, stored: await known.stored };
      const differs = (name, now) =>
        now.filter((line, i) => line !== then[name][i]).concat(then[name].slice(now.length));
      return {
        names: changes(known.realm, realm()),
        looks: differs('looks', looks()),
        stored: differs('stored', await stored()),
        place: differs('place', place()),
      };
    },
    /** What is attached to the page, and was not. */
    attached: () => {
      const before = [...known.attached];
      return attached().filter((line) => {
        const at = before.indexOf(line);
        if (at >= 0) before.splice(at, 1);
        return at < 0;
      });
    },
    /** What goes on, when nothing more comes back within two seconds. */
    async goingOn() {
      // A file that a reader has asked for is kept a while, for one who is asked where it shall go.
      const forgets = /^\(\)\s*=>\s*URL\.revokeObjectURL\(/;
      const left = () => [
        ...Object.entries(pending).flatMap(([kind, all]) =>
          [...all.values()].filter((what) => !forgets.test(what)).map((what) => `${kind}: ${what}`),
        ),
        ...[...observers].map((observer) => Object.getPrototypeOf(observer.constructor).name),
        ...[...workers].map(() => 'Worker'),
      ];
      for (let tries = 0; tries < 40 && left().length > 0; tries++) {
        await new Promise((resolve) => realTimeout(resolve, 50));
      }
      return left();
    },
    /** The markup of every template, and what nodes were made of it. */
    templates: () =>
      [...templates].map((content) => {
        const isSvg = [...content.children].some(
          ({ namespaceURI, localName }) => /svg/.test(namespaceURI) && localName !== 'svg',
        );
        const holder = document.createElement('template');
        holder.content.append(content.cloneNode(true));
        return { markup: isSvg ? `<svg>${holder.innerHTML}</svg>` : holder.innerHTML, isSvg, nodes: nodesOf(content) };
      }),
  };
}

/** What a fragment is made of, as text. Runs in pages. */
export function nodesOf(node) {
  const { nodeType, namespaceURI, localName, attributes = [], data = '', childNodes } = node;
  const own = [...attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
  return `${nodeType} ${namespaceURI ?? ''} ${localName ?? ''} [${own}] ${data} (${[...childNodes].map(nodesOf).join(' ')})`;
}
