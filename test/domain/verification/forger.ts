/** A good issuer and an evil one on the same web, and what becomes of a credential that somebody forged there. */
import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import type { JwtSigner } from '../../../src/documents/proofs/sign-jwt.js';
import type { CheckName, VerificationReport } from '../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { allPeers, type Peer, refusals } from './peers.js';
import { told } from './told.js';

export const good = aForeignIssuer();
export const evil = aForeignIssuer('https://evil.example');

export const check = async (credential: JsonObject | string): Promise<VerificationReport> => {
  const { web } = await good;
  for (const [url, standing] of (await evil).web.stands) web.stands.set(url, standing);
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  return verifyCredential(depsOn(web), { text });
};

/** A right credential of the good issuer. */
export const signed = async (changes: JsonObject = {}): Promise<JsonObject> => {
  const { sign, credential } = await good;
  return sign({ ...credential(), ...changes });
};

export const expectTold = async (
  credential: JsonObject | string,
  outcome: string,
  name: CheckName,
  answer: string,
  believedBy?: readonly Peer[],
): Promise<void> => {
  const report = await check(credential);
  expect([report.outcome, told(report, name)]).to.deep.equal([outcome, answer]);
  if (believedBy) await expectBelieved(credential, believedBy);
};

/** Others that take it for right, and nobody else: with a forgery they are fooled. */
export const expectBelieved = async (
  credential: JsonObject | string,
  believedBy: readonly Peer[],
): Promise<void> => {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
  const why = await refusals(text, (await good).web.stands);
  const believers = allPeers.filter((peer) => !(peer in why));
  expect(believers, JSON.stringify(why)).to.deep.equal(believedBy);
};

export const subjectOf = (credential: JsonObject): JsonObject =>
  credential['credentialSubject'] as JsonObject;
export const proofOf = (credential: JsonObject): JsonObject => (credential['proof'] as JsonObject[])[0] ?? {};

/** A compact JWS of whatever header and payload. */
export async function jws(header: object, payload: object, signer: Pick<JwtSigner, 'sign'>): Promise<string> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${Buffer.from(await signer.sign(Buffer.from(text))).toString('base64url')}`;
}
