/** An issuer elsewhere, https://badges.example.net, with a credential and everything it publishes. */
import { addresses } from '../../../src/documents/addresses.js';
import type { CredentialContent } from '../../../src/documents/credential-content.js';
import { didDocument } from '../../../src/documents/did/did-document.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { statusListCredential } from '../../../src/documents/status-list/status-list-credential.js';
import { aCredential } from '../../documents/credential-content.builder.js';
import { aTestIssuer, type TestIssuer } from '../../documents/signers.js';
import { aForeignWeb, type ForeignWeb } from './foreign-web.js';

export const foreignBase = 'https://badges.example.net';
const at = addresses(foreignBase);
export const listUrl = at.statusList('list1');
export const issued = new Date('2026-03-04T10:11:12Z');

export interface ForeignIssuer {
  issuer: TestIssuer;
  web: ForeignWeb;
  /** Unsigned. */
  credential: (changes?: Partial<CredentialContent>) => JsonObject;
  sign: (credential: JsonObject) => Promise<JsonObject>;
  jwt: (credential: JsonObject) => Promise<string>;
  /** A signed list in which these places are revoked. */
  list: (revoked: number[], changes?: JsonObject) => Promise<JsonObject>;
  publishList: (list: JsonObject) => void;
}

/** @param base of an issuer of the same kind somewhere else */
export async function aForeignIssuer(base = foreignBase, institutionId = 'inst1'): Promise<ForeignIssuer> {
  const issuer = await aTestIssuer(institutionId, base);
  const own = addresses(base);
  const sign = (credential: JsonObject): Promise<JsonObject> =>
    signDataIntegrity(issuer.dataIntegrity, credential, issued);
  const list: ForeignIssuer['list'] = (revoked, changes = {}) =>
    sign({
      ...statusListCredential({
        base,
        institutionId,
        listId: 'list1',
        revokedIndexes: revoked,
        validFrom: issued,
      }),
      ...changes,
    });
  const keys = [
    { id: issuer.multikey, jwk: issuer.ed25519Jwk, multikey: issuer.multikey },
    { id: 'rsa1', jwk: issuer.rsaJwk },
  ];
  const web = aForeignWeb({
    [own.didDocument(institutionId)]: { json: didDocument({ base, institutionId, keys }) },
    [own.key(institutionId, 'rsa1')]: { json: issuer.rsaJwk },
    [own.statusList('list1')]: { json: await list([]) },
  });
  return {
    issuer,
    web,
    credential: (changes = {}) => {
      const content = aCredential({
        base,
        status: { listUrl: own.statusList('list1'), index: 4242 },
        ...changes,
      });
      return achievementCredential({
        ...content,
        institution: { ...content.institution, id: institutionId },
      });
    },
    sign,
    jwt: (credential) => signJwt(issuer.jwt, credential),
    list,
    publishList: (json) => void web.stands.set(own.statusList('list1'), { json }),
  };
}
