import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { shareableResult } from '../../../src/domain/verification/shared-results/shareable-result.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aPicture } from './a-picture.js';
import { anEndorsement } from './an-endorsement.js';
import { aForeignIssuer, type ForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { allTold, told } from './told.js';

const about = 'https://badges.example.net/awards/award1';

describe('verifying an endorsement that is handed in by itself', function () {
  this.timeout(30_000);
  let issuer: ForeignIssuer;
  before(async () => {
    issuer = await aForeignIssuer();
  });
  const verify = (given: string | Uint8Array) =>
    verifyCredential(depsOn(issuer.web), typeof given === 'string' ? { text: given } : { bytes: given });

  it('when it is right, as proof, as token and in a picture, then it is valid, and told to be no award', async () => {
    const endorsement = anEndorsement(issuer, about);
    const signed = JSON.stringify(await issuer.sign(endorsement));
    for (const given of [signed, await issuer.jwt(endorsement), bakePng(aPicture, '3.0', signed)]) {
      const report = await verify(given);
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'endorsement']);
      expect(allTold(report)).to.include({
        readable: 'passed: endorsement',
        schema: 'passed: shape-right',
        'issuer-identified': 'passed: issuer-controls-domain',
        recipient: 'not-checked: recipient-not-asked',
        'european-elements': 'not-checked: european-elements-of-no-award',
      });
      expect(report.credential).to.include({
        title: 'Recognised by the regional agency',
        endorses: about,
        comment: 'We have seen the laboratory of Ada.',
      });
    }
  });

  it('when what it says was changed, then it is altered', async () => {
    const signed = JSON.stringify(await issuer.sign(anEndorsement(issuer, about)));
    for (const changed of [signed.replace('have seen', 'admire'), signed.replace('award1', 'award2')]) {
      expect((await verify(changed)).outcome).to.equal('altered');
    }
  });

  it('when it is signed by another than its issuer, or by nobody, then it is invalid', async () => {
    const other = await aForeignIssuer('https://evil.example');
    for (const [url, standing] of other.web.stands) {
      if (url.startsWith('https://evil.example/')) issuer.web.stands.set(url, standing);
    }
    const endorsement = anEndorsement(issuer, about);
    const forged = await verify(JSON.stringify(await other.sign(endorsement)));
    expect(forged.outcome).to.equal('invalid');
    expect((await verify(JSON.stringify(endorsement))).outcome).to.equal('invalid');
  });

  for (const [what, lacking, path] of [
    ['its name', (whole: JsonObject) => without(whole, 'name'), 'name'],
    [
      'what it is about',
      (whole: JsonObject) => ({ ...whole, credentialSubject: { type: ['EndorsementSubject'] } }),
      'credentialSubject.id',
    ],
    [
      'the type of its subject',
      (whole: JsonObject) => ({ ...whole, credentialSubject: { id: about, type: ['AchievementSubject'] } }),
      'credentialSubject.type',
    ],
  ] as [string, (whole: JsonObject) => JsonObject, string][]) {
    it(`when it lacks ${what}, then it is invalid, and the place is told`, async () => {
      const signed = await issuer.sign(lacking(anEndorsement(issuer, about)));
      const report = await verify(JSON.stringify(signed));
      expect(report.outcome).to.equal('invalid');
      expect(report.checks.find(({ name }) => name === 'schema')?.details).to.deep.equal({ path });
    });
  }

  it('when a badge calls itself an endorsement as well, then it is judged as a badge', async () => {
    const type = ['VerifiableCredential', 'OpenBadgeCredential', 'EndorsementCredential'];
    const badge = await verify(JSON.stringify(await issuer.sign({ ...issuer.credential(), type })));
    expect([badge.outcome, badge.kind]).to.deep.equal(['valid', 'open-badge-3']);
    const endorsement = await verify(
      JSON.stringify(await issuer.sign(anEndorsement(issuer, about, { type }))),
    );
    expect([endorsement.outcome, told(endorsement, 'schema')]).to.deep.equal([
      'invalid',
      'failed: shape-wrong',
    ]);
  });

  it('when its result is shared, then what it says of somebody stays out', async () => {
    const report = await verify(JSON.stringify(await issuer.sign(anEndorsement(issuer, about))));
    const text = JSON.stringify(shareableResult(report));
    expect(text).to.contain('regional agency').and.not.to.contain('laboratory of Ada');
  });
});
