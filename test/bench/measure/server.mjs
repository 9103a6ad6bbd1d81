import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { root } from '../../support/repository.mjs';

const types = { '.mjs': 'text/javascript', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** Serves the repository's files and, at `/page?peer=NAME`, a page with that peer's scripts and the probe. */
export async function serve(peers) {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    // An isolated page gets finer clocks; nothing is cached, so that each load is a first.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('cache-control', 'no-store');
    if (pathname === '/page') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(page(peers[searchParams.get('peer')]));
      return;
    }
    const file = path.join(root, decodeURIComponent(pathname));
    const stat = file.startsWith(root) && fs.statSync(file, { throwIfNoEntry: false });
    if (!stat || !stat.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-length': stat.size });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Every peer gets the same bare page, and 1200 by 600 pixels in it. */
const page = ({ scripts, styles = [], before = '' }) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>bench</title>
    <link rel="icon" href="data:,">
    ${styles.map((file) => `<link rel="stylesheet" href="/${file}">`).join('\n')}
    <style>
      body { margin: 0 }
      #place { width: 1200px; height: 600px; position: relative; overflow: hidden }
    </style>
  </head>
  <body>
    <div id="place"></div>
    ${before && `<script>${before}</script>`}
    ${scripts.map((file) => `<script src="/${file}"></script>`).join('\n')}
    <script type="module" src="/test/bench/page/probe.mjs"></script>
  </body>
</html>`;
