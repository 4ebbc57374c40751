import { expect } from 'chai';
import { serverFiles } from '../../../src/app/static-copy/server-files.js';

const id = 'A'.repeat(21) + '-';

/** What the app answers with (test/web/public/headers.test.ts). */
const types: [path: string, type: string][] = [
  [`/awards/${id}/open-badge-3.json`, 'application/vc+ld+json'],
  [`/awards/${id}/open-badge-3.jwt`, 'text/plain; charset=utf-8'],
  [`/awards/${id}/open-badge-2.json`, 'application/ld+json'],
  [`/achievements/${id}/12/badge-class.json`, 'application/ld+json'],
  [`/institutions/${id}/did.json`, 'application/json'],
  [`/institutions/${id}/jwks.json`, 'application/jwk-set+json'],
  [`/institutions/${id}/keys/${id}.json`, 'application/jwk+json'],
  [`/institutions/${id}/keys-2/${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/issuer-2.json`, 'application/ld+json'],
  [`/institutions/${id}/revocation-list-2.json`, 'application/ld+json'],
  [`/achievements/${id}/12/badge-class.${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/issuer-2.${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/revocation-list-2.${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/revocation-list.json`, 'application/json'],
  [`/status/${id}`, 'application/vc+ld+json'],
  [`/status/${id}.jwt`, 'application/statuslist+jwt'],
  ['/credential-types/micro-credential-1', 'application/json'],
];

/** Pages, and what machines get there. */
const negotiated: [path: string, file: string][] = [
  [`/awards/${id}`, 'open-badge-3.json'],
  [`/achievements/${id}/1`, 'achievement.json'],
  [`/institutions/${id}`, 'profile.json'],
];

describe('what web servers are told of a static copy', () => {
  const { 'nginx.conf': nginx = '', '.htaccess': apache = '' } = serverFiles;

  it('for nginx, when a document is asked for, then the first location that fits has its type, and pages know their documents', () => {
    const locations = [...nginx.matchAll(/^location ~ "(.+?)" \{ (.+) \}$/gm)].map(
      ([, path = '', does = '']) => ({
        path: new RegExp(path),
        does,
      }),
    );
    const at = (path: string): string | undefined => locations.find((one) => one.path.test(path))?.does;
    for (const [path, type] of types) expect(at(path), path).to.contain(`default_type "${type}"`);
    for (const [path, file] of negotiated) {
      const [, variable = '-'] = /try_files \$uri\/(\$\w+) =404/.exec(at(path) ?? '') ?? [];
      expect(nginx, path).to.match(new RegExp(`map \\$http_accept \\${variable} \\{[^}]*json\\)" ${file};`));
    }
    for (const path of ['/terms/EQFLevel', '/', `/awards/${id}/badge.png`, `/institutions/${id}/keys`])
      expect(at(path), path).to.equal(undefined);
  });

  it('for Apache, when a document is asked for, then one rule has its type, and pages are rewritten to their documents', () => {
    const rules = [...apache.matchAll(/<If "%\{REQUEST_URI\} =~ m#(.+)#">\n {2}ForceType "(.+)"/g)];
    for (const [path, type] of types) {
      const fitting = rules
        .filter(([, pattern = '']) => new RegExp(pattern).test(path))
        .map(([, , told]) => told);
      expect(fitting, path).to.deep.equal([type]);
    }
    for (const [path, file] of negotiated) {
      const rewritten = [...apache.matchAll(/^RewriteRule "(.+)" "\$1\/(.+)" \[L\]$/gm)].find(
        ([, pattern = '']) => new RegExp(pattern).test(path.slice(1)),
      );
      expect(rewritten?.[2], path).to.equal(file);
    }
  });
});
