/**
 * The key that an SD-JWT VC, or the status list of one, says it was signed with, as its issuer publishes it: in a did:web
 * document, or in the metadata that stand at the issuer's https address. Certificates (x5c): signed-by-certificate.ts.
 * https://datatracker.ietf.org/doc/draft-ietf-oauth-sd-jwt-vc/ (issuer signature mechanisms, JWT VC issuer metadata)
 */
import { z } from 'zod';
import { didWebAddress } from '../../../documents/did/did-web-address.js';
import { type JsonObject, stringOf } from '../../../documents/json/json-value.js';
import { isForSignatures } from '../../../documents/proofs/is-for-signatures.js';
import { jwkOfMultikey } from '../../../documents/proofs/jwk-of-multikey.js';
import type { PublishedKey } from '../../../documents/proofs/public-key.js';
import { keyFromDocument } from '../../../documents/read/key-from-document.js';
import { absoluteUrl } from '../../../shared/absolute-url.js';
import { failed, notChecked, passed } from '../checks.js';
import type { Lookup, Missing } from '../lookup.js';
import type { VerificationReason } from '../reasons.js';
import type { Check } from '../report.js';

export interface IssuerKey {
  /** Undefined: it could not be had. */
  key?: PublishedKey;
  /** The check key-belongs-to-issuer. */
  owner: Check;
}

const name = 'key-belongs-to-issuer';

/** @param issuer `iss`; undefined when it has none */
export async function findIssuerKey(
  lookup: Lookup,
  { issuer, header }: { issuer: string | undefined; header: JsonObject },
): Promise<IssuerKey> {
  const kid = stringOf(header['kid']);
  const hasCertificate = header['x5c'] !== undefined;
  if (issuer?.startsWith('did:')) {
    if (kid === undefined) return notFound(hasCertificate ? 'key-in-certificate' : 'key-reference-unknown');
    return ofDid(lookup, issuer, kid.startsWith('#') ? issuer + kid : kid);
  }
  if (hasCertificate) return notFound('key-in-certificate');
  if (issuer === undefined) return { owner: failed(name, 'issuer-missing') };
  const metadata = metadataAddress(issuer);
  return metadata === undefined
    ? notFound('key-reference-unknown')
    : ofMetadata(lookup, { issuer, kid, algorithm: header['alg'], metadata });
}

const notFound = (reason: VerificationReason): IssuerKey => ({ owner: notChecked(name, reason) });
const unreached = ({ reason, host }: Missing): IssuerKey => ({ owner: notChecked(name, reason, { host }) });

async function ofDid(lookup: Lookup, issuer: string, keyId: string): Promise<IssuerKey> {
  if (keyId.split('#', 1)[0] !== issuer) return { owner: failed(name, 'key-of-another') };
  if (issuer.startsWith('did:key:')) {
    const multikey = issuer.slice('did:key:'.length);
    if (!jwkOfMultikey(multikey)) return notFound('key-reference-unknown');
    return { key: { multikey }, owner: passed(name, 'controller-is-issuer') };
  }
  const url = didWebAddress(issuer);
  if (url === undefined) return notFound('key-reference-unknown');
  const answer = await lookup.jsonAt(url);
  if (!answer.found) return unreached(answer);
  const { host } = new URL(url);
  const found = answer.gone ? undefined : keyFromDocument(answer.object, keyId);
  if (!found) {
    const listsKeys = 'verificationMethod' in answer.object || 'assertionMethod' in answer.object;
    return {
      owner: listsKeys
        ? failed(name, 'key-not-published', { host })
        : notChecked(name, 'no-keys-published', { host }),
    };
  }
  const { key, controller, mayAssert } = found;
  if (mayAssert !== true) return { key, owner: failed(name, 'key-may-not-assert') };
  return {
    key,
    owner: controller === issuer ? passed(name, 'controller-is-issuer') : failed(name, 'key-of-another'),
  };
}

/**
 * Undefined where iss is no https address, and where it is not written as addresses are read: a name before an @, letters of other
 * alphabets or `..` make it look like another's, and it is shown as it stands.
 */
export function plainHttps(issuer: string): URL | undefined {
  const url = issuer.startsWith('https://') ? absoluteUrl(issuer) : undefined;
  const isPlain = url !== undefined && [url.href, url.href.replace(/\/$/, '')].includes(issuer);
  return isPlain && url.username === '' && url.password === '' && !/[?#]/.test(issuer) ? url : undefined;
}

/** The well-known part stands before the path, so that the host speaks for each of its issuers. */
function metadataAddress(issuer: string): string | undefined {
  const url = plainHttps(issuer);
  return url && `${url.origin}/.well-known/jwt-vc-issuer${url.pathname.replace(/\/$/, '')}`;
}

const keySetShape = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })) });
const metadataShape = z.looseObject({
  issuer: z.string(),
  jwks: keySetShape.optional(),
  jwks_uri: z.string().startsWith('https://').optional(),
});

async function ofMetadata(
  lookup: Lookup,
  {
    issuer,
    kid,
    algorithm,
    metadata,
  }: { issuer: string; kid: string | undefined; algorithm: unknown; metadata: string },
): Promise<IssuerKey> {
  const answer = await lookup.jsonAt(metadata);
  if (!answer.found) return unreached(answer);
  const { host } = new URL(metadata);
  const none = { owner: notChecked(name, 'no-keys-published', { host }) };
  const read = answer.gone ? undefined : metadataShape.safeParse(answer.object).data;
  // whoever stands at one address cannot speak for another
  if (read?.issuer !== issuer) return none;
  let { jwks } = read;
  if (!jwks && read.jwks_uri !== undefined) {
    const set = await lookup.jsonAt(read.jwks_uri);
    if (!set.found) return unreached(set);
    jwks = set.gone ? undefined : keySetShape.safeParse(set.object).data;
  }
  if (!jwks) return none;
  const meant = jwks.keys.filter((jwk) => kid === undefined || jwk['kid'] === kid);
  const [jwk] = meant;
  if (!jwk) return { owner: failed(name, 'key-not-published', { host }) };
  if (meant.length > 1) return notFound('key-reference-unknown');
  if (!isForSignatures(jwk, algorithm)) return { key: { jwk }, owner: failed(name, 'key-may-not-assert') };
  return { key: { jwk }, owner: passed(name, 'controller-is-issuer') };
}
