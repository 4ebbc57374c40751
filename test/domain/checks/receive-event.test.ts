import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { pause, receiveEvent } from '../../../src/domain/checks/receive-event.js';
import type { SignedEvent } from '../../../src/domain/checks/event-signature.js';
import { aCheck } from '../../support/builders/a-check.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { memoryChecks } from '../../support/memory/memory-checks.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryEventSecrets } from '../../support/memory/memory-event-secrets.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memorySealedTokens } from '../../support/memory/memory-sealed-tokens.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const told = { issuer: 'https://moodle.example.org', clientId: 'client-1', courseId: '2', userId: '6' };

async function world(overrides: { checks?: ReturnType<typeof memoryChecks>; platform?: object } = {}) {
  const records = memorySealedTokens();
  const deps = {
    platforms: memoryPlatforms(
      aPlatform(overrides.platform),
      aPlatform({ id: 'platform-2', clientId: 'client-2' }),
    ),
    eventSecrets: memoryEventSecrets(records),
    courses: memoryCourses(
      aCourse(),
      aCourse({ id: 'course-2', platformId: 'platform-2', contextId: '2' }),
      aCourse({ id: 'course-3', contextId: '3' }),
    ),
    microCredentials: memoryMicroCredentials(aMicroCredential({ versions: [aVersion()] })),
    checks: overrides.checks ?? memoryChecks(),
    clock: () => now,
  };
  const secret = await deps.eventSecrets.make('platform-1');
  return { ...deps, records, secret };
}

/** Signed by the library of the specification's authors. */
function event(secret: string, body: unknown = told, at = now): SignedEvent {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    id: 'msg_1',
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signature: new Webhook(secret).sign('msg_1', at, text),
    body: Buffer.from(text),
  };
}

describe('an event of an LMS', () => {
  it('a signed event, when it comes, then the course it names is due at once, and no other', async () => {
    const deps = await world();
    expect(await receiveEvent(deps, event(deps.secret))).to.deep.equal({ courses: 1 });
    const check = await deps.checks.of('micro-credential-1', 1);
    expect(check).to.deep.include({ state: 'waiting', dueAt: now, courseId: 'course-1' });
  });

  it('the same event, when it comes again and again, then the check is due once, not sooner than twenty seconds after the last look', async () => {
    const lookedAt = new Date(now.getTime() - 5_000);
    const far = new Date(now.getTime() + 3_600_000);
    const id = 'check-of-micro-credential-1-1';
    const deps = await world({ checks: memoryChecks(aCheck({ id, lookedAt, dueAt: far })) });
    for (let times = 0; times < 3; times += 1) await receiveEvent(deps, event(deps.secret));
    const check = await deps.checks.of('micro-credential-1', 1);
    expect(check?.dueAt).to.deep.equal(new Date(lookedAt.getTime() + pause));
  });

  it('a course from which Acquis was never opened, or that has nothing published, when it is named, then nothing is looked at', async () => {
    const deps = await world();
    for (const courseId of ['3', '99'])
      expect(await receiveEvent(deps, event(deps.secret, { ...told, courseId }))).to.deep.equal({
        courses: 0,
      });
    expect(await deps.checks.of('micro-credential-1', 1)).to.equal(undefined);
  });

  const refused: [string, (secret: string) => SignedEvent][] = [
    ['with another secret', () => event(`whsec_${Buffer.alloc(32).toString('base64')}`)],
    ['without a signature', (secret) => ({ ...event(secret), signature: '' })],
    [
      'with a signature of another kind',
      (secret) => ({ ...event(secret), signature: event(secret).signature.replace('v1', 'v1a') }),
    ],
    [
      'with another body',
      (secret) => ({ ...event(secret), body: Buffer.from(JSON.stringify({ ...told, courseId: '3' })) }),
    ],
    ['with another id', (secret) => ({ ...event(secret), id: 'msg_2' })],
    ['six minutes ago', (secret) => event(secret, told, new Date(now.getTime() - 360_000))],
    ['six minutes ahead', (secret) => event(secret, told, new Date(now.getTime() + 360_000))],
    ['at no time', (secret) => ({ ...event(secret), timestamp: 'now' })],
    ['for another LMS that has no secret', (secret) => event(secret, { ...told, clientId: 'client-2' })],
    [
      'for an LMS that is not linked',
      (secret) => event(secret, { ...told, issuer: 'https://elsewhere.example.org' }),
    ],
  ];
  for (const [how, made] of refused) {
    it(`an event signed ${how}, when it comes, then it is refused and nothing is due`, async () => {
      const deps = await world();
      const problem = await thrownProblem(() => receiveEvent(deps, made(deps.secret)));
      expect(problem.code).to.equal('event-refused');
      expect(await deps.checks.of('micro-credential-1', 1)).to.equal(undefined);
    });
  }

  it('an event of a suspended LMS, when it comes, then it is refused', async () => {
    const deps = await world({ platform: { state: 'suspended' } });
    expect((await thrownProblem(() => receiveEvent(deps, event(deps.secret)))).code).to.equal(
      'event-refused',
    );
  });

  it('one of several signatures, when it fits, then the event is taken', async () => {
    const deps = await world();
    const old = event(`whsec_${Buffer.alloc(32).toString('base64')}`).signature;
    const made = event(deps.secret);
    const both = { ...made, signature: `${old} ${made.signature}` };
    expect(await receiveEvent(deps, both)).to.deep.equal({ courses: 1 });
  });

  for (const body of [
    '',
    'no json',
    '[]',
    '{"issuer":"https://moodle.example.org"}',
    '{"issuer":1,"clientId":{"$ne":""},"courseId":"2"}',
  ]) {
    it(`a body like ${body || 'nothing'}, when it comes, then it is no event`, async () => {
      const deps = await world();
      expect((await thrownProblem(() => receiveEvent(deps, event(deps.secret, body)))).code).to.equal(
        'event-invalid',
      );
    });
  }

  it('a new secret, when it is made, then events with the old one are refused; the secret lies there sealed', async () => {
    const deps = await world();
    const second = await deps.eventSecrets.make('platform-1');
    expect((await thrownProblem(() => receiveEvent(deps, event(deps.secret)))).code).to.equal(
      'event-refused',
    );
    expect(await receiveEvent(deps, event(second))).to.deep.equal({ courses: 1 });
    expect(JSON.stringify(await deps.records.of('events platform-1'))).to.not.contain(second.slice(6));
  });
});
