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
  [`/achievements/${id}/12/fr/badge-class.json`, 'application/ld+json'],
  [`/achievements/${id}/12/fr/badge-class.${id}.json`, 'application/ld+json'],
  [`/achievements/${id}/12/fr/achievement.json`, 'application/ld+json'],
  [`/institutions/${id}/issuer-2.${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/revocation-list-2.${id}.json`, 'application/ld+json'],
  [`/institutions/${id}/revocation-list.json`, 'application/json'],
  [`/status/${id}`, 'application/vc+ld+json'],
  [`/status/${id}.jwt`, 'application/statuslist+jwt'],
  ['/credential-types/micro-credential-1', 'application/json'],
];

/** What a reader gets at a path who accepts this; undefined: the page. As the app answers (test/web/public/negotiation.test.ts). */
const browser =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8';
const picture = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';
const asked: [path: string, accept: string, file: string | undefined][] = [
  ...[
    '',
    '*/*',
    'text/html',
    'text/html, application/json',
    'application/pdf',
    'application/did+ld+json',
    browser,
  ].map((accept): [string, string, undefined] => [`/awards/${id}`, accept, undefined]),
  ...[
    'application/json',
    'application/vc',
    'application/LD+JSON',
    'application/*',
    'application/json, text/plain, */*',
    'application/json, text/html;q=0.5',
    'application/vc+ld+json, application/json;q=0.9, */*;q=0.1',
  ].map((accept): [string, string, string] => [`/awards/${id}`, accept, 'open-badge-3.json']),
  [`/awards/${id}/`, 'application/json', 'open-badge-3.json'],
  [`/awards/${id}`, 'application/jwt', 'open-badge-3.jwt'],
  [`/awards/${id}`, 'text/plain, application/json', 'open-badge-3.jwt'],
  [`/awards/${id}`, 'application/vc+jwt', undefined],
  [`/awards/${id}`, picture, 'badge.png'],
  [`/awards/${id}/certificate.en.pdf`, 'application/json', undefined],
  [`/achievements/${id}/1`, 'application/ld+json', 'achievement.json'],
  [`/achievements/${id}/1`, 'application/vc+ld+json', undefined],
  [`/achievements/${id}/1`, picture, 'image.png'],
  [`/achievements/${id}/1/fr`, 'application/ld+json', 'achievement.json'],
  [`/achievements/${id}/1/fr`, picture, undefined],
  [`/institutions/${id}`, 'application/json', 'profile.json'],
  [`/institutions/${id}`, 'image/png', undefined],
  [`/institutions/${id}/keys`, 'application/json', undefined],
  [`/endorsements/${id}`, 'application/vc', 'endorsement.json'],
  [`/endorsements/${id}`, 'application/jwt', 'endorsement.jwt'],
];

const french: [accepted: string, is: boolean][] = [
  ['fr', true],
  ['fr-BE,fr;q=0.9,en;q=0.5', true],
  ['de,fr;q=0.5', true],
  ['en-GB,en;q=0.9,fr;q=0.5', false],
  ['de', false],
];

/** Of what nobody but the server or the export has a use for. */
const hidden = [
  ...['/nginx.conf', '/.htaccess', '/_headers', '/.export-progress.json'],
  ...[`/awards/${id}/certificate.en.pdf.gone`, `/awards/${id}/badge.png.part`],
];
const shown = [
  `/awards/${id}`,
  '/robots.txt',
  '/.well-known/acme-challenge/x',
  `/status/${id}`,
  '/assets/page.js',
];

