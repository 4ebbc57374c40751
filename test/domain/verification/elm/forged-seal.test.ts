import { expect } from 'chai';
import { createHash, createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { aCertificate } from '../../../documents/certificates/certificate.builder.js';
import {
  anOwner,
  aPayload,
  aSeal,
  aSealedFile,
  university,
} from '../../../documents/seals/sealed.builder.js';
import { nextRsaPair } from '../../../support/rsa-pairs.js';
import { report, verdict } from './seal-report.js';

/** A number of so many bits, all of them set. */
const largest = (bits: number): string => Buffer.alloc(bits / 8, 255).toString('base64url');

describe('a forged, broken or unusual seal', () => {
  const { chain, owner } = anOwner();

  it('when another certificate is put in, then the seal is wrong, with its old fingerprint or a new one', async () => {
    const other = aCertificate({ subject: university });
    const x5c = [other.der.toString('base64')];
    const thumb = createHash('sha256').update(other.der).digest('base64url');
    expect(await verdict(aSealedFile({ chain, header: { x5c } }))).to.deep.equal([
      'invalid',
      'failed: seal-certificate-swapped',
    ]);
    expect(await verdict(aSealedFile({ chain, header: { x5c, 'x5t#S256': thumb } }))).to.deep.equal([
      'altered',
      'failed: signature-wrong',
    ]);
  });

  it('when the header is not as the standard asks, then it is refused and the place told', async () => {
    const wrong: Record<string, object> = {
      crit: { crit: ['b64', 'sigT', 'alg'] },
      'crit ': { crit: ['sigT'] },
      'crit  ': { crit: ['b64', 'b64'] },
      'crit   ': { crit: ['b64', 'missing'] },
      b64: { b64: true },
      'b64 ': { b64: undefined },
      typ: { typ: 'JWT' },
      sigT: { sigT: undefined, crit: ['b64'] },
      'sigT ': { sigT: '2026-02-31' },
      'sigT  ': { sigT: '2026-13-01T00:00:00Z' },
      x5c: { x5c: [] },
      alg: { alg: 256 },
    };
    for (const [member, header] of Object.entries(wrong)) {
      const { outcome, checks } = await report(
        aSealedFile({ chain, header: header as Record<string, unknown> }),
      );
      const { reason, details } = checks.find(({ name }) => name === 'signature') ?? {};
      expect([outcome, reason, details], member).to.deep.equal([
        'invalid',
        'seal-header-refused',
        { member: member.trim() },
      ]);
    }
  });

  it('when it demands what is not known here, or something else is sealed, then nobody is accused', async () => {
    for (const header of [{ exotic: 1, crit: ['b64', 'sigT', 'exotic'] }, { sigD: { mId: 'x' } }])
      expect(await verdict(aSealedFile({ chain, header }))).to.deep.equal([
        'unconfirmed',
        'not-checked: seal-demand-unknown',
      ]);
  });

  it('when no method is named, or one that the public key alone can serve, then it is refused', async () => {
    const spki = owner.publicKey.export({ type: 'spki', format: 'pem' });
    const hmac = (bytes: Buffer): Buffer => createHmac('sha256', spki).update(bytes).digest();
    for (const alg of ['none', 'HS256', 'RS1', 'constructor'])
      expect(await verdict(aSealedFile({ chain, header: { alg }, sign: hmac })), alg).to.deep.equal([
        'invalid',
        'failed: jwt-algorithm-refused',
      ]);
    const unsigned = aSealedFile({ chain, header: { alg: 'none' }, sign: () => Buffer.alloc(0) });
    expect(await verdict(unsigned)).to.deep.equal(['invalid', 'failed: proof-malformed']);
  });

  it('when the key is too weak, made to cost much time, or of another kind than the method, then it is not judged', async () => {
    const weak = aCertificate({
      subject: university,
      keys: generateKeyPairSync('rsa', { modulusLength: 1024 }),
    });
    // a signature by it would take as long as one can make it
    const slow = { ...weak.publicKey.export({ format: 'jwk' }), n: largest(3072), e: largest(3000) };
    const publicKey = createPublicKey({ key: slow, format: 'jwk' });
    const costly = aCertificate({
      subject: university,
      maker: owner,
      keys: { publicKey, privateKey: nextRsaPair().privateKey },
    });
    const answers = [
      await verdict(aSealedFile({ chain: [weak] })),
      await verdict(aSealedFile({ chain: [costly] })),
      await verdict(aSealedFile({ chain, header: { alg: 'RS256' } })),
      await verdict(aSealedFile({ chain, header: { alg: 'ES384' } })),
    ];
    for (const answer of answers) expect(answer).to.deep.equal(['unconfirmed', 'not-checked: key-unusable']);
  });

  it('when it was sealed outside the time of the certificate, or in the future, then it is invalid', async () => {
    const old = aCertificate({ subject: university, until: '260101000000Z' });
    const young = aCertificate({ subject: university, from: '260701000000Z' });
    for (const late of [old, young])
      expect(await verdict(aSealedFile({ chain: [late] }))).to.deep.equal([
        'invalid',
        'failed: seal-outside-certificate',
      ]);
    expect(await verdict(aSealedFile({ chain, header: { sigT: '2027-06-01T08:00:00Z' } }))).to.deep.equal([
      'invalid',
      'failed: seal-time-ahead',
    ]);
    const iat = Date.parse('2026-06-01T08:00:00Z') / 1000;
    expect(
      await verdict(aSealedFile({ chain, header: { iat, sigT: undefined, crit: ['b64', 'iat'] } })),
    ).to.deep.equal(['unconfirmed', 'passed: signature-right']);
  });

  it('when certificates came with it that do not vouch for each other, then it is invalid', async () => {
    const { owner: other, root, middle } = anOwner();
    const noAuthority = aCertificate({ subject: middle.subject, keys: middle, maker: root });
    for (const broken of [
      [owner, middle, root],
      [other, root],
      [other, noAuthority, root],
    ])
      expect(await verdict(aSealedFile({ chain: broken }), 'key-belongs-to-issuer')).to.deep.equal([
        'invalid',
        'failed: seal-chain-broken',
      ]);
    expect(await verdict(aSealedFile({ chain: [other] }), 'key-belongs-to-issuer')).to.deep.equal([
      'unconfirmed',
      'not-checked: seal-names-issuer',
    ]);
  });

  it('when the certificate cannot be read, or has something behind it, then it is invalid; when there is none, it is unconfirmed', async () => {
    const pem = Buffer.from(
      `-----BEGIN CERTIFICATE-----\n${owner.der.toString('base64')}\n-----END CERTIFICATE-----\n`,
    );
    for (const bytes of [Buffer.from('no DER'), Buffer.concat([owner.der, Buffer.from([0])]), pem]) {
      const x5c = [bytes.toString('base64')];
      expect(await verdict(aSealedFile({ chain, header: { x5c } }))).to.deep.equal([
        'invalid',
        'failed: seal-certificate-malformed',
      ]);
    }
    expect(await verdict(aSealedFile({ chain, header: { x5c: undefined } }))).to.deep.equal([
      'unconfirmed',
      'not-checked: key-missing',
    ]);
  });

  it('when there are more seals or certificates than anybody needs, then it is not judged', async () => {
    const payload = aPayload();
    const seal = aSeal({ chain, payload });
    const many = [
      JSON.stringify({ payload, signatures: Array.from({ length: 6 }, () => seal) }),
      aSealedFile({ chain: Array.from({ length: 9 }, () => owner) }),
      aSealedFile({ chain, header: { x5c: ['A'.repeat(20_004)] } }),
      aSealedFile({ chain, header: { x5c: ['A'.repeat(200_000)] } }),
    ];
    for (const text of many)
      expect(await verdict(text)).to.deep.equal(['unconfirmed', 'not-checked: too-complex']);
  });

  it('when it has more values than badges may have, then it is read all the same, up to an end', async () => {
    const withValues = (count: number) =>
      aSealedFile({ chain, payload: aPayload({ attachment: Array.from({ length: count }, (_, at) => at) }) });
    expect(await verdict(withValues(5_000))).to.deep.equal(['unconfirmed', 'passed: signature-right']);
    expect(await verdict(withValues(12_000), 'readable')).to.deep.equal([
      'unreadable',
      'failed: too-complex',
    ]);
  });

  it('when there is no seal, or none that can be read, then it is invalid', async () => {
    const payload = aPayload();
    const seal = aSeal({ chain, payload });
    const told = (signatures: unknown) => verdict(JSON.stringify({ payload, signatures }));
    expect(await told([])).to.deep.equal(['invalid', 'failed: proof-missing']);
    const malformed = [
      'none',
      [{ ...seal, protected: 'e30=' }],
      [{ ...seal, protected: Buffer.from('{"alg":"ES256","alg":"none"}').toString('base64url') }],
      [{ ...seal, signature: `${seal.signature}=` }],
      [{ ...seal, header: { alg: 'none' } }],
    ];
    for (const signatures of malformed)
      expect(await told(signatures), JSON.stringify(signatures)).to.deep.equal([
        'invalid',
        'failed: proof-malformed',
      ]);
  });
});
