/** What becomes of a credential when everything around it changes: it verifies. */
import { expect } from 'chai';
import { changeInstitution } from '../../../src/domain/institutions/change-institution.js';
import { suspendPlatform } from '../../../src/domain/platforms/suspend-platform.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { aClaimedAward, institutionId } from './claimed-award.js';

type Claimed = Awaited<ReturnType<typeof aClaimedAward>>;

const changes: [string, (claimed: Claimed) => Promise<Partial<Claimed['deps']>>][] = [
  [
    'the institution is renamed and moves to another country',
    async ({ deps }) => {
      const institution = anInstitution({
        legalName: 'Other name',
        country: 'FR',
        url: 'https://other.example.org',
      });
      await changeInstitution(deps, { id: institutionId, institution });
      return {};
    },
  ],
  [
    'the LMS is suspended',
    async ({ deps }) => {
      const visits = { endOfPlatform: async () => 0 };
      await suspendPlatform({ platforms: deps.platforms, visits }, 'platform-1');
      return {};
    },
  ],
  ['the LMS is unlinked', async () => ({ platforms: memoryPlatforms() })],
  ['the course is deleted', async () => ({ courses: memoryCourses() })],
];

describe('verifying after changes around an award', function () {
  this.timeout(60_000);

  for (const [what, change] of changes)
    it(`when ${what}, then every form of it is valid, and its address too, without asking anybody`, async () => {
      const claimed = await aClaimedAward();
      const deps = { ...claimed.deps, ...(await change(claimed)) };
      const documents = Object.values(claimed.documents) as string[];
      for (const text of [...documents, claimed.address]) {
        const report = await verifyCredential(deps, { text });
        expect(report.outcome, text.slice(0, 60)).to.equal('valid');
      }
      expect(claimed.fetched).to.deep.equal([]);
    });

  it('when the micro-credential itself is gone from the store, then what was signed with Open Badges 3.0 is valid still', async () => {
    const claimed = await aClaimedAward();
    const deps = { ...claimed.deps, microCredentials: memoryMicroCredentials() };
    for (const text of [claimed.documents.openBadge3, claimed.documents.openBadge3Jwt])
      expect((await verifyCredential(deps, { text })).outcome).to.equal('valid');
  });
});
