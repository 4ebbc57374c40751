import { expect } from 'chai';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { checkContexts } from '../../../src/documents/read/check-contexts.js';
import { carriedEndorsements } from '../../../src/domain/endorsements/carried-endorsements.js';
import { decideOnEndorsement } from '../../../src/domain/invitations/decide-on-endorsement.js';
import { handInEndorsement } from '../../../src/domain/invitations/hand-in-endorsement.js';
import {
  aGivenEndorsement,
  anInvitedEndorsement,
  linkSecret,
} from '../../support/builders/an-endorsement.js';
import { systemTimers } from '../../../src/shared/timers.js';
import { aCredential } from '../../documents/credential-content.builder.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { anEndorsement } from '../verification/an-endorsement.js';
import { aForeignIssuer, type ForeignIssuer } from '../verification/foreign-issuer.js';
import { form, invitationWorld, now, ofVersion, scope } from './invitation-world.js';

const about = 'https://acquis.example.org/achievements/micro-credential-1/1';

describe('handing in an endorsement that was signed elsewhere', function () {
  this.timeout(60_000);
  let agency: ForeignIssuer;
  before(async () => {
    agency = await aForeignIssuer('https://agency.example');
  });

  const begin = (endorsement = anInvitedEndorsement()) => {
    const world = invitationWorld({ endorsements: [endorsement] });
    const deps = {
      ...world.deps,
      awards: memoryAwards(),
      statusLists: memoryStatusLists(),
      fetchDocument: agency.web.fetchDocument,
      timers: systemTimers,
    };
    return {
      deps,
      handIn: (document: string, changes: Partial<typeof form> = {}) =>
        handInEndorsement(deps, { secret: linkSecret, form: { ...form, ...changes }, document }),
      kept: async () => deps.endorsements.byId(endorsement.id),
    };
  };
  const unsigned = (changes: JsonObject = {}, of = about): JsonObject => ({
    ...anEndorsement(agency, of),
    id: 'https://agency.example/endorsements/1',
    ...changes,
  });
  const signed = async (changes: JsonObject = {}, of = about): Promise<string> =>
    JSON.stringify(await agency.sign(unsigned(changes, of)));

  it('when it is right, as JSON and as token, then it is given with what it says and whose key it is', async () => {
    for (const document of [await signed(), await agency.jwt(unsigned())]) {
      const { handIn, kept } = begin();
      expect(await handIn(`\n${document} `)).to.have.property('given');
      const endorsement = await kept();
      expect(endorsement?.state).to.equal('given');
      expect(endorsement?.said?.handedIn).to.deep.equal({
        document,
        issuer: 'agency.example',
        comment: 'We have seen the laboratory of Ada.',
        until: new Date('2091-03-04T10:11:12Z'),
      });
    }
  });

  it('when it is accepted, then it is published as it was signed, and new awards carry the JSON but not the token', async () => {
    const documents = [await signed(), await agency.jwt(unsigned())];
    const carried: number[] = [];
    for (const document of documents) {
      const { handIn, deps, kept } = begin();
      await handIn(document);
      const { id = '' } = (await kept()) ?? {};
      const accepted = await decideOnEndorsement(deps, { scope, id, decision: 'accept' });
      expect(accepted.document).to.equal(document);
      const { achievement, institution } = await carriedEndorsements(deps, ofVersion, now);
      carried.push(achievement.length, institution.length);
      if (achievement.length === 0) continue;
      expect(JSON.stringify(achievement[0])).to.equal(document);
      const endorsements = { achievement, institution };
      const award = await agency.sign(achievementCredential({ ...aCredential(), endorsements }));
      expect((await checkContexts(award)).result).to.equal('passed');
    }
    expect(carried).to.deep.equal([1, 0, 0, 0]);
  });

  it('when it says more of the achievement, then it may be published, but no award carries it', async () => {
    const credentialSubject = {
      ...(unsigned()['credentialSubject'] as JsonObject),
      description: 'The best of all.',
    };
    const { handIn, deps, kept } = begin();
    await handIn(await signed({ credentialSubject }));
    const { id = '' } = (await kept()) ?? {};
    expect((await decideOnEndorsement(deps, { scope, id, decision: 'accept' })).isCarried).to.equal(false);
    expect((await carriedEndorsements(deps, ofVersion, now)).achievement).to.deep.equal([]);
  });

  it('when it is valid for a time, then no award carries it afterwards', async () => {
    const { handIn, deps, kept } = begin();
    await handIn(await signed({ validUntil: '2026-12-24T00:00:00Z' }));
    const { id = '', said } = (await kept()) ?? {};
    expect(said?.handedIn?.until).to.deep.equal(new Date('2026-12-24T00:00:00Z'));
    await decideOnEndorsement(deps, { scope, id, decision: 'accept' });
    const carriedOn = async (day: string) =>
      (await carriedEndorsements(deps, ofVersion, new Date(day))).achievement.length;
    expect(await carriedOn('2026-12-23')).to.equal(1);
    expect(await carriedOn('2026-12-24')).to.equal(0);
  });

  const refusals: [string, string, () => Promise<string>][] = [
    ['it is about another version', 'about-something-else', () => signed({}, about.replace(/1$/, '2'))],
    ['it was altered', 'not-valid', async () => (await signed()).replace('have seen', 'admire')],
    ['it is over', 'not-valid', () => signed({ validUntil: '2026-04-01T00:00:00Z' })],
    ['it is not signed', 'not-valid', async () => JSON.stringify(unsigned())],
    [
      'it is signed in the name of another',
      'not-valid',
      () => signed({ issuer: { id: 'did:web:other.example', type: ['Profile'], name: 'Other' } }),
    ],
    ['it is an award', 'no-endorsement', async () => JSON.stringify(await agency.sign(agency.credential()))],
    [
      'it is an address, which is not followed',
      'no-endorsement',
      async () => 'https://agency.example/endorsements/1',
    ],
    ['it is no JSON', 'no-endorsement', async () => '{"type":'],
    ['it is HTML', 'no-endorsement', async () => '<script>alert(1)</script>'],
  ];
  for (const [what, refused, document] of refusals)
    it(`when ${what}, then it is refused, and nothing is kept`, async () => {
      const { handIn, kept } = begin();
      const before = agency.web.fetched.length;
      expect(await handIn(await document())).to.include({ refused });
      expect((await kept())?.state).to.equal('invited');
      if (refused === 'no-endorsement') expect(agency.web.fetched).to.have.length(before);
    });

  it('when an institution of this installation signed it, then it is refused: that is no voice from outside', async () => {
    const { deps, handIn } = begin(aGivenEndorsement());
    const { id } = aGivenEndorsement();
    const accepted = await decideOnEndorsement(deps, { scope, id, decision: 'accept' });
    await deps.endorsements.move(id, ['accepted'], { state: 'opened' });
    expect(await handIn(accepted.document ?? '')).to.include({ refused: 'signed-here' });
  });

  it('when it is missing, too long, or nobody is named, then that is told', async () => {
    const { handIn } = begin();
    const faults = async (document: string, changes = {}) =>
      (await thrownProblem(() => handIn(document, changes))).facts['fields'];
    expect(await faults(' ')).to.deep.equal({ document: 'required' });
    expect(await faults('x'.repeat(100_001))).to.deep.equal({ document: 'too-long' });
    expect(await faults(await signed(), { name: '', url: 'javascript:1' })).to.deep.equal({
      name: 'required',
      url: 'not-an-address',
    });
  });

  it('when something was given already, then nothing more can be', async () => {
    const { handIn } = begin(aGivenEndorsement());
    const document = await signed();
    expect((await thrownProblem(() => handIn(document))).code).to.equal('endorsement-moved');
  });
});