describe('what web servers are told of a static copy', () => {
  const { 'nginx.conf': nginx = '', '.htaccess': apache = '', _headers: headers = '' } = serverFiles;
  const flags = (insensitive: unknown): string => (insensitive === undefined ? '' : 'i');

  it('for nginx, when a document is asked for, then the first location that fits has its type', () => {
    const locations = [...nginx.matchAll(/^location ~ "(.+?)" \{ (.+) \}$/gm)].map(
      ([, path = '', does = '']) => ({ path: new RegExp(path), does }),
    );
    const at = (path: string): string | undefined => locations.find((one) => one.path.test(path))?.does;
    for (const [path, type] of types) expect(at(path), path).to.contain(`default_type "${type}"`);
    for (const path of ['/terms/EQFLevel', '/', `/awards/${id}/badge.png`, `/institutions/${id}/keys`])
      expect(at(path), path).to.equal(undefined);
  });

  it('for Apache, when a document is asked for, then one rule has its type', () => {
    const rules = [...apache.matchAll(/<If "%\{REQUEST_URI\} =~ m#(.+)#">\n {2}ForceType "(.+)"/g)];
    for (const [path, type] of types) {
      const fitting = rules
        .filter(([, pattern = '']) => new RegExp(pattern).test(path))
        .map(([, , told]) => told);
      expect(fitting, path).to.deep.equal([type]);
    }
  });

  it('for nginx, when an address has several forms, then the first that is asked for is answered, and the page to everybody else', () => {
    const rules = [
      ...nginx.matchAll(/^if \(\$http_accept ~(\*)? "(.+)"\) \{ rewrite "(.+)" "\$1\/(.+)"; \}$/gm),
    ];
    for (const [path, accept, file] of asked) {
      const fitting = rules.filter(
        ([, insensitive, accepted = '', pattern = '']) =>
          new RegExp(accepted, flags(insensitive)).test(accept) && new RegExp(pattern).test(path),
      );
      expect(
        fitting.map(([, , , , told]) => told),
        `${path} ${accept}`,
      ).to.deep.equal(file === undefined ? [] : [file]);
    }
  });

  it('for Apache, when an address has several forms, then the first that is asked for is answered, and the page to everybody else', () => {
    const rules = [
      ...apache.matchAll(
        /^RewriteCond %\{HTTP_ACCEPT\} "(.+)"( \[NC\])?\nRewriteRule "(.+)" "\$1\/(.+)" \[L\]$/gm,
      ),
    ];
    for (const [path, accept, file] of asked) {
      const fitting = rules.filter(
        ([, accepted = '', insensitive, pattern = '']) =>
          new RegExp(accepted, flags(insensitive)).test(accept) && new RegExp(pattern).test(path.slice(1)),
      );
      expect(
        fitting.map(([, , , , told]) => told),
        `${path} ${accept}`,
      ).to.deep.equal(file === undefined ? [] : [file]);
    }
  });

  it('for both, when a page is asked for, then whoever reads French rather than English gets it in French', () => {
    const [, told = '-'] = /\$http_accept_language ~\* "(.+)"\)/.exec(nginx) ?? [];
    expect(apache).to.contain(`RewriteCond %{HTTP:Accept-Language} "${told}" [NC]`);
    for (const [accepted, is] of french) expect(new RegExp(told, 'i').test(accepted), accepted).to.equal(is);
  });

  it('for both, when a file of the server or of the export is asked for, then there is none, nor any list of a folder', () => {
    const [, told = '-'] = /\(\$uri ~ "(.+)"\) \{ return 404; \}/.exec(nginx) ?? [];
    expect(apache).to.contain(`RewriteRule "${told}" - [R=404,L]`).and.to.contain('Options -Indexes');
    expect(nginx).to.contain('autoindex off;');
    for (const path of hidden) expect(path).to.match(new RegExp(told));
    for (const path of shown) expect(path).not.to.match(new RegExp(told));
  });

  it('for all, when anything is answered, then every origin may read it, no page may frame it, and awards are kept from search engines', () => {
    for (const [name, value] of [
      ['Access-Control-Allow-Origin', '*'],
      ['X-Content-Type-Options', 'nosniff'],
      ['X-Frame-Options', 'DENY'],
    ] as const) {
      expect(nginx).to.contain(`add_header ${name} "${value}" always;`);
      expect(apache).to.contain(`Header always set ${name} "${value}"\n`);
      expect(headers).to.contain(`  ${name}: ${value}\n`);
    }
    expect(headers).to.contain('/awards/*\n  X-Robots-Tag: noindex, nofollow\n');
    for (const file of [nginx, apache]) expect(file).to.contain('^/(awards|endorsements)/');
  });

  it('for nginx, when it is included in a server, then nothing in it belongs elsewhere, and no location has headers or an `if` of its own', () => {
    expect(nginx).not.to.match(/^(map|http|server|events)\b/m);
    // a location with one header of its own would send none of the others
    for (const line of nginx.split('\n').filter((one) => one.startsWith('location')))
      expect(line).not.to.match(/add_header|\bif\b/);
  });
});
