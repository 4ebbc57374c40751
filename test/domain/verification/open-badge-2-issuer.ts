/** An Open Badges 2.0 issuer elsewhere: hosted assertion, badge class, profile, key and list, each to be changed by a test. */
import { sign } from 'node:crypto';
import { identityHash } from '../../../src/documents/identity/identity-hash.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { nextRsaPair } from '../../support/rsa-pairs.js';
import { aForeignWeb } from './foreign-web.js';

const keys = nextRsaPair();
const others = nextRsaPair();
const context = 'https://w3id.org/openbadges/v2';

export type Part = 'assertion' | 'badge' | 'issuer' | 'key' | 'list';

export function anOpenBadge2Issuer(changes: Partial<Record<Part, JsonObject>> = {}) {
  const base = 'https://badges.example.net';
  const at = {
    assertion: `${base}/assertions/1`,
    badge: `${base}/badges/1`,
    issuer: `${base}/issuers/1`,
    key: `${base}/keys/1`,
    list: `${base}/revoked/1`,
  };
  const documents: Record<Part, JsonObject> = {
    assertion: {
      '@context': context,
      id: at.assertion,
      type: 'Assertion',
      recipient: {
        type: 'email',
        hashed: true,
        salt: 'salt',
        identity: identityHash('ada@example.com', 'salt'),
      },
      badge: at.badge,
      verification: { type: 'HostedBadge' },
      issuedOn: '2026-03-04T10:11:12Z',
      ...changes.assertion,
    },
    badge: {
      '@context': context,
      id: at.badge,
      type: 'BadgeClass',
      name: 'Soil sampling',
      description: 'Takes soil samples.',
      criteria: { narrative: 'Ten samples.' },
      image: `${base}/badge.png`,
      issuer: at.issuer,
      ...changes.badge,
    },
    issuer: {
      '@context': context,
      id: at.issuer,
      type: 'Profile',
      name: 'Université de Namur',
      url: base,
      publicKey: [at.key],
      revocationList: at.list,
      ...changes.issuer,
    },
    key: {
      '@context': context,
      id: at.key,
      type: 'CryptographicKey',
      owner: at.issuer,
      publicKeyPem: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      ...changes.key,
    },
    list: {
      '@context': context,
      id: at.list,
      type: 'RevocationList',
      issuer: at.issuer,
      revokedAssertions: [],
      ...changes.list,
    },
  };
  const parts = Object.keys(at) as Part[];
  const web = aForeignWeb(Object.fromEntries(parts.map((part) => [at[part], { json: documents[part] }])));
  const signedAssertion = {
    ...documents.assertion,
    id: 'urn:uuid:6b1f1a3e-6d2e-4a8a-9c39-3f6b1c2d3e4f',
    verification: { type: 'SignedBadge', creator: at.key },
  };
  return {
    at,
    documents,
    web,
    signedAssertion,
    /** @param by 'another' signs with a key that nobody published */
    sign(
      payload: JsonObject,
      by: 'issuer' | 'another' = 'issuer',
      header: object = { alg: 'RS256' },
    ): string {
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const text = `${part(header)}.${part(payload)}`;
      const { privateKey } = by === 'issuer' ? keys : others;
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    },
  };
}
