import { expect } from 'chai';
import { generalVerify, GeneralSign, importX509 } from 'jose';
import { aCertificate } from '../../../documents/certificates/certificate.builder.js';
import {
  anOwner,
  aPayload,
  aSeal,
  aSealedFile,
  university,
} from '../../../documents/seals/sealed.builder.js';
import { elmSample } from '../../../documents/elm/elm-shapes.js';
import { nextRsaPair } from '../../../support/rsa-pairs.js';
import { allTold, told } from '../told.js';
import { report, verdict } from './seal-report.js';

describe('a sealed European Digital Credential', () => {
  const { chain, owner } = anOwner();

  it('when its seal is right, then everything that can be told without trusted lists is told, and it stays unconfirmed', async () => {
    const answer = await report(aSealedFile({ chain }));
    expect([answer.outcome, answer.kind]).to.deep.equal(['unconfirmed', 'elm-sealed']);
    expect(allTold(answer)).to.deep.equal({
      readable: 'passed: elm-sealed',
      schema: 'not-checked: elm-form-not-looked-at',
      contexts: 'passed: elm-contexts',
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'not-checked: seal-names-issuer',
      'issuer-identified': 'not-checked: seal-trust-not-looked-at',
      dates: 'passed: valid-now',
      status: 'not-checked: status-none',
      recipient: 'not-checked: recipient-not-asked',
      'european-elements': 'not-checked: elm-elements-not-looked-at',
    });
    expect(answer.credential).to.include({ title: 'Soil sampling', issuerName: 'Université de Namur' });
    expect(JSON.stringify(answer)).not.to.contain('Ada');
  });

  it('when its seal is right, then method, time, owner and the maker of the certificate are told', async () => {
    const { checks } = await report(aSealedFile({ chain }));
    expect(Object.assign({}, ...checks.map(({ details }) => details))).to.include({
      algorithm: 'ES256',
      sealedAt: '2026-06-01T08:00:00Z',
      organisation: university.O,
      organisationIdentifier: university.organizationIdentifier,
      country: 'BE',
      certifiedBy: 'Authority of tests',
    });
  });

  it('when jose seals it with RSA, then it is right; when it is sealed here, then jose says the same', async () => {
    const rsa = aCertificate({ subject: university, keys: nextRsaPair() });
    const payload = aPayload();
    for (const alg of ['RS256', 'PS256']) {
      const sealed = await new GeneralSign(Buffer.from(payload))
        .addSignature(rsa.privateKey, { crit: { sigT: true } })
        .setProtectedHeader({
          ...{ alg, b64: false, crit: ['b64', 'sigT'], sigT: '2026-06-01T08:00:00Z' },
          x5c: [rsa.der.toString('base64')],
        })
        .sign();
      const answer = await verdict(JSON.stringify({ ...sealed, payload }));
      expect(answer, alg).to.deep.equal(['unconfirmed', 'passed: signature-right']);
    }
    const own = { payload, signatures: [aSeal({ chain, payload })] };
    const pem = `-----BEGIN CERTIFICATE-----\n${owner.der.toString('base64')}\n-----END CERTIFICATE-----`;
    await generalVerify(own, await importX509(pem, 'ES256'), { crit: { sigT: true } });
  });

  it('when one letter is changed, or only the spaces between, then it was altered', async () => {
    const file = JSON.parse(aSealedFile({ chain })) as { payload: string };
    for (const payload of [file.payload.replace('Soil', 'Sail'), ` ${file.payload}`])
      expect(await verdict(JSON.stringify({ ...file, payload }))).to.deep.equal([
        'altered',
        'failed: signature-wrong',
      ]);
  });

  it('when the certificate is made by its own owner, then that is said, whatever name it has', async () => {
    const forged = aCertificate({ subject: university });
    const answer = await report(aSealedFile({ chain: [forged] }));
    expect([answer.outcome, told(answer, 'issuer-identified')]).to.deep.equal([
      'unconfirmed',
      'not-checked: seal-self-made',
    ]);
  });

  it('when two seals are on it, then both must be right, and one of them is the issuer’s', async () => {
    const payload = aPayload();
    const ministry = anOwner({ C: 'BE', O: 'A ministry', organizationIdentifier: 'VATBE-0000000001' });
    const [first, second] = [aSeal({ chain: ministry.chain, payload }), aSeal({ chain, payload })];
    const both = await report(JSON.stringify({ payload, signatures: [first, second] }));
    expect([both.outcome, told(both, 'signature'), told(both, 'key-belongs-to-issuer')]).to.deep.equal([
      'unconfirmed',
      'passed: signature-right',
      'not-checked: seal-names-issuer',
    ]);
    expect(both.checks.find(({ name }) => name === 'signature')?.details).to.include({ seals: 2 });
    const wrong = aSeal({ chain, payload: `${payload} ` });
    for (const signatures of [
      [first, wrong],
      [wrong, second],
    ])
      expect(await verdict(JSON.stringify({ payload, signatures }))).to.deep.equal([
        'altered',
        'failed: signature-wrong',
      ]);
    expect(
      await verdict(JSON.stringify({ payload, signatures: [first] }), 'key-belongs-to-issuer'),
    ).to.deep.equal(['invalid', 'failed: seal-of-another']);
  });

  it('when numbers cannot be compared, then names are, and another name accuses nobody', async () => {
    const unnumbered = { C: university.C, O: university.O, CN: university.CN };
    const named = async (subject: typeof unnumbered, issuer: object) => {
      const sealed = aSealedFile({ chain: [aCertificate({ subject })], payload: aPayload({}, issuer) });
      return (await verdict(sealed, 'key-belongs-to-issuer'))[1];
    };
    expect(await named(unnumbered, {})).to.equal('not-checked: seal-names-issuer');
    expect(await named({ ...unnumbered, O: 'University of Namur' }, {})).to.equal(
      'not-checked: seal-issuer-untold',
    );
    const national = { eIDASIdentifier: { notation: 'NTRBE-0409737007' } };
    expect(await named(university, national)).to.equal('not-checked: seal-issuer-untold');
    const bare = { eIDASIdentifier: { notation: '0409737007' } };
    expect(await named(university, bare)).to.equal('not-checked: seal-issuer-untold');
    for (const notation of ['NTRFR-0409737007', 'LEIXG-529900T8BM49AURSDO55'])
      expect(await named(university, { eIDASIdentifier: { notation } }), notation).to.equal(
        'not-checked: seal-issuer-untold',
      );
  });

  it('when words bring meanings of their own, then it is invalid; when its time is over, it stays unconfirmed', async () => {
    const payload = aPayload({ '@context': [{ legalName: 'https://example.org/x' }] });
    const inline = await report(aSealedFile({ chain, payload }));
    expect([inline.outcome, told(inline, 'contexts')]).to.deep.equal(['invalid', 'failed: context-inline']);
    const over = await report(
      aSealedFile({ chain, payload: aPayload({ validUntil: '2026-11-01T00:00:00Z' }) }),
    );
    expect([over.outcome, told(over, 'dates')]).to.deep.equal(['unconfirmed', 'failed: expired']);
  });

  it('when the learner’s e-mail address stands in it, then it is compared with the one asked for and not told', async () => {
    const credentialSubject = {
      type: 'Person',
      contactPoint: { emailAddress: [{ id: 'mailto:ada@example.org', type: 'Mailbox' }] },
    };
    const text = aSealedFile({ chain, payload: aPayload({ credentialSubject }) });
    const answer = await report(text, 'ada@example.org');
    expect(told(answer, 'recipient')).to.equal('passed: recipient-matches');
    expect(JSON.stringify(answer)).not.to.contain('ada@');
    expect(told(await report(text, 'eve@example.org'), 'recipient')).to.equal('failed: recipient-differs');
    expect(told(await report(aSealedFile({ chain }), 'ada@example.org'), 'recipient')).to.equal(
      'not-checked: recipient-not-told',
    );
  });

  it('when the envelope holds something else, or nothing that can be read, then it is no credential', async () => {
    for (const payload of ['{"type":"VerifiableCredential"}', '[]', 'no JSON', '', '{"a":1,"a":2}']) {
      const answer = await report(aSealedFile({ chain, payload }));
      expect([answer.outcome, told(answer, 'readable')], payload).to.deep.equal([
        'unreadable',
        'failed: not-a-credential',
      ]);
    }
  });
});

describe('the sealed samples of the Commission', () => {
  for (const name of ['AA-Annex1-MC-signed.jsonld', 'Sample-MC-Annex1-signed.jsonld'])
    it(`when ${name} is handed in, then its seal is right, and a changed letter is found`, async function () {
      const text = await elmSample(name);
      if (text === undefined) return this.skip();
      const answer = await report(text);
      expect(answer.outcome).to.equal('unconfirmed');
      expect(allTold(answer)).to.include({
        contexts: 'passed: elm-contexts',
        signature: 'passed: signature-right',
        'key-belongs-to-issuer': 'not-checked: seal-names-issuer',
        'issuer-identified': 'not-checked: seal-trust-not-looked-at',
      });
      const sealed = JSON.parse(text) as { payload: string };
      const payload = sealed.payload.replace(/"issued":"20/, '"issued":"19');
      expect(payload).not.to.equal(sealed.payload);
      expect(await verdict(JSON.stringify({ ...sealed, payload }))).to.deep.equal([
        'altered',
        'failed: signature-wrong',
      ]);
    });
});
