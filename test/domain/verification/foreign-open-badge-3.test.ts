import { expect } from 'chai';
import { ed25519Context } from '../../../src/documents/contexts/context-documents.js';
import { didDocument } from '../../../src/documents/did/did-document.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aForeignIssuer, foreignBase, issued, listUrl } from './foreign-issuer.js';
import { depsOn } from './foreign-web.js';
import { allTold, told } from './told.js';

const objectIn = (object: JsonObject, name: string): JsonObject => object[name] as JsonObject;

describe('verifying Open Badges 3.0 of others', function () {
  this.timeout(60_000);
  const here = aForeignIssuer();
  const check = async (credential: JsonObject | string, input: { email?: string; now?: Date } = {}) => {
    const { web } = await here;
    const text = typeof credential === 'string' ? credential : JSON.stringify(credential);
    return verifyCredential(depsOn(web, input.now), { text, email: input.email });
  };

  it('when all is right, then it is valid and the domain that signed is told', async () => {
    const { sign, credential } = await here;
    const report = await check(await sign(credential()), { email: 'ada@example.com' });
    expect(allTold(report)).to.deep.equal({
      readable: 'passed: open-badge-3',
      schema: 'passed: shape-right',
      contexts: 'passed: contexts-known',
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'passed: controller-is-issuer',
      'issuer-identified': 'passed: issuer-controls-domain',
      dates: 'passed: valid-now',
      status: 'passed: not-revoked',
      recipient: 'passed: recipient-matches',
      'european-elements': 'passed: european-elements-complete',
    });
    expect(report.outcome).to.equal('valid');
    expect(report.checks.find(({ name }) => name === 'issuer-identified')?.details).to.deep.equal({
      domain: 'badges.example.net',
    });
  });

  it('when the JWT of all that is pasted, then it is valid by the key at the issuer’s address', async () => {
    const { jwt, credential } = await here;
    const report = await check(await jwt(credential()));
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'valid',
      'passed: key-at-issuer',
    ]);
  });

  it('when a JWT brings its key along and the issuer publishes the same, then it is valid', async () => {
    const { issuer, jwt, credential } = await here;
    const text = await jwt(credential());
    const [, payload = ''] = text.split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'RS256', jwk: issuer.rsaJwk })).toString('base64url');
    const signature = await issuer.jwt.sign(Buffer.from(`${header}.${payload}`));
    const report = await check(`${header}.${payload}.${Buffer.from(signature).toString('base64url')}`);
    expect([report.outcome, told(report, 'key-belongs-to-issuer')]).to.deep.equal([
      'valid',
      'passed: controller-is-issuer',
    ]);
  });

  it('when it carries none of the European elements, then that is told and takes nothing away', async () => {
    const { sign, credential } = await here;
    const subject = objectIn(credential(), 'credentialSubject');
    const achievement = without(objectIn(subject, 'achievement'), 'alignment', 'resultDescription');
    const credentialSubject = { ...without(subject, 'result'), achievement };
    const report = await check(await sign({ ...credential(), credentialSubject }));
    expect(report.outcome).to.equal('valid');
    const elements = report.checks.find(({ name }) => name === 'european-elements');
    expect(elements?.reason).to.equal('european-elements-none');
    expect(elements?.details?.['missing']).to.equal(
      'outcomes workload level assessment participation quality-assurance',
    );
  });

  it('when some European elements are missing, then those are named', async () => {
    const { sign, credential } = await here;
    const subject = objectIn(credential(), 'credentialSubject');
    const about = objectIn(subject, 'achievement');
    const alignment = (about['alignment'] as JsonObject[]).filter(
      ({ targetType }) => targetType !== 'ext:QualityAssurance',
    );
    const credentialSubject = { ...subject, achievement: { ...about, alignment } };
    const report = await check(await sign({ ...credential(), credentialSubject }));
    const elements = report.checks.find(({ name }) => name === 'european-elements');
    expect([report.outcome, elements?.reason, elements?.details?.['missing']]).to.deep.equal([
      'valid',
      'european-elements-missing',
      'quality-assurance',
    ]);
  });

  for (const [now, outcome] of [
    ['2091-03-04T10:11:12Z', 'expired'],
    ['2026-03-04T10:11:11Z', 'not-yet-valid'],
  ] as const) {
    it(`when it is ${now}, then it is ${outcome}`, async () => {
      const { sign, credential } = await here;
      const signed = await sign(credential());
      expect((await check(signed, { now: new Date(now) })).outcome).to.equal(outcome);
    });
  }

  it('when the list has its place set, then it is revoked; a suspending list suspends', async () => {
    const { sign, credential, list, publishList } = await here;
    publishList(await list([4242]));
    expect((await check(await sign(credential()))).outcome).to.equal('revoked');

    const asSuspension = (document: JsonObject, member: string): JsonObject => ({
      ...document,
      [member]: { ...objectIn(document, member), statusPurpose: 'suspension' },
    });
    const plain = without(await list([4242]), 'proof');
    publishList(await sign(asSuspension(plain, 'credentialSubject')));
    const suspended = await check(await sign(asSuspension(credential(), 'credentialStatus')));
    expect(suspended.outcome).to.equal('suspended');
    publishList(await list([]));
  });

  it('when key or list cannot be had, then it is unconfirmed, and which server is told', async () => {
    const { web, sign, credential } = await here;
    const signed = await sign(credential());
    const didUrl = `${foreignBase}/institutions/inst1/did.json`;
    for (const [url, name] of [
      [didUrl, 'key-belongs-to-issuer'],
      [listUrl, 'status'],
    ] as const) {
      const before = web.stands.get(url);
      for (const [trouble, reason] of [
        ['connection', 'address-unreachable'],
        ['private-address', 'address-refused'],
        ['too-large', 'address-too-large'],
        ['redirect', 'address-redirected'],
      ] as const) {
        web.stands.set(url, { trouble });
        const report = await check(signed);
        expect([report.outcome, told(report, name)]).to.deep.equal(['unconfirmed', `not-checked: ${reason}`]);
        expect(report.checks.find((one) => one.name === name)?.details).to.deep.equal({
          host: 'badges.example.net',
        });
      }
      web.stands.set(url, before ?? { json: {} });
    }
  });

  it('when the issuer is a key alone, then the signature passes and who it is stays unconfirmed', async () => {
    const { issuer, credential } = await here;
    const did = `did:key:${issuer.multikey}`;
    const rest = without(credential(), 'credentialStatus');
    const profile = objectIn(rest, 'issuer');
    const signed = await signDataIntegrity(
      { ...issuer.dataIntegrity, verificationMethod: `${did}#${issuer.multikey}` },
      { ...rest, issuer: { ...profile, id: did } },
      issued,
    );
    const report = await check(signed);
    expect(report.outcome).to.equal('unconfirmed');
    expect(told(report, 'key-belongs-to-issuer')).to.equal('passed: controller-is-issuer');
    expect(told(report, 'issuer-identified')).to.equal('not-checked: issuer-is-a-key');
  });

  it('when the issuer is an https address that is a controller document, then it is valid', async () => {
    const { web, issuer, credential } = await here;
    const id = `${foreignBase}/issuers/7`;
    const method = `${id}#key-1`;
    web.stands.set(id, {
      json: {
        id,
        type: ['Profile'],
        verificationMethod: [
          { id: method, type: 'Multikey', controller: id, publicKeyMultibase: issuer.multikey },
        ],
        assertionMethod: ['#key-1'],
      },
    });
    const rest = without(credential(), 'credentialStatus');
    const profile = objectIn(rest, 'issuer');
    const report = await check(
      await signDataIntegrity(
        { ...issuer.dataIntegrity, verificationMethod: method },
        { ...rest, issuer: { ...profile, id } },
        issued,
      ),
    );
    expect(allTold(report)).to.include({
      signature: 'passed: signature-right',
      'key-belongs-to-issuer': 'passed: controller-is-issuer',
      status: 'not-checked: status-none',
    });
    expect(report.outcome).to.equal('valid');
  });

  it('when it names a 1EdTech list at its issuer, then that list decides; one elsewhere counts for nothing', async () => {
    const { web, sign, credential } = await here;
    const url = `${foreignBase}/revoked.json`;
    const signed = await sign({
      ...credential(),
      credentialStatus: { id: url, type: '1EdTechRevocationList' },
    });
    web.stands.set(url, { json: { id: url, revokedCredential: [] } });
    expect((await check(signed)).outcome).to.equal('valid');
    web.stands.set(url, {
      json: { id: url, revokedCredential: [{ id: signed['id'], revocationReason: 'Error' }] },
    });
    const revoked = await check(signed);
    expect(revoked.outcome).to.equal('revoked');
    expect(revoked.checks.find(({ name }) => name === 'status')?.details).to.deep.equal({
      revocationReason: 'Error',
    });
    const elsewhere = 'https://lists.example.com/revoked.json';
    web.stands.set(elsewhere, { json: { id: elsewhere, revokedCredential: [] } });
    const report = await check(
      await sign({ ...credential(), credentialStatus: { id: elsewhere, type: '1EdTechRevocationList' } }),
    );
    expect([report.outcome, told(report, 'status')]).to.deep.equal([
      'unconfirmed',
      'not-checked: status-list-of-another',
    ]);
  });

  it('when it uses a vocabulary that is not known here, then it is unconfirmed, and which is told', async () => {
    const { sign, credential } = await here;
    const signed = await sign(credential());
    const context = 'https://other.example/context.json';
    const report = await check({ ...signed, '@context': [...(signed['@context'] as string[]), context] });
    expect(report.outcome).to.equal('unconfirmed');
    expect(report.checks.find(({ name }) => name === 'contexts')?.details).to.deep.equal({ context });
  });

  it('when it comes with an older signature suite, then its known words are read', async () => {
    const { sign, credential } = await here;
    const plain = credential();
    const signed = await sign({ ...plain, '@context': [...(plain['@context'] as string[]), ed25519Context] });
    expect((await check(signed)).outcome).to.equal('valid');
  });

  it('when the issuer’s key is published under a did:web with a port, then it is found there', async () => {
    const ported = await aForeignIssuer('https://badges.example.net:8443');
    const report = await verifyCredential(depsOn(ported.web), {
      text: JSON.stringify(await ported.sign(ported.credential())),
    });
    expect(report.outcome).to.equal('valid');
    expect(ported.web.fetched).to.include('https://badges.example.net:8443/institutions/inst1/did.json');
  });

  it('when an institution elsewhere has an id of ours, then it is not taken for ours', async () => {
    const { web, issuer, sign, credential } = await here;
    const deps = depsOn(web);
    await deps.institutions.add(anInstitution({ id: 'inst1' }));
    const report = await verifyCredential(deps, { text: JSON.stringify(await sign(credential())) });
    expect(told(report, 'issuer-identified')).to.equal('passed: issuer-controls-domain');
    expect(didDocument({ base: deps.base, institutionId: 'inst1', keys: [] })['id']).to.not.equal(issuer.did);
  });
});
