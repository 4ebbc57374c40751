import { expect } from 'chai';
import type { RunningAcquis } from '../../src/app/compose.js';
import type { DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { CheckSubject } from '../../src/domain/checks/course-check.js';
import { randomId } from '../../src/shared/ids.js';
import type { WebServices } from '../../src/web/web-services.js';
import { aMicroCredential, aVersion } from '../support/builders/a-definition.js';
import { activities, linkedLms, people, publishedIn } from '../support/linked-world.js';
import { personOverHttp } from '../support/person-over-http.js';
import { quickChecks } from '../support/quick-checks.js';
import { startTestAcquis, type TestAcquis } from '../support/running-acquis.js';

const column = { courseId: '2', lineItemId: '6' };
const rule = { kind: 'own-line-item', linkId: '1', thresholdPercent: 50 } as const;

describe('the checks of two replicas on one database', function () {
  this.timeout(90_000);
  let acquis: TestAcquis;
  let second: RunningAcquis;
  let lms: DemoLms;
  let first: CheckSubject;
  const taken = { one: 0, two: 0 };

  /** Counts what a replica takes. */
  const counted = ({ checks }: WebServices, replica: keyof typeof taken): void => {
    const take = checks.take.bind(checks);
    checks.take = async (...args) => {
      const got = await take(...args);
      if (got) taken[replica] += 1;
      return got;
    };
  };

  before(async () => {
    acquis = await startTestAcquis({ checkTimes: quickChecks });
    second = await acquis.replica();
    counted(acquis.services, 'one');
    counted(second.services, 'two');
    lms = await linkedLms(acquis.services, acquis.base);
    const { id, courseId } = await publishedIn(acquis.services, lms, { rule });
    const platformId = (await acquis.services.courses.byId(courseId))?.platformId ?? '';
    first = { microCredentialId: id, version: 1, courseId, platformId };
    lms.controls.setGrade({ ...column, userId: people.passed, score: 75 });
    lms.controls.setGrade({ ...column, userId: people.failed, score: 20 });
  });
  after(async () => {
    await lms?.close();
    await acquis?.end();
  });

  const offeredTo = async (microCredentialId: string): Promise<string[]> =>
    (await acquis.services.awards.ofMicroCredential(microCredentialId)).map(({ subject }) => subject);
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('a launch, when somebody else has passed, then that learner is offered the award without opening anything', async () => {
    await personOverHttp().launch(lms, people.failed, activities.open);
    await until(async () => (await offeredTo(first.microCredentialId)).length > 0);
    expect(await offeredTo(first.microCredentialId)).to.deep.equal([people.passed]);
  });

  it('forty checks, when they are asked for at both at once, then both work and each award is offered once', async () => {
    const subjects = Array.from({ length: 40 }, () => ({ ...first, microCredentialId: randomId() }));
    for (const [at, { microCredentialId: id, courseId }] of subjects.entries())
      await acquis.services.microCredentials.add(
        aMicroCredential({ id, courseId, linkId: `other-${at}`, versions: [aVersion({ rule })] }),
      );
    const now = new Date();
    const both = subjects.flatMap((subject) => [
      acquis.services.checks.ask(subject, now),
      second.services.checks.ask(subject, now),
    ]);
    await Promise.all(both);
    const isDone = async ({ microCredentialId }: CheckSubject): Promise<boolean> => {
      const check = await acquis.services.checks.of(microCredentialId, 1);
      return check?.lookedAt !== undefined && check.lease === undefined && check.dueAt > new Date();
    };
    await until(async () => (await Promise.all(subjects.map(isDone))).every(Boolean));
    for (const { microCredentialId } of subjects)
      expect(await offeredTo(microCredentialId)).to.deep.equal([people.passed]);
    expect(taken.one, 'taken by the first').to.be.greaterThan(0);
    expect(taken.two, 'taken by the second').to.be.greaterThan(0);
  });
});
