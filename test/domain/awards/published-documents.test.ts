import { expect } from 'chai';
import { claimAward } from '../../../src/domain/awards/claim-award.js';
import { openBadge2Documents } from '../../../src/domain/awards/open-badge-2-documents.js';
import { revocationListDocument } from '../../../src/domain/awards/revocation-list-document.js';
import { revokeAward } from '../../../src/domain/awards/revoke-award.js';
import { statusListDocument } from '../../../src/domain/awards/status-list-document.js';
import { readStatus } from '../../../src/documents/status-list/bitstring.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { aTeacherVisit, aVisit } from '../../support/builders/a-visit.js';
import { memoryAwards, memoryStatusLists } from '../../support/memory/memory-awards.js';
import { memoryConfirmations } from '../../support/memory/memory-confirmations.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryJuryDecisions } from '../../support/memory/memory-jury-decisions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { scriptedLms } from '../../support/memory/scripted-lms.js';
import { scriptedRecords } from '../../support/memory/scripted-records.js';

const keys = memoryKeys();
const awardId = anAward().id;

function world(award = anAward()) {
  const time = { now: new Date('2026-11-20T09:00:00Z') };
  return {
    awards: memoryAwards(award),
    statusLists: memoryStatusLists(),
    endorsements: memoryEndorsements(),
    microCredentials: memoryMicroCredentials(aMicroCredential()),
    institutions: memoryInstitutions(anInstitution()),
    courses: memoryCourses(aCourse()),
    confirmations: memoryConfirmations(),
    juryDecisions: memoryJuryDecisions(),
    platforms: memoryPlatforms(aPlatform()),
    lms: scriptedLms({}),
    records: scriptedRecords({}),
    keys,
    time,
    clock: () => time.now,
    base: 'https://acquis.example.org',
    emailPepper: new Uint8Array(32),
  };
}

/** A world in which the learner has claimed. */
async function claimed() {
  const deps = world();
  await deps.confirmations.decide(aConfirmation({ at: deps.time.now }));
  const award = await claimAward(deps, { awardId, visit: aVisit(), carryGrade: false, consent: true });
  return { deps, listId: award.statusPlace?.listId ?? '', index: award.statusPlace?.index ?? -1 };
}
const revoke = (deps: ReturnType<typeof world>) =>
  revokeAward(deps, { awardId, visit: aTeacherVisit(), reason: 'Plagiarism' });

interface ListDocument {
  id: string;
  issuer: string;
  validFrom: string;
  credentialSubject: { encodedList: string };
  proof: { verificationMethod: string }[];
}
const read = (credential: string | undefined) => JSON.parse(credential ?? '{}') as ListDocument;

describe('the status list document', () => {
  before(async function () {
    this.timeout(60_000);
    await keys.ensure('institution-1');
  });

  it('when nothing is revoked, then it is signed once and served byte for byte', async () => {
    const { deps, listId, index } = await claimed();
    const first = await statusListDocument(deps, listId);
    const list = read(first?.credential);
    expect(list.id).to.equal(`https://acquis.example.org/status/${listId}`);
    expect(readStatus(list.credentialSubject.encodedList, index)).to.equal('clear');
    expect(list.proof[0]?.verificationMethod.startsWith(`${list.issuer}#z6Mk`)).to.equal(true);
    expect(first?.etag).to.match(/^"[A-Za-z0-9_-]{43}"$/);
    deps.time.now = new Date('2026-11-21T09:00:00Z');
    expect(await statusListDocument(deps, listId)).to.deep.equal(first);
  });

  it('when an award is revoked, then the next reader gets both places of its pair set, under another tag', async () => {
    const { deps, listId, index } = await claimed();
    const before = await statusListDocument(deps, listId);
    await revoke(deps);
    const after = await statusListDocument(deps, listId);
    const { encodedList } = read(after?.credential).credentialSubject;
    expect(readStatus(encodedList, index)).to.equal('set');
    expect(readStatus(encodedList, index ^ 7)).to.equal('set');
    expect(readStatus(encodedList, index ^ 8)).to.equal('clear');
    expect(after?.etag).not.to.equal(before?.etag);
  });

  it('when an award is revoked while the list is being made, then the next reader still gets it', async () => {
    const { deps, listId, index } = await claimed();
    const awards = {
      ...deps.awards,
      revokedPlaces: async (id: string) => {
        const places = await deps.awards.revokedPlaces(id);
        await revoke(deps);
        return places;
      },
    };
    const stale = await statusListDocument({ ...deps, awards }, listId);
    expect(readStatus(read(stale?.credential).credentialSubject.encodedList, index)).to.equal('clear');
    const next = await statusListDocument(deps, listId);
    expect(readStatus(read(next?.credential).credentialSubject.encodedList, index)).to.equal('set');
  });

  it('when the list is unknown, then there is none', async () => {
    expect(await statusListDocument(world(), 'x')).to.equal(undefined);
  });
});

