/** Credentials for wallets whose key comes in a certificate (x5c): what can be told of them, and what an attacker may do. */
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { CompactSign, compactVerify, importX509 } from 'jose';
import type { VerificationReport } from '../../../../src/domain/verification/report.js';
import {
  aCertificate,
  type Certified,
  newKeys,
} from '../../../documents/certificates/certificate.builder.js';
import { anOwner, university } from '../../../documents/seals/sealed.builder.js';
import { nextRsaPair } from '../../../support/rsa-pairs.js';
import { allTold, told } from '../told.js';
import { aWalletIssuer, encoded, heldBack, httpsIssuer, type WalletIssuer } from './wallet-issuer.js';

const owner = 'key-belongs-to-issuer';
const by = 'issuer-identified';
const { middle, root } = anOwner();
const forHost = { dns: 'badges.example.net' };
const signer = (altNames: Parameters<typeof aCertificate>[0]['altNames'] = [forHost]): Certified =>
  aCertificate({ subject: university, maker: middle, altNames });
const usual = signer();
const base64 = ({ der }: Certified): string => der.toString('base64');
const pemOf = (one: Certified): string =>
  `-----BEGIN CERTIFICATE-----\n${base64(one)}\n-----END CERTIFICATE-----`;

interface Wanted {
  chain?: Certified[];
  payload?: object;
  header?: object;
  alg?: string;
  /** Who really signs. */
  by?: Certified;
}

/** Made by jose. */
async function made({ chain = [usual, middle, root], payload, header, alg = 'ES256', by }: Wanted = {}) {
  const [first = usual] = chain;
  const claims = { iss: httpsIssuer, vct: 'urn:example:diploma:1', iat: 1_775_000_000, ...payload };
  const jws = await new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg, typ: 'dc+sd-jwt', x5c: chain.map(base64), ...header })
    .sign((by ?? first).privateKey);
  return `${jws}~`;
}

