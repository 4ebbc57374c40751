/**
 * Open Badges 2.0 in every form while an institution renews its keys and loses them to a thief: what the 1EdTech validator says, which takes one
 * key in a profile, and what ours says. docs/decisions/0034-one-key-in-a-profile.md
 */
import { expect } from 'chai';
import type { Award } from '../../../src/domain/awards/award.js';
import { rsaSigner } from '../../../src/domain/awards/institution-signers.js';
import { signNextAgain } from '../../../src/domain/awards/sign-next-again.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { readCompactJws } from '../../../src/documents/proofs/compact-jws.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { tickingClock } from '../../support/builders/ticking-clock.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { openBadges2Report, type OpenBadges2Question } from '../../support/verifiers.js';
import { webServices } from '../support/web-harness.js';
import { claimAnother } from './claim-another.js';
import { institutionId, microCredentialId, startPublicWeb, type PublicWeb } from './public-web.js';

const payloadOf = (jws: string): JsonObject => readCompactJws(jws)?.payload ?? {};

describe('Open Badges 2.0 while keys are renewed', function () {
  this.timeout(240_000);
  const home = `/institutions/${institutionId}`;
  let web: PublicWeb;
  let keys: ReturnType<typeof memoryKeys>;
  let awards: Award[];
  /** Signed assertions as they were handed out at the claim. */
  let copies: string[];

  beforeEach(async () => {
    keys = memoryKeys(undefined, tickingClock(new Date('2026-09-01T08:00:00Z')));
    web = await startPublicWeb({ services: { keys } });
    awards = [web.award];
    copies = [await text(web.award, 'open-badge-2.jws')];
  });
  afterEach(() => web.close());

  const get = ({ id }: Award, name: string): Promise<Response> => web.get(`/awards/${id}/${name}`);
  const text = async (award: Award, name: string): Promise<string> => (await get(award, name)).text();
  const bytes = async (award: Award, name: string): Promise<Uint8Array> =>
    new Uint8Array(await (await get(award, name)).arrayBuffer());
  const json = async (path: string): Promise<JsonObject> =>
    (await (await web.get(path)).json()) as JsonObject;
  const outcome = async (given: string): Promise<string> =>
    (await verifyCredential(web.services, { text: given })).outcome;

  /** New keys, and an award that is claimed with them. */
  async function renew(): Promise<void> {
    const inUse = (await keys.all(institutionId)).filter(({ retiredAt }) => !retiredAt);
    await keys.renew(
      institutionId,
      inUse.map(({ id }) => id),
    );
    const award = await claimAnother(web, `learner-${awards.length + 1}`);
    awards.push(award);
    copies.push(await text(award, 'open-badge-2.jws'));
  }

  /** @param number of the generation: 0 is the first */
  async function keyId(number: number): Promise<string> {
    const rsa = (await keys.all(institutionId)).filter(({ kind }) => kind === 'RSA');
    return rsa.at(-1 - number)?.id ?? '';
  }

  async function declare(...numbers: number[]): Promise<void> {
    const ids = await Promise.all(numbers.map(keyId));
    await keys.declareCompromised(institutionId, ids, new Date('2026-08-20T00:00:00Z'));
  }

  async function signAllAgain(): Promise<void> {
    while ((await signNextAgain({ ...web.services, chance: () => 0, onTrouble: () => undefined }, 25)) > 0);
  }

  async function faultsOf(question: OpenBadges2Question, what: string): Promise<void> {
    const report = await openBadges2Report(question);
    expect(report.messages, what).to.deep.equal([]);
    expect(report, what).to.include({ valid: true, errorCount: 0, warningCount: 0 });
  }

  /**
   * The validator has nothing to say of any award as it is served, and ours believes it.
   * @param pictures the baked forms as well: each question takes the validator a second
   */
  async function expectFaultless(pictures?: 'pictures'): Promise<void> {
    for (const [number, award] of awards.entries()) {
      const address = `${web.base}/awards/${award.id}`;
      const signed = await text(award, 'open-badge-2.jws');
      const questions: Record<string, OpenBadges2Question> = {
        hosted: { input: `${address}/open-badge-2.json` },
        signed: { input: signed },
        ...(pictures && {
          'hosted, baked': { image: await bytes(award, 'badge-2.png') },
          'signed, baked': { image: await bytes(award, 'badge-2-signed.png') },
        }),
      };
      for (const [form, question] of Object.entries(questions))
        await faultsOf(question, `award ${number}, ${form}`);
      for (const given of [`${address}/open-badge-2.json`, signed])
        expect(await outcome(given), `award ${number}`).to.equal('valid');
    }
  }

  it('when they were renewed once and twice, then nothing is said of any award of before or after, and copies stay what is served', async () => {
    await renew();
    await expectFaultless();
    await renew();
    await expectFaultless('pictures');
    for (const [number, award] of awards.entries())
      expect(await text(award, 'open-badge-2.jws')).to.equal(copies[number]);
  });

  it('when nothing was renewed, then nothing is published beside the plain addresses', async () => {
    const id = await keyId(0);
    expect(payloadOf(copies[0] ?? '')['badge']).to.match(/\/badge-class\.json$/);
    const profile = await json(`${home}/issuer-2.json`);
    expect(profile['publicKey']).to.deep.equal([`${web.base}${home}/keys-2/${id}.json`]);
    expect(profile).to.not.have.property('related');
    for (const path of [`${home}/issuer-2.${id}.json`, `${home}/revocation-list-2.${id}.json`])
      expect((await web.get(path)).status, path).to.equal(404);
  });

  it('when the first key of two is compromised, then what was signed again and all else is faultless, and copies of it are out of date', async () => {
    await renew();
    await declare(0);
    const [old = '', later = ''] = copies;
    expect(await outcome(old)).to.equal('outdated');
    await signAllAgain();
    await expectFaultless('pictures');
    expect(await outcome(old)).to.equal('outdated');
    expect((await openBadges2Report({ input: old })).valid).to.equal(false);
    await faultsOf({ input: later }, 'the copy of the other key');
  });

  it('when the key in use is compromised, then what it signed is signed again, its addresses stay without a key, and what the first signed is untouched', async () => {
    await renew();
    const id = await keyId(1);
    await declare(1);
    const [first = '', old = ''] = copies;
    for (const when of ['before it is signed again', 'after'] as const) {
      if (when === 'after') await signAllAgain();
      const report = await verifyCredential(web.services, { text: old });
      expect([report.outcome, report.credential?.title], when).to.deep.equal(['outdated', 'Data literacy']);
      expect((await openBadges2Report({ input: old })).valid, when).to.equal(false);
      await faultsOf({ input: first }, when);
    }
    await expectFaultless();
    expect(await text(web.award, 'open-badge-2.jws')).to.equal(first);
    expect(await json(`${home}/issuer-2.${id}.json`)).to.not.have.property('publicKey');
    expect(JSON.stringify(await json(`${home}/issuer-2.json`))).to.not.contain(id);
    expect((await web.get(`${home}/keys-2/${id}.json`)).status).to.equal(404);
  });

  it('when every key is compromised, then the new one takes over the plain addresses, and all is faultless', async () => {
    await renew();
    await declare(0, 1);
    await signAllAgain();
    for (const award of awards)
      expect(payloadOf(await text(award, 'open-badge-2.jws'))['badge']).to.match(/\/badge-class\.json$/);
    await expectFaultless();
    for (const copy of copies) expect(await outcome(copy)).to.equal('outdated');
    await renew();
    await expectFaultless();
  });

  it('when an award of a later key is revoked, then ours says so with the reason, by the list that its issuer names', async () => {
    await renew();
    const [, award] = awards;
    const at = web.services.clock();
    const event = { what: 'revoked', at, by: 'teacher-1' } as const;
    await web.services.awards.revoke(award?.id ?? '', at, 'Plagiarism', event);
    const report = await verifyCredential(elsewhere(), { text: copies[1] ?? '' });
    expect(report.outcome).to.equal('revoked');
    expect(report.checks.find(({ name }) => name === 'status')?.details).to.deep.equal({
      revocationReason: 'Plagiarism',
    });
    const list = await json(`${home}/revocation-list-2.${await keyId(1)}.json`);
    const plain = await json(`${home}/revocation-list-2.json`);
    expect(list['revokedAssertions']).to.deep.equal(plain['revokedAssertions']);
  });

  it('when a later key had signed in the name of the plain profile, as until this was so, then ours believes it, here and elsewhere', async () => {
    await renew();
    const { header, payload } = readCompactJws(copies[1] ?? '') ?? {};
    const badge = `${web.base}/achievements/${microCredentialId}/1/badge-class.json`;
    expect(payload?.['badge']).to.not.equal(badge);
    const rsa = await rsaSigner(web.services, institutionId);
    const of = await signJws(rsa.sign, { ...payload, badge }, header);
    expect(await outcome(of)).to.equal('valid');
    const report = await verifyCredential(elsewhere(), { text: of });
    expect(report.checks.filter(({ result }) => result === 'failed')).to.deep.equal([]);
    expect(report.checks.find(({ name }) => name === 'key-belongs-to-issuer')?.result).to.equal('passed');
    // the validator takes it as soon as the first key counts no more
    expect((await openBadges2Report({ input: of })).valid).to.equal(false);
    await declare(0);
    await faultsOf({ input: of }, 'after the first key was declared compromised');
    expect(await outcome(of)).to.equal('valid');
  });

  /** Another Acquis, which knows nothing of this one. */
  function elsewhere() {
    return webServices({
      base: 'https://verifier.example.org',
      clock: web.services.clock,
      fetchDocument: async (url) => {
        const answer = await web.get(url);
        const body = new Uint8Array(await answer.arrayBuffer());
        return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', body, url };
      },
    });
  }
});
