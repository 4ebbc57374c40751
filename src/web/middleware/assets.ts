/** Style sheets, browser scripts and pictures of the pages: read and packed once at start, kept by browsers for ever. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';
import { Problem } from '../../shared/problem.js';
import { projectPath } from '../../shared/project-path.js';

const require = createRequire(import.meta.url);

export interface Assets {
  router: Router;
  /** The address with the hash of the contents; throws for a file that is not there. */
  addressOf(name: string): string;
}

interface Asset {
  type: string;
  body: Buffer;
  packed: Buffer;
  hash: string;
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

let ready: Map<string, Asset> | undefined;

function readAssets(): Map<string, Asset> {
  const bootstrap = require.resolve('bootstrap/dist/css/bootstrap.min.css');
  const files = [
    ['bootstrap.min.css', bootstrap],
    ...[projectPath('views', 'styles'), projectPath('src', 'web', 'browser')].flatMap((folder) =>
      readdirSync(folder).map((name) => [name, join(folder, name)]),
    ),
  ] as [string, string][];
  return new Map(
    files
      .filter(([name]) => extname(name) in types)
      .map(([name, path]) => {
        const text = joined(path).replace(/\n?\/[/*]# sourceMappingURL=[^\n]*/g, '');
        const body = Buffer.from(text);
        const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16);
        return [name, { type: types[extname(name)] ?? '', body, packed: gzipSync(body), hash }];
      }),
  );
}

/** With the style sheets that it imports in place of their lines: one request for all. */
function joined(path: string): string {
  const imported = /^@import '(.+)';\n/gm;
  return readFileSync(path, 'utf8').replace(imported, (_line, name: string) =>
    readFileSync(join(dirname(path), name), 'utf8'),
  );
}

export function readyAssets(): Assets {
  const assets = (ready ??= readAssets());
  const router = Router();
  router.get('/assets/:name', (req, res) => {
    const asset = assets.get(req.params.name);
    if (!asset) throw new Problem('not-found', { detail: 'no such asset' });
    const forEver = req.query['v'] === asset.hash;
    res.set({
      'Content-Type': asset.type,
      'Cache-Control': forEver ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      ETag: `"${asset.hash}"`,
      Vary: 'Accept-Encoding',
    });
    if (req.fresh) {
      res.status(304).end();
      return;
    }
    if (req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').end(asset.packed);
    else res.end(asset.body);
  });
  router.get('/favicon.ico', (_req, res) => {
    res.redirect(301, '/assets/favicon.svg');
  });
  // Awards are public only for those who were given the address: search engines are kept out of everything but the start.
  router.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send('User-agent: *\nAllow: /$\nDisallow: /\n');
  });
  return {
    router,
    addressOf(name) {
      const asset = assets.get(name);
      if (!asset) throw new Error(`no asset ${name}`);
      return `/assets/${name}?v=${asset.hash}`;
    },
  };
}