describe('verifying a credential for wallets whose key comes in a certificate', () => {
  let here: WalletIssuer;
  beforeEach(async () => void (here = await aWalletIssuer()));
  const verify = async (wanted: Wanted = {}, now?: Date): Promise<VerificationReport> =>
    here.verify(await made(wanted), { now });
  const verdict = async (wanted: Wanted, name: Parameters<typeof told>[1] = 'signature') => {
    const report = await verify(wanted);
    return [report.outcome, told(report, name)];
  };

  it('when all is right, then it stays unconfirmed, says whose the certificate is, and nobody was asked', async () => {
    const report = await verify();
    expect(report.outcome).to.equal('unconfirmed');
    expect(allTold(report)).to.include({
      schema: 'passed: shape-right',
      signature: 'passed: signature-right',
      [owner]: 'not-checked: certificate-names-issuer',
      [by]: 'not-checked: certificate-trust-not-looked-at',
      dates: 'passed: valid-for-ever',
      status: 'not-checked: status-none',
    });
    expect(Object.assign({}, ...report.checks.map(({ details }) => details))).to.include({
      algorithm: 'ES256',
      organisation: university.O,
      organisationIdentifier: university.organizationIdentifier,
      country: 'BE',
      certifiedBy: 'Authority of tests',
    });
    expect(here.web.fetched).to.deep.equal([]);
  });

  it('when jose signs with any key that certificates have, then it is right here, and jose says the same', async () => {
    const ec = (curve: string) => newKeys(curve);
    for (const [alg, keys] of [
      ['ES256', ec('P-256')],
      ['ES384', ec('P-384')],
      ['ES512', ec('P-521')],
      ['RS256', nextRsaPair()],
      ['PS256', nextRsaPair()],
      ['EdDSA', generateKeyPairSync('ed25519')],
    ] as const) {
      const one = aCertificate({ subject: university, maker: middle, keys, altNames: [forHost] });
      const text = await made({ chain: [one, middle], alg });
      await compactVerify(text.slice(0, -1), await importX509(pemOf(one), alg));
      const report = await here.verify(text);
      expect([report.outcome, told(report, 'signature')], alg).to.deep.equal([
        'unconfirmed',
        'passed: signature-right',
      ]);
    }
  });

  it('when somebody else signed, or a word was changed, then it is altered; jose refuses it too', async () => {
    const text = await made({ by: signer() });
    const [header = '', , signature = ''] = (await made()).split('.');
    const other = encoded({ iss: httpsIssuer, vct: 'urn:example:doctor:1', iat: 1_775_000_000 });
    for (const forged of [text, `${header}.${other}.${signature}`]) {
      const report = await here.verify(forged);
      expect([report.outcome, told(report, 'signature')]).to.deep.equal([
        'altered',
        'failed: signature-wrong',
      ]);
      expect(told(report, by)).to.equal('not-checked: issuer-not-proven');
      const key = await importX509(pemOf(usual), 'ES256');
      const elsewhere = await compactVerify(forged.slice(0, -1), key).catch(() => 'refused');
      expect(elsewhere).to.equal('refused');
    }
  });

  it('when a disclosure was added that nobody signed, then it is altered', async () => {
    const grade = encoded(['c2FsdA', 'grade', '20']);
    const right = `${await made({ payload: heldBack(grade) })}${grade}~`;
    expect(told(await here.verify(right), 'signature')).to.equal('passed: signature-right');
    const report = await here.verify(`${await made()}${grade}~`);
    expect([report.outcome, told(report, 'signature')]).to.deep.equal([
      'altered',
      'failed: disclosure-unknown',
    ]);
  });

  it('when the certificate is for the address or the host of the issuer, then it names it; for another, it is invalid', async () => {
    const named = ['unconfirmed', 'not-checked: certificate-names-issuer'];
    const another = ['invalid', 'failed: certificate-of-another'];
    for (const [altNames, answer] of [
      [[{ uri: httpsIssuer }], named],
      [[{ uri: 'https://other.example/' }, forHost], named],
      [[{ dns: '*.example.net' }], named],
      [[{ dns: 'BADGES.example.net' }], named],
      [[], another],
      [[{ uri: `${httpsIssuer}/` }], another],
      [[{ uri: 'https://badges.example.net' }], another],
      [[{ dns: 'example.net' }], another],
      [[{ dns: 'badges.example.net.evil.example' }], another],
      [[{ dns: '*.net' }], another],
      // what only looks like several names is one
      [[{ uri: `https://evil.example/, URI:${httpsIssuer}` }], another],
      [[{ uri: 'https://evil.example/, DNS:badges.example.net' }], another],
      [[{ dns: `evil.example, URI:${httpsIssuer}` }], another],
      [[{ uri: `https://evil.example/", URI:"${httpsIssuer}` }], another],
    ] as const) {
      const one = signer([...altNames]);
      expect(await verdict({ chain: [one, middle] }, owner), JSON.stringify(altNames)).to.deep.equal(answer);
    }
    const byCommonName = aCertificate({ subject: { CN: 'badges.example.net' }, maker: middle });
    expect(await verdict({ chain: [byCommonName, middle] }, owner)).to.deep.equal(another);
  });

  it('when the alternative names of its certificate cannot be read, then it names no issuer, and no key that is read next fails', async () => {
    const pem = newKeys().privateKey.export({ type: 'pkcs8', format: 'pem' });
    const one = signer();
    const der = Buffer.from(one.der);
    // longer than what it stands in
    der[der.indexOf(forHost.dns) - 1] = 0x55;
    const found = await verdict({ chain: [{ ...one, der }] }, owner);
    expect(found).to.deep.equal(['invalid', 'failed: certificate-of-another']);
    expect(() => createPrivateKey(pem)).not.to.throw();
  });

  it('when it names no issuer, or one of another kind, then nothing is concluded from what the certificate does not say', async () => {
    for (const [iss, reason] of [
      [undefined, 'certificate-is-issuer'],
      ['did:web:university.example', 'certificate-issuer-untold'],
      ['https://badges.example.net@evil.example/', 'certificate-issuer-untold'],
      ['https://badges.example.net/?a', 'certificate-issuer-untold'],
      ['http://badges.example.net/', 'certificate-issuer-untold'],
      ['urn:example:university', 'certificate-issuer-untold'],
    ] as const)
      expect(await verdict({ payload: { iss } }, owner), String(iss)).to.deep.equal([
        'unconfirmed',
        `not-checked: ${reason}`,
      ]);
    const one = signer([{ uri: 'did:web:university.example' }]);
    const payload = { iss: 'did:web:university.example' };
    expect(await verdict({ chain: [one, middle], payload }, owner)).to.deep.equal([
      'unconfirmed',
      'not-checked: certificate-names-issuer',
    ]);
    const dotted = { iss: 'https://.example.net/' };
    expect(await verdict({ payload: dotted }, owner)).to.deep.equal([
      'invalid',
      'failed: certificate-of-another',
    ]);
  });

  it('when its issuer is a DID that names its key, then that key counts, whatever certificates it brings', async () => {
    const text = await here.sign({ iss: here.issuer.did, vct: 'urn:example:1' }, [], {
      x5c: [base64(usual)],
    });
    const report = await here.verify(text);
    expect([report.outcome, told(report, owner)]).to.deep.equal(['valid', 'passed: controller-is-issuer']);
  });

  it('when the owner made the certificate, then that is told in stronger words', async () => {
    const own = aCertificate({ subject: university, altNames: [forHost] });
    expect(await verdict({ chain: [own] }, by)).to.deep.equal([
      'unconfirmed',
      'not-checked: certificate-self-made',
    ]);
  });

  it('when the certificates do not vouch for each other, or by one that may not, then it is invalid', async () => {
    const noAuthority = aCertificate({ subject: middle.subject, keys: middle, maker: root });
    for (const chain of [
      [usual, root],
      [usual, usual],
      [usual, noAuthority, root],
    ])
      expect(await verdict({ chain }, owner)).to.deep.equal(['invalid', 'failed: certificate-chain-broken']);
    expect(await verdict({ chain: [usual] }, owner)).to.deep.equal([
      'unconfirmed',
      'not-checked: certificate-names-issuer',
    ]);
  });

  it('when it was signed outside the time of the certificate, then it is invalid; without a date, now counts', async () => {
    const until = (end: string) =>
      aCertificate({ subject: university, maker: middle, altNames: [forHost], until: end });
    const outside = ['invalid', 'failed: outside-certificate'];
    const right = ['unconfirmed', 'passed: signature-right'];
    // signed on 31 March 2026, looked at on 22 November 2026
    for (const [end, payload, answer] of [
      ['260301000000Z', {}, outside],
      ['260501000000Z', {}, right],
      ['260501000000Z', { iat: undefined }, outside],
      ['270101000000Z', { iat: undefined }, right],
      ['270101000000Z', { iat: 1_600_000_000 }, outside],
    ] as const)
      expect(await verdict({ chain: [until(end), middle], payload }), end).to.deep.equal(answer);
  });

  it('when the header names another certificate, or has what is not allowed, then it is invalid', async () => {
    const thumb = (one: Certified): string => createHash('sha256').update(one.der).digest('base64url');
    const signature = (text: string) => ['invalid', `failed: ${text}`];
    for (const [header, answer] of [
      [{ 'x5t#S256': thumb(usual) }, ['unconfirmed', 'passed: signature-right']],
      [{ 'x5t#S256': thumb(middle) }, signature('certificate-swapped')],
      [{ 'x5t#S256': 256 }, signature('jwt-header-refused')],
      [{ x5c: [] }, signature('jwt-header-refused')],
      [{ x5c: base64(usual) }, signature('jwt-header-refused')],
      [{ x5c: ['MIIB'] }, signature('certificate-malformed')],
      [{ x5c: [`${base64(usual)}\n`] }, signature('certificate-malformed')],
      [{ x5c: [base64(usual), 'MIIB'] }, signature('certificate-malformed')],
    ] as const)
      expect(await verdict({ header }), JSON.stringify(header).slice(0, 60)).to.deep.equal(answer);
    const unknown = `${encoded({ alg: 'HS256', typ: 'dc+sd-jwt', x5c: [base64(usual)] })}.${encoded({ iss: httpsIssuer, vct: 'x' })}.AA~`;
    const report = await here.verify(unknown);
    expect([report.outcome, told(report, 'signature')]).to.deep.equal(signature('jwt-algorithm-refused'));
  });

  it('when the key is too weak or of another kind, or there are more certificates than anybody needs, then it is not judged', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const one = aCertificate({ subject: university, maker: middle, keys: weak, altNames: [forHost] });
    const rsa = aCertificate({ subject: university, keys: nextRsaPair(), altNames: [forHost] });
    for (const [wanted, reason] of [
      [{ chain: [one, middle], by: usual }, 'key-unusable'],
      [{ header: { x5c: [base64(rsa)] } }, 'key-unusable'],
      [{ chain: Array.from({ length: 9 }, () => usual) }, 'too-complex'],
    ] as [Wanted, string][])
      expect(await verdict(wanted)).to.deep.equal(['unconfirmed', `not-checked: ${reason}`]);
  });

  it('when it names a status list, then that is not asked: its place may be that of another credential', async () => {
    const status = { status_list: { idx: 1, uri: 'https://badges.example.net/lists/1' } };
    const report = await verify({ payload: { status } });
    expect([report.outcome, told(report, 'status')]).to.deep.equal([
      'unconfirmed',
      'not-checked: key-in-certificate',
    ]);
    expect(here.web.fetched).to.deep.equal([]);
    expect(await verdict({ payload: { status: { status_list: [] } } }, 'status')).to.deep.equal([
      'invalid',
      'failed: status-malformed',
    ]);
  });

  it('when it names an institution of this installation, then it is none of ours, whatever the certificate says', async () => {
    const iss = 'https://acquis.example.org/institutions/inst1';
    const one = signer([{ uri: iss }]);
    expect(await verdict({ chain: [one, middle], payload: { iss } }, owner)).to.deep.equal([
      'invalid',
      'failed: unknown-here',
    ]);
  });
});
