import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect } from 'chai';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { randomId } from '../../../src/shared/ids.js';
import {
  aGivenEndorsement,
  anAcceptedEndorsement,
  aStatement,
} from '../../support/builders/an-endorsement.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { openBadges2Report, openBadgesLibVerify } from '../../support/verifiers.js';
import { readable } from '../course/course-web.js';
import { claimAnother } from './claim-another.js';
import { startEndorsedWeb, type EndorsedWeb } from './endorsed-web.js';
import { institutionId, microCredentialId } from './public-web.js';

const achievementPath = `/achievements/${microCredentialId}/1`;
const institutionPath = `/institutions/${institutionId}`;

describe('endorsements in public', function () {
  this.timeout(120_000);
  let web: EndorsedWeb;
  beforeEach(async () => (web = await startEndorsedWeb()));
  afterEach(() => web.close());

  const said = 'We hire <b>people</b> who hold it.';
  const document = async (path: string): Promise<JsonObject> =>
    (await (await web.get(`${path}/endorsement.json`)).json()) as JsonObject;
  const credential = async (): Promise<JsonObject> =>
    (await (await web.get(`${web.endorsedPath}/open-badge-3.json`)).json()) as JsonObject;
  const verified = (text: string) => verifyCredential(web.services, { text });

  it('the pages of version, institution and award, when they are read, then show who says what, and whose signature it bears', async () => {
    for (const path of [achievementPath, institutionPath, web.endorsedPath, web.path]) {
      const page = await web.page(path);
      expect(page, path).to.not.contain('<b>people</b>').and.not.contain('jane@');
      const text = readable(page);
      expect(text, path)
        .to.contain(said)
        .and.to.contain('Acme SA')
        .and.to.contain('Jane Doe, Head of training');
      expect(text, path).to.contain('confirmed an e-mail address at acme.example');
    }
    expect(readable(await web.page(achievementPath, 'fr'))).to.contain(
      'l’organisation Acme SA ne l’a pas signée elle-même',
    );
  });

  it('one that its author signed for a time, when that is over, then is shown no more', async () => {
    for (const [comment, until] of [
      ['Good for ever.', undefined],
      ['Good for long.', new Date('2999-01-01')],
      ['Good for a year.', new Date('2020-01-01')],
    ] as const)
      await web.services.endorsements.add(
        anAcceptedEndorsement({
          ...{ id: randomId(), linkHash: randomId(), institutionId, microCredentialId },
          said: aStatement({
            statement: undefined,
            handedIn: { document: '{}', issuer: 'agency.example', comment, ...(until && { until }) },
          }),
        }),
      );
    expect(readable(await web.page(achievementPath)))
      .to.contain('Good for ever.')
      .and.to.contain('Good for long.')
      .and.not.contain('Good for a year.');
  });

  it('its own page and document, when they are asked for, then are there, open to every origin', async () => {
    for (const path of [web.ofVersion, web.ofInstitution]) {
      expect(readable(await web.page(path)))
        .to.contain('Wij nemen ze aan.')
        .and.to.contain('Verify it');
      const answer = await web.get(`${path}/endorsement.json`);
      expect(answer.headers.get('access-control-allow-origin')).to.equal('*');
      const negotiated = await web.get(path, { Accept: 'application/vc+ld+json' });
      expect(await negotiated.text()).to.equal(await answer.text());
    }
  });

  it('its document, when it is verified here and elsewhere, then it is valid', async () => {
    for (const path of [web.ofVersion, web.ofInstitution]) {
      const report = await verified(`${web.base}${path}`);
      expect([report.outcome, report.kind]).to.deep.equal(['valid', 'endorsement']);
      expect(await faultOf(await document(path))).to.equal(undefined);
    }
    expect((await document(web.ofVersion))['credentialSubject']).to.include({
      id: `${web.base}${achievementPath}`,
    });
  });

  it('a new award, when it is verified here and elsewhere, then it is valid and carries both endorsements', async () => {
    const award = await credential();
    const report = await verified(JSON.stringify(award));
    expect(report.outcome).to.equal('valid');
    expect(report.endorsements?.map(({ outcome, aboutThis }) => [outcome, aboutThis])).to.deep.equal([
      ['valid', true],
      ['valid', true],
    ]);
    expect(await faultOf(award)).to.equal(undefined);
    const origins = { [web.base.replace('http:', 'https:')]: web.base };
    const answer = await openBadgesLibVerify({ credential: JSON.stringify(award), origins });
    expect(answer, answer.reason ?? '').to.include({ valid: true, trusted: true, reason: null });
    const token = await (await web.get(`${web.endorsedPath}/open-badge-3.jwt`)).text();
    expect((await verified(token)).endorsements?.map(({ outcome }) => outcome)).to.deep.equal([
      'valid',
      'valid',
    ]);
  });

  it('as Open Badges 2.0, when the validator of 1EdTech follows it from a badge, then it has nothing to say', async () => {
    const input = `${web.base}${web.endorsedPath}/open-badge-2.json`;
    const recipient = { email: ['bob@example.org'] };
    const report = await openBadges2Report({ input, recipient });
    expect(report.messages).to.deep.equal([]);
    expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    for (const path of [web.ofVersion, web.ofInstitution]) {
      expect(report.fetched).to.include(`${web.base}${path}/open-badge-2.json`);
      const hosted = (await (await web.get(`${path}/open-badge-2.json`)).json()) as JsonObject;
      expect((hosted['claim'] as JsonObject)['endorsementComment']).to.contain(
        'Acme SA (https://acme.example/',
      );
    }
    expect((await verified(input)).outcome).to.equal('valid');
    await web.withdraw();
    const gone = await web.get(`${web.ofVersion}/open-badge-2.json`);
    expect([gone.status, ((await gone.json()) as JsonObject)['revoked']]).to.deep.equal([410, true]);
    expect((await openBadges2Report({ input, recipient })).valid).to.equal(true);
  });

  it('as Open Badges 2.0, when keys were renewed and a later one signed the badge, then the validator has nothing to say either', async () => {
    const keys = memoryKeys();
    const renewed = await startEndorsedWeb({ keys });
    try {
      const first = await keys.all(institutionId);
      await keys.renew(
        institutionId,
        first.map(({ id }) => id),
      );
      const { documents } = await claimAnother(renewed, 'learner-3');
      const report = await openBadges2Report({ input: documents?.openBadge2Signed });
      expect(report.messages).to.deep.equal([]);
      expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
      for (const path of [renewed.ofVersion, renewed.ofInstitution])
        expect(report.fetched).to.include(`${renewed.base}${path}/open-badge-2.json`);
    } finally {
      await renewed.close();
    }
  });

  it('an award of before, when it is verified, then it is what was signed, without any', async () => {
    const old = await (await web.get(`${web.path}/open-badge-3.json`)).text();
    expect((await verified(old)).outcome).to.equal('valid');
    expect(old).to.not.contain('endorsement');
  });

  it('when it is hidden, then pages show it no more, its address stays, and what carries it stays valid', async () => {
    await web.hide();
    expect(await web.page(achievementPath)).to.not.contain('Jane Doe');
    expect(readable(await web.page(web.ofVersion))).to.contain('no longer shows this endorsement');
    const report = await verified(JSON.stringify(await credential()));
    expect(report.endorsements?.map(({ outcome }) => outcome)).to.deep.equal(['valid', 'valid']);
  });

  it('when it is withdrawn, then its address answers 410, and the award that carries it is valid and says so', async () => {
    const award = JSON.stringify(await credential());
    const text = JSON.stringify(await document(web.ofVersion));
    await web.withdraw();
    expect(await web.page(achievementPath)).to.not.contain('Jane Doe');
    for (const [path, accept] of [
      [web.ofVersion, 'text/html'],
      [web.ofVersion, 'application/vc+ld+json'],
      [`${web.ofVersion}/endorsement.json`, '*/*'],
    ] as const)
      expect((await web.get(path, { Accept: accept })).status, path).to.equal(410);
    expect(readable(await web.page(web.ofVersion))).to.contain('Acme SA withdrew this endorsement on');
    expect(await web.page(web.ofVersion))
      .to.not.contain('Jane')
      .and.not.contain('We hire');
    expect((await verified(text)).outcome).to.equal('revoked');
    expect((await verified(`${web.base}${web.ofVersion}`)).outcome).to.equal('unreadable');
    const report = await verified(award);
    expect([report.outcome, report.endorsements?.map(({ outcome }) => outcome)]).to.deep.equal([
      'valid',
      ['revoked', 'valid'],
    ]);
    const list = await (await web.get(`${institutionPath}/revocation-list.json`)).json();
    expect((list as JsonObject)['revokedCredential']).to.deep.equal([
      {
        id: `${web.base}${web.ofVersion}`,
        revoked: true,
        revocationReason: 'Withdrawn by the organisation that gave it.',
      },
    ]);
  });

  it('an endorsement that was not accepted, or is unknown, when its address is tried, then there is nothing', async () => {
    const given = aGivenEndorsement({ id: randomId(), institutionId, microCredentialId, linkHash: 'x' });
    await web.services.endorsements.add(given);
    for (const id of [given.id, randomId(), 'x'])
      for (const path of [
        `/endorsements/${id}`,
        `/endorsements/${id}/endorsement.json`,
        `/endorsements/${id}/endorsement.jwt`,
      ])
        expect((await web.get(path)).status, path).to.equal(404);
    expect(await web.page(achievementPath)).to.contain('Acme SA');
  });

  /** By the reference implementation, with the keys that are published. Undefined: verified. */
  async function faultOf(given: object): Promise<string | undefined> {
    const documentLoader = async (url: string): Promise<object> => {
      const [did = '', fragment] = url.split('#');
      const address = didWebAddress(did);
      if (!address) return loadContext(url);
      const found = (await (await web.get(address.replace(/^https:/, 'http:'))).json()) as {
        verificationMethod: { id: string }[];
      };
      if (!fragment) return { documentUrl: url, document: found };
      const method = found.verificationMethod.find(({ id }) => id === url);
      return {
        documentUrl: url,
        document: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      };
    };
    const { verified: isVerified, error } = await vc.verifyCredential({
      credential: given,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: new Date('2026-12-01T00:00:00Z'),
      checkStatus: async () => ({ verified: true }),
    });
    return isVerified ? undefined : JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}));
  }
});
