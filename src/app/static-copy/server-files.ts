/**
 * What tells web servers how to serve a static copy. For nginx, for Apache, and as `_headers` for the hosts of static sites that read
 * it. docs/decisions/0028-static-copy.md says on which versions they were tried.
 */
import { apacheHtaccess } from './apache-htaccess.js';
import { nginxConf } from './nginx-conf.js';
import { servedHeaders, servedTypes } from './served-copy.js';

export const serverFiles: Record<string, string> = {
  'nginx.conf': nginxConf,
  '.htaccess': apacheHtaccess,
  _headers: headers(),
};

function headers(): string {
  const all = `/*\n${servedHeaders.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  const unlisted = ['/awards/*', '/endorsements/*']
    .map((path) => `${path}\n  X-Robots-Tag: noindex, nofollow\n`)
    .join('');
  return all + unlisted + servedTypes.map(([path, type]) => `${path}\n  Content-Type: ${type}\n`).join('');
}