describe('the Open Badges 2.0 documents', () => {
  it('when the award is issued, then the assertion is the one that was issued', async () => {
    const { deps } = await claimed();
    const issued = (await deps.awards.byId(awardId))?.documents?.openBadge2;
    expect(await openBadge2Documents(deps).assertion(awardId)).to.deep.equal({ json: issued, gone: false });
  });

  it('when it is revoked, then the revoked form with the reason is there, gone', async () => {
    const { deps } = await claimed();
    await revoke(deps);
    const assertion = await openBadge2Documents(deps).assertion(awardId);
    expect(assertion?.gone).to.equal(true);
    expect(JSON.parse(assertion?.json ?? '{}')).to.include({ revoked: true, revocationReason: 'Plagiarism' });
  });

  it('when it was never claimed, is unknown or no id, then there is none', async () => {
    for (const award of [anAward(), anAward({ state: 'revoked' })]) {
      expect(await openBadge2Documents(world(award)).assertion(awardId)).to.equal(undefined);
    }
    expect(await openBadge2Documents(world()).assertion('../x')).to.equal(undefined);
  });

  it('when badge class and issuer are asked, then published ones answer and others do not', async () => {
    const documents = openBadge2Documents(world());
    const badge = JSON.parse((await documents.badgeClass('micro-credential-1', 1)) ?? '{}') as object;
    expect(badge).to.include({ type: 'BadgeClass', name: 'Data literacy' });
    const issuer = JSON.parse((await documents.issuer('institution-1')) ?? '{}') as object;
    expect(issuer).to.include({ name: 'Université de Test' });
    expect(await documents.badgeClass('micro-credential-1', 2)).to.equal(undefined);
    expect(await documents.badgeClass('x', 1)).to.equal(undefined);
    expect(await documents.issuer('x')).to.equal(undefined);
  });

  it('when keys of 2.0 are asked, then the RSA keys that the issuer names answer and others do not', async () => {
    const documents = openBadge2Documents(world());
    const issuer = JSON.parse((await documents.issuer('institution-1')) ?? '{}') as { publicKey: string[] };
    const rsa = await keys.current('institution-1', 'RSA');
    const key = JSON.parse((await documents.key('institution-1', rsa.id)) ?? '{}') as { id: string };
    expect(issuer.publicKey).to.deep.equal([key.id]);
    const ed25519 = await keys.current('institution-1', 'Ed25519');
    expect(await documents.key('institution-1', ed25519.id)).to.equal(undefined);
    expect(await documents.key('x', rsa.id)).to.equal(undefined);
    expect(await documents.revocationList('x')).to.equal(undefined);
  });
});

describe('the 1EdTech revocation list', () => {
  it('when an issued award is revoked, then it is listed; unclaimed ones never', async () => {
    const revokedAt = new Date('2026-11-21T09:00:00Z');
    const issued = anIssuedAward({ state: 'revoked', revokedAt, revocationReason: 'Plagiarism' });
    const list = async (award: typeof issued) =>
      (
        JSON.parse((await revocationListDocument(world(award), 'institution-1')) ?? '{}') as {
          revokedCredential: object[];
        }
      ).revokedCredential;
    expect(await list(issued)).to.deep.equal([
      { id: `https://acquis.example.org/awards/${awardId}`, revoked: true, revocationReason: 'Plagiarism' },
    ]);
    expect(await list(anAward({ state: 'revoked', revokedAt }))).to.deep.equal([]);
    expect(await revocationListDocument(world(), 'x')).to.equal(undefined);
  });
});
