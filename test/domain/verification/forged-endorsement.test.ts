/** Endorsements inside of a credential: right ones leave it valid, and none hides what the credential itself says. */
import { expect } from 'chai';
import type { JsonObject, JsonValue } from '../../../src/documents/json/json-value.js';
import { isJsonObject, stringOf, without } from '../../../src/documents/json/json-value.js';
import { anEndorsement } from './an-endorsement.js';
import { check, expectBelieved, good, signed, subjectOf } from './forger.js';
import { allPeers, byStatements } from './peers.js';
import { told } from './told.js';

describe('a credential with endorsements inside', function () {
  this.timeout(120_000);
  const own = async (): Promise<JsonObject> => (await good).credential();
  const ownId = async (): Promise<string> => stringOf((await own())['id']) ?? '';
  const achievementOf = (credential: JsonObject) => subjectOf(credential)['achievement'] as JsonObject;
  const endorsementOf = async (about: JsonValue | undefined): Promise<JsonObject> => {
    const issuer = await good;
    return issuer.sign(anEndorsement(issuer, stringOf(about) ?? ''));
  };
  /** The credential with one in it about itself, signed. */
  const endorsed = async (): Promise<JsonObject> =>
    signed({ endorsement: [await endorsementOf((await own())['id'])] });

  it('when they have contexts of their own, then it is valid, whatever they are about and wherever they stand', async () => {
    const credential = await own();
    const achievement = achievementOf(credential);
    const issuer = credential['issuer'] as JsonObject;
    const subject = subjectOf(credential);
    const [ofIt, ofAchievement, ofIssuer] = [
      await endorsementOf(credential['id']),
      await endorsementOf(achievement['id']),
      await endorsementOf(issuer['id']),
    ];
    for (const changes of [
      { endorsement: [ofIt] },
      { endorsement: [ofIt, ofAchievement, ofIssuer] },
      { issuer: { ...issuer, endorsement: [ofIssuer] } },
      {
        credentialSubject: { ...subject, achievement: { ...achievement, endorsement: [ofAchievement] } },
      },
    ] as JsonObject[]) {
      const credential = await signed(changes);
      const report = await check(credential);
      expect([report.outcome, told(report, 'contexts')], JSON.stringify(Object.keys(changes))).to.deep.equal([
        'valid',
        'passed: contexts-known',
      ]);
      // openbadgeslib takes no second description of the credential, not even as what an endorsement is about
      const aboutItself = JSON.stringify(changes).includes(`"credentialSubject":{"id":"${await ownId()}"`);
      await expectBelieved(credential, aboutItself ? byStatements : allPeers);
    }
  });

  it('when one is taken out, put in or changed after signing, then the credential is altered', async () => {
    const whole = await endorsed();
    const text = JSON.stringify(whole).replace('We have seen', 'We admire');
    const added = { ...(await signed()), endorsement: whole['endorsement'] ?? [] };
    for (const forged of [without(whole, 'endorsement'), added, text]) {
      expect((await check(forged)).outcome).to.equal('altered');
      await expectBelieved(forged, []);
    }
  });

  for (const [what, contexts] of [
    ['other contexts', ['https://www.w3.org/2018/credentials/v1']],
    ['those around it in another order', undefined],
    ['a context of its own making', [{ name: 'https://schema.org/description' }]],
    ['none at all', []],
  ] as [string, JsonValue[] | undefined][]) {
    it(`when one brings ${what}, then the credential is not valid`, async () => {
      const endorsement = anEndorsement(await good, await ownId());
      const around = endorsement['@context'] as JsonValue[];
      const odd = { ...endorsement, '@context': contexts ?? around.toReversed() };
      const forged = { ...(await signed()), endorsement: [odd] };
      const report = await check(forged);
      expect(report.outcome).to.not.equal('valid');
      expect(told(report, 'contexts')).to.equal('failed: context-inline');
      await expectBelieved(forged, []);
    });
  }

  it('when a context stands deeper in one, then the credential is invalid', async () => {
    const endorsement = anEndorsement(await good, await ownId());
    const issuer = { ...(endorsement['issuer'] as JsonObject), '@context': endorsement['@context'] ?? [] };
    const report = await check({ ...(await signed()), endorsement: [{ ...endorsement, issuer }] });
    expect(told(report, 'contexts')).to.equal('failed: context-inline');
  });

  /** Every object inside of a value, itself first. */
  const objectsIn = (value: JsonValue | undefined): JsonObject[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.values(value).flatMap((inner) => objectsIn(inner));
    return isJsonObject(value) ? [value, ...inside] : inside;
  };

  // What was moved is said of the credential as before, and read of the endorsement: two are fooled, and openbadgeslib has
  // refused it with nothing moved.
  it('when any member is moved into the endorsement, under whatever id, then it is never valid with another reading', async () => {
    const whole = await endorsed();
    const members = Object.keys(whole).filter(
      (name) => !['endorsement', 'proof', '@context', 'id'].includes(name),
    );
    // the endorsement, its issuer, its subject, its proof: in each a name means something else
    const named = (endorsement: JsonObject): JsonObject[] => [
      endorsement,
      ...['issuer', 'credentialSubject', 'proof'].flatMap((name) => objectsIn(endorsement[name]).slice(0, 1)),
    ];
    const targetIn = (credential: JsonObject, place: number): JsonObject | undefined =>
      objectsIn(credential['endorsement']).slice(0, 1).flatMap(named)[place];
    let stillRight = 0;
    for (const member of members)
      for (let place = 0; place < 4; place += 1)
        for (const isTwin of [true, false]) {
          const moved = structuredClone(whole);
          const target = targetIn(moved, place);
          if (!target) throw new Error('the place is there');
          target[member] = moved[member] ?? '';
          delete moved[member];
          if (isTwin) target['id'] = moved['id'] ?? '';
          const report = await check(moved);
          expect(report.outcome, `${member} at ${place}${isTwin ? ' as twin' : ''}`).to.not.equal('valid');
          if (told(report, 'signature') !== 'passed: signature-right') continue;
          stillRight += 1;
          await expectBelieved(moved, byStatements);
        }
    // moves that the signature does not notice: without them this would prove nothing
    expect(stillRight).to.be.greaterThan(5);
  });

  it('when what the endorsement says of the credential is more than a comment, then it is not valid', async () => {
    const about = await ownId();
    const subject = { id: about, type: ['EndorsementSubject'], endorsementComment: 'Good.' };
    for (const more of [
      { validUntil: '2030-01-01T00:00:00Z' },
      { type: ['EndorsementSubject', 'OpenBadgeCredential'] },
      { credentialStatus: { id: 'https://x.example/1', type: 'X' } },
      { endorsementComment: { id: about, validUntil: '2030-01-01T00:00:00Z' } },
    ] as JsonObject[]) {
      const endorsement = anEndorsement(await good, about, { credentialSubject: { ...subject, ...more } });
      const report = await check({ ...(await signed()), endorsement: [endorsement] });
      expect(report.outcome).to.not.equal('valid');
      expect(told(report, 'contexts'), JSON.stringify(more)).to.equal('failed: id-repeated');
    }
  });
});
