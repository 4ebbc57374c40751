/** Records of a learner (CLR 2.0): the record by its own checks, what it holds each by itself, and the worst of all counts. */
import { expect } from 'chai';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { shareableResult } from '../../../src/domain/verification/shared-results/shareable-result.js';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { isTooComplex } from '../../../src/domain/verification/too-complex.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { aClr, inside } from '../../documents/clr/a-clr.js';
import { anAchievement, anInstitution } from '../../documents/credential-content.builder.js';
import { aClaimedAward } from './claimed-award.js';
import { aForeignIssuer, foreignBase, issued, type ForeignIssuer } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { allTold, told } from './told.js';

describe('verifying a record of several credentials', function () {
  this.timeout(60_000);
  let issuer: ForeignIssuer;
  let one: JsonObject;
  let two: JsonObject;
  beforeEach(async () => {
    issuer = await aForeignIssuer();
    one = await issuer.sign(issuer.credential());
    two = await issuer.sign(
      issuer.credential({
        awardId: 'Aw4rdAw4rdAw4rdAw4rd02',
        achievement: anAchievement({ microCredentialId: 'mc2', title: { en: 'Water sampling' } }),
        status: { listUrl: `${foreignBase}/status/list1`, index: 8000 },
      }),
    );
  });

  const record = (credentials: JsonObject[]): JsonObject =>
    aClr(credentials, { base: foreignBase, institution: anInstitution({ id: 'inst1' }), validFrom: issued });
  const verify = (document: JsonObject, email?: string): Promise<VerificationReport> =>
    verifyCredential(depsOn(issuer.web), { text: JSON.stringify(document), email });
  const verifySigned = async (...credentials: JsonObject[]): Promise<VerificationReport> =>
    verify(await issuer.sign(record(credentials)));
  const outcomes = ({ outcome, inside: all = [] }: VerificationReport) => [
    outcome,
    ...all.map((each) => each.outcome),
  ];

  it('when all is right, then record and both are valid, and every check of each is told', async () => {
    const report = await verifySigned(one, two);
    expect(outcomes(report)).to.deep.equal(['valid', 'valid', 'valid']);
    expect(report.kind).to.equal('clr');
    expect(allTold(report)).to.include({
      readable: 'passed: clr',
      schema: 'passed: shape-right',
      contexts: 'passed: contexts-known',
      signature: 'passed: signature-right',
      status: 'not-checked: status-none',
      'european-elements': 'not-checked: european-elements-inside',
    });
    expect(report.credential?.title).to.equal('Micro-credentials');
    expect(report.inside?.map(({ credential }) => credential?.title)).to.deep.equal([
      'Soil sampling',
      'Water sampling',
    ]);
    for (const each of report.inside ?? []) {
      expect(each.checks.find(({ name }) => name === 'status')?.reason).to.equal('not-revoked');
    }
  });

  it('when one of them is revoked, then so is the record', async () => {
    issuer.publishList(await issuer.list([8000]));
    expect(outcomes(await verifySigned(one, two))).to.deep.equal(['revoked', 'valid', 'revoked']);
  });

  it('when one of them has ended, then so has the record', async () => {
    const ended = await issuer.sign(issuer.credential({ validUntil: new Date('2026-05-01T00:00:00Z') }));
    expect(outcomes(await verifySigned(ended, two))).to.deep.equal(['expired', 'expired', 'valid']);
  });

  it('when one of them was changed after the record was signed, then record and it are altered', async () => {
    const signed = await issuer.sign(record([one, two]));
    const [first] = inside(signed);
    if (first) first['description'] = 'Brain surgery';
    expect(outcomes(await verify(signed))).to.deep.equal(['altered', 'altered', 'valid']);
  });

  it('when one of them was changed before the record was signed, then the record itself is right and altered all the same', async () => {
    const report = await verifySigned({ ...one, description: 'Brain surgery' }, two);
    expect(outcomes(report)).to.deep.equal(['altered', 'altered', 'valid']);
    expect(told(report, 'signature')).to.equal('passed: signature-right');
  });

  it('when one of them is not signed, by somebody else, or a record itself, then the record is invalid or unreadable', async () => {
    const unsigned = without(one, 'proof');
    expect(outcomes(await verifySigned(unsigned, two))).to.deep.equal(['invalid', 'invalid', 'valid']);
    const forger = await aForeignIssuer();
    const forged = await forger.sign(issuer.credential());
    expect(outcomes(await verifySigned(forged, two))[0]).to.equal('invalid');
    const nested = await issuer.sign(record([two]));
    const inNested = await verifySigned({ ...nested, id: 'urn:uuid:nested' }, two);
    expect(outcomes(inNested)).to.deep.equal(['invalid', 'unreadable', 'valid']);
  });

  it('when one is taken out of the record, then it is altered', async () => {
    const signed = await issuer.sign(record([one, two]));
    inside(signed).pop();
    expect(outcomes(await verify(signed))).to.deep.equal(['altered', 'valid']);
  });

  it('when the record is a token, then what it holds is verified as well', async () => {
    issuer.publishList(await issuer.list([8000]));
    const text = await issuer.jwt(record([one, two]));
    const report = await verifyCredential(depsOn(issuer.web), { text });
    expect([report.kind, ...outcomes(report)]).to.deep.equal(['clr', 'revoked', 'valid', 'revoked']);
  });

  it('when an e-mail address is given, then each is compared with it', async () => {
    const signed = await issuer.sign(record([one, two]));
    expect(outcomes(await verify(signed, 'ada@example.com'))).to.deep.equal(['valid', 'valid', 'valid']);
    expect(outcomes(await verify(signed, 'eve@example.com'))[0]).to.equal('other-person');
  });

  it('when it holds twenty full micro-credentials, then it is not too complex; with one more it is', () => {
    const many = (count: number) => record(Array.from({ length: count }, () => one));
    expect(isTooComplex(many(20))).to.equal(false);
    expect(isTooComplex(many(21))).to.equal(true);
  });

  it('when it is verified, then its result is not one that can be shared', async () => {
    expect(shareableResult(await verifySigned(one, two))).to.equal(undefined);
  });

  it('when what it holds is ours and superseded or revoked, then that is told of it', async () => {
    const { deps, documents, revoke } = await aClaimedAward();
    await revoke();
    const signed = await issuer.sign(record([JSON.parse(documents.openBadge3) as JsonObject, two]));
    const { fetchDocument } = issuer.web;
    const report = await verifyCredential({ ...deps, fetchDocument }, { text: JSON.stringify(signed) });
    expect(outcomes(report)).to.deep.equal(['revoked', 'revoked', 'valid']);
  });
});
