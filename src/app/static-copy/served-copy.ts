/** What any web server has to know of a static copy: media types, headers, which form of an address is answered to whom, what stays hidden. */

/** In this order: the first that fits counts. `*` is one part of a path. */
export const servedTypes: [path: string, type: string][] = [
  ['/awards/*/open-badge-3.json', 'application/vc+ld+json'],
  ['/awards/*/open-badge-3.jwt', 'text/plain; charset=utf-8'],
  ['/awards/*/open-badge-2.json', 'application/ld+json'],
  ['/awards/*/open-badge-2.jws', 'text/plain; charset=utf-8'],
  ['/awards/*/europass.jsonld', 'application/ld+json'],
  ['/awards/*/europass-sealed.jsonld', 'application/jose+json'],
  ['/achievements/*/*/badge-class.json', 'application/ld+json'],
  ['/achievements/*/*/badge-class.*.json', 'application/ld+json'],
  ['/achievements/*/*/achievement.json', 'application/ld+json'],
  ['/achievements/*/*/*/badge-class.json', 'application/ld+json'],
  ['/achievements/*/*/*/badge-class.*.json', 'application/ld+json'],
  ['/achievements/*/*/*/achievement.json', 'application/ld+json'],
  ['/institutions/*/profile.json', 'application/ld+json'],
  ['/institutions/*/issuer-2.json', 'application/ld+json'],
  ['/institutions/*/issuer-2.*.json', 'application/ld+json'],
  ['/institutions/*/jwks.json', 'application/jwk-set+json'],
  ['/institutions/*/keys/*.json', 'application/jwk+json'],
  ['/institutions/*/keys-2/*.json', 'application/ld+json'],
  ['/institutions/*/revocation-list-2.json', 'application/ld+json'],
  ['/institutions/*/revocation-list-2.*.json', 'application/ld+json'],
  ['/institutions/*/revocation-list.json', 'application/json'],
  ['/institutions/*/key-history.json', 'application/json'],
  ['/institutions/*/did.json', 'application/json'],
  ['/endorsements/*/endorsement.json', 'application/vc+ld+json'],
  ['/endorsements/*/open-badge-2.json', 'application/ld+json'],
  ['/endorsements/*/endorsement.jwt', 'text/plain; charset=utf-8'],
  ['/status/*.jwt', 'application/statuslist+jwt'],
  ['/status/*', 'application/vc+ld+json'],
  ['/credential-types/*', 'application/json'],
];

export const pattern = (path: string): string => path.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+');

/** With every answer. Pages have no form and no script of their own; a copy that is made anew is seen within a minute. */
export const servedHeaders: [name: string, value: string][] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'ETag'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['Cache-Control', 'public, max-age=60, must-revalidate'],
  [
    'Content-Security-Policy',
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'none'; frame-ancestors 'none'; img-src 'self' data:; script-src 'self'; style-src 'self'",
  ],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
];

/** Answers to a page of another origin that asks before it reads. */
export const preflightHeaders: [name: string, value: string][] = [
  ['Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS'],
  ['Access-Control-Allow-Headers', 'Accept, Accept-Language, Content-Type, If-None-Match'],
  ['Access-Control-Max-Age', '86400'],
];

/** Kept from search engines, as far as they ask. */
export const unlisted = '^/(awards|endorsements)/';

/** Of the copy, but for the server or the export alone. `.gone`: its address was taken back. */
export const hidden = '(^|/)(nginx\\.conf|_headers|\\.[^/]*|[^/]*\\.(part|gone))$';

const jwt = 'text/plain|application/jwt';
const png = 'image/(?:png|\\*)';
const json = (types: string): string => `application/(?:${types}|json|\\*)(?![\\w+.-])`;

/** What else than its page is answered at an address, by the media types that are asked for. */
const forms: [path: string, forms: [accepted: string, file: string][]][] = [
  [
    '/awards/*',
    [
      [json('vc\\+ld\\+json|vc|ld\\+json'), 'open-badge-3.json'],
      [jwt, 'open-badge-3.jwt'],
      [png, 'badge.png'],
    ],
  ],
  [
    '/endorsements/*',
    [
      [json('vc\\+ld\\+json|vc|ld\\+json'), 'endorsement.json'],
      [jwt, 'endorsement.jwt'],
    ],
  ],
  [
    '/achievements/*/*',
    [
      [json('ld\\+json'), 'achievement.json'],
      [png, 'image.png'],
    ],
  ],
  ['/achievements/*/*/*', [[json('ld\\+json'), 'achievement.json']]],
  ['/institutions/*', [[json('ld\\+json'), 'profile.json']]],
];

/** Which file answers at a path where an Accept header fits: its form is the first that the header names. Servers weigh no `q`. */
export const servedForms = forms.flatMap(([path, all]) =>
  all.map(([accepted, file]) => {
    const others = ['text/html', ...all.map(([types]) => types).filter((types) => types !== accepted)];
    return { path, accept: `^(?:(?!${others.join('|')}).)*?(?:${accepted})`, file };
  }),
);

/** An Accept-Language header that names French before English. */
export const asksForFrench = '^(?:(?!\\ben\\b).)*?\\bfr\\b';
