/** Somebody who loads a page without end: what the LMS gets to feel of it. */
import { expect } from 'chai';
import { createLmsCourse } from '../../../src/lti/services/create-lms-course.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';

describe('many questions to LMSs at once', () => {
  it('two hundred lists of one course, asked for at once, are sixteen requests at a time; another LMS waits for none of them', async () => {
    const underWay = new Map<string, number>();
    let [most, first, other] = [0, true, 0];
    const release: (() => void)[] = [];
    const lms = createLmsCourse({
      platforms: memoryPlatforms(
        aPlatform({ issuer: 'https://moodle.example.org' }),
        aPlatform({ id: 'platform-2', issuer: 'https://other.example.org', clientId: 'client-2' }),
      ),
      clock: () => new Date(),
      serviceToken: async () => 'token',
      dropToken: async () => undefined,
      fetch: async ({ url }) => {
        const { host } = new URL(url);
        underWay.set(host, (underWay.get(host) ?? 0) + 1);
        most = Math.max(most, underWay.get(host) ?? 0);
        if (host === 'other.example.org') other += 1;
        else if (first) await new Promise<void>((resolve) => release.push(resolve));
        underWay.set(host, (underWay.get(host) ?? 0) - 1);
        return { status: 200, headers: {}, body: Buffer.from('{"members":[]}'), url };
      },
    });
    const flood = Array.from({ length: 200 }, () => lms.roster(aCourse()));
    const elsewhere = aCourse({
      id: 'course-2',
      platformId: 'platform-2',
      membershipsUrl: 'https://other.example.org/memberships',
    });
    expect(await lms.roster(elsewhere)).to.deep.equal([]);
    expect([most, release.length, other]).to.deep.equal([16, 16, 1]);
    first = false;
    for (const resolve of release) resolve();
    expect(await Promise.all(flood)).to.have.lengthOf(200);
    expect(most).to.equal(16);
  });
});
