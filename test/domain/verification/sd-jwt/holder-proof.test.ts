/** Credentials that are bound to a key of their holder, with and without the proof that a wallet makes for a verifier. */
import { expect } from 'chai';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { shareableResult } from '../../../../src/domain/verification/shared-results/shareable-result.js';
import { digestOf } from '../../../../src/documents/sd-jwt/disclosure.js';
import { told } from '../told.js';
import {
  aPair,
  aWalletIssuer,
  encoded,
  heldBack,
  jwsBy,
  type SigningPair,
  type WalletIssuer,
} from './wallet-issuer.js';

const audience = 'https://employer.example';

describe('verifying a credential that is bound to a key of its holder', () => {
  let here: WalletIssuer;
  let wallet: SigningPair;
  let issued: string;
  const grade = encoded(['c2FsdA', 'grade', '17']);

  before(async () => {
    here = await aWalletIssuer();
    wallet = await aPair('ES256');
    issued = await issue({ jwk: wallet.jwk });
  });

  const issue = (cnf: object | undefined): Promise<string> =>
    here.sign({ iss: here.issuer.did, vct: 'urn:example:1', cnf, ...heldBack(grade) }, [grade]);
  const proofFor = (presented: string, changes: object = {}, header: object = {}, pair = wallet): string =>
    jwsBy(
      pair,
      { aud: audience, nonce: 'n1', iat: 1_775_000_000, sd_hash: digestOf(presented), ...changes },
      { typ: 'kb+jwt', ...header },
    );
  const outcome = async (text: string): Promise<string[]> => {
    const report = await here.verify(text);
    return [report.outcome, told(report, 'holder-proof')];
  };
  const verifiedElsewhere = (text: string): Promise<unknown> => {
    const holder = createPublicKey({ key: wallet.jwk as never, format: 'jwk' });
    const issuer = createPublicKey({ key: here.issuer.ed25519Jwk as never, format: 'jwk' });
    return new SDJwtVcInstance({
      hasher: (data: string | ArrayBuffer) =>
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      hashAlg: 'sha-256',
      verifier: async (data: string, signature: string) =>
        verify(null, Buffer.from(data), issuer, Buffer.from(signature, 'base64url')),
      kbVerifier: async (data: string, signature: string) =>
        verify(
          'sha256',
          Buffer.from(data),
          { key: holder, dsaEncoding: 'ieee-p1363' },
          Buffer.from(signature, 'base64url'),
        ),
    }).verify(text, { keyBindingNonce: 'n1', currentDate: 1_775_000_000 });
  };

  it('when the proof is right, then it is valid, for whom it was made is told, and another library agrees', async () => {
    const text = issued + proofFor(issued);
    expect(await outcome(text)).to.deep.equal(['valid', 'not-checked: holder-proof-for-another']);
    const report = await here.verify(text);
    const last = report.checks.at(-1);
    expect([last?.name, last?.details]).to.deep.equal(['holder-proof', { audience }]);
    expect(await verifiedElsewhere(text)).to.be.an('object');
    expect(JSON.stringify(shareableResult(report))).not.to.contain(audience);
  });

  it('when no proof came with it, then it is valid, and that is told', async () => {
    expect(await outcome(issued)).to.deep.equal(['valid', 'not-checked: holder-proof-missing']);
  });

  it('when it is bound to no key, then there is no such check', async () => {
    const report = await here.verify(await issue(undefined));
    expect([report.outcome, report.checks.length]).to.deep.equal(['valid', 10]);
  });

  it('when less or more is handed in than the holder signed, then it is invalid', async () => {
    const [jws = ''] = issued.split('~');
    for (const text of [`${jws}~${proofFor(issued)}`, issued + proofFor(`${jws}~`)]) {
      expect(await outcome(text)).to.deep.equal(['invalid', 'failed: holder-proof-wrong']);
      expect(await verifiedElsewhere(text).catch(() => 'refused')).to.equal('refused');
    }
  });

  it('when another key made it, or it lacks something, then it is invalid', async () => {
    const thief = await aPair('ES256');
    const wrong: Record<string, string> = {
      'another key': proofFor(issued, {}, {}, thief),
      'another type': proofFor(issued, {}, { typ: 'JWT' }),
      'alg none': proofFor(issued, {}, { alg: 'none' }),
      'no audience': proofFor(issued, { aud: undefined }),
      'no nonce': proofFor(issued, { nonce: undefined }),
      'no time': proofFor(issued, { iat: undefined }),
      'no digest': proofFor(issued, { sd_hash: undefined }),
      'no token at all': 'x.y.z',
    };
    for (const [what, proof] of Object.entries(wrong))
      expect(await outcome(issued + proof), what).to.deep.equal(['invalid', 'failed: holder-proof-wrong']);
  });

  it('when the credential names no key that could have made it, then it is invalid', async () => {
    const text = await issue(undefined);
    expect(await outcome(text + proofFor(text))).to.deep.equal(['invalid', 'failed: holder-proof-wrong']);
  });

  it('when key or algorithm are of a kind not known here, then it is valid, and for whom is not told', async () => {
    const byReference = await issue({ kid: 'urn:key:1' });
    for (const text of [
      byReference + proofFor(byReference),
      issued + proofFor(issued, {}, { alg: 'ES512' }),
    ]) {
      const report = await here.verify(text);
      expect([report.outcome, told(report, 'holder-proof')]).to.deep.equal([
        'valid',
        'not-checked: holder-proof-unknown',
      ]);
      expect(report.checks.at(-1)?.details).to.equal(undefined);
    }
  });
});
