/**
 * Which files of a static copy stand for a public address, and how a web server has to serve them. An address that has a page for
 * people is a folder with the page in it, in each language; what machines get there by Accept stands beside it.
 */
import { tagPattern } from '../../shared/language-map.js';

export interface CopiedFile {
  /** In the folder of the copy. */
  file: string;
  accept: string;
  language?: 'en' | 'fr';
}

const id = '[A-Za-z0-9_-]+';
const language = tagPattern.source.slice(1, -1);
const pages: [path: RegExp, forMachines?: string][] = [
  [/^\/$/],
  [/^\/(verify|formats|terms)$/],
  [/^\/terms\/\w+$/],
  [new RegExp(`^/awards/${id}$`)],
  [new RegExp(`^/achievements/${id}/\\d+(/${language})?$`), 'achievement.json'],
  [new RegExp(`^/institutions/${id}$`), 'profile.json'],
  [new RegExp(`^/institutions/${id}/keys$`)],
  [new RegExp(`^/endorsements/${id}$`)],
];
const json = 'application/ld+json, application/json';

export function copiedFiles(path: string): CopiedFile[] {
  const page = pages.find(([pattern]) => pattern.test(path));
  if (!page) return [{ file: path.slice(1), accept: '*/*' }];
  const folder = path === '/' ? '' : `${path.slice(1)}/`;
  const [, forMachines] = page;
  return [
    { file: `${folder}index.html`, accept: 'text/html', language: 'en' },
    { file: `${folder}index.fr.html`, accept: 'text/html', language: 'fr' },
    ...(forMachines === undefined ? [] : [{ file: folder + forMachines, accept: json }]),
  ];
}

/** What is published of an award, its page first. */
export const addressesOfAward = (awardId: string): string[] =>
  [
    '',
    '/open-badge-3.json',
    '/open-badge-3.jwt',
    '/open-badge-2.json',
    '/open-badge-2.jws',
    '/badge.png',
    '/badge.svg',
    '/badge-2.png',
    '/badge-2-signed.png',
    '/certificate.en.pdf',
    '/certificate.fr.pdf',
    '/europass.jsonld',
    '/europass-sealed.jsonld',
  ].map((name) => `/awards/${awardId}${name}`);

/** What else stands where this does, and is named by nothing that is public: credentials for wallets name the other form of a status list. */
export function addressesBeside(path: string): string[] {
  if (/^\/status\/[\w-]+$/.test(path)) return [`${path}.jwt`];
  if (/^\/endorsements\/[\w-]+$/.test(path))
    return ['endorsement.json', 'endorsement.jwt', 'open-badge-2.json'].map((name) => `${path}/${name}`);
  return [];
}

/** Of the whole institution, and of what every copy needs. */
export const addressesOfInstitution = (institutionId: string): string[] => [
  '/',
  '/verify',
  '/formats',
  '/terms',
  '/credential-types/micro-credential-1',
  '/robots.txt',
  ...[
    '',
    '/keys',
    '/did.json',
    '/jwks.json',
    '/key-history.json',
    '/issuer-2.json',
    '/revocation-list.json',
    '/revocation-list-2.json',
  ].map((name) => `/institutions/${institutionId}${name}`),
];
