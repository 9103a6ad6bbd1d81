/**
 * Routes that answer as bad servers do, for tests of loading:
 *
 *   /test-server/404.json         404
 *   /test-server/500.json         500
 *   /test-server/slow.json?ms=500 a small valid report, after a while
 *   /test-server/html.json        200, but a web page, as single-page servers answer for anything
 *   /test-server/truncated.json   200, but half a JSON document
 *   /test-server/broken.json      the connection ends before the announced length
 */
export function testServer() {
  return async (context, next) => {
    const name = /^\/test-server\/([^/]+)$/.exec(context.path)?.[1];
    if (!name || !Object.hasOwn(routes, name)) return next();
    context.set('cache-control', 'no-store');
    await routes[name](context);
  };
}

const smallReport = JSON.stringify({
  format: 'report-timeline',
  version: 1,
  title: 'Slow',
  actors: [{ id: 'a', name: 'A' }],
  events: [{ id: 'e', when: '2016-05-14', title: 'One', actors: ['a'] }],
});

const routes = {
  '404.json'(context) {
    context.status = 404;
    context.type = 'text/plain';
    context.body = 'not found';
  },

  '500.json'(context) {
    context.status = 500;
    context.type = 'text/plain';
    context.body = 'out of order';
  },

  async 'slow.json'(context) {
    const ms = Math.min(Number(context.query.ms ?? 500), 10_000);
    await new Promise((resolve) => setTimeout(resolve, ms));
    context.type = 'application/json';
    context.body = smallReport;
  },

  'html.json'(context) {
    context.type = 'text/html';
    context.body = '<!doctype html><title>Welcome</title><p>This is not JSON.';
  },

  'truncated.json'(context) {
    context.type = 'application/json';
    context.body = smallReport.slice(0, smallReport.length / 2);
  },

  'broken.json'(context) {
    context.respond = false;
    context.res.writeHead(200, { 'content-type': 'application/json', 'content-length': smallReport.length });
    context.res.write(smallReport.slice(0, 20));
    setTimeout(() => context.res.destroy(), 20);
  },
};
