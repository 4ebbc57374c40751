/**
 * `npm run bench -- issue`: learners of a class claim, each claim from the offer to the signed award in the database, among few
 * awards that are there already and among many. Asked is that the cost does not grow: within 1.2. The ratio is the cost among the
 * fewest divided by that among the most. `-- issue 1000 100000 1000000` goes on to a million, which takes the embedded database long.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { readSettings } from '../config/settings.js';
import { compose } from '../src/app/compose.js';
import type { Award } from '../src/domain/awards/award.js';
import { claimAward } from '../src/domain/awards/claim-award.js';
import { startEngine } from '../src/edges/storage/engine/start-engine.js';
import { usualTimes } from '../src/jobs/check-worker.js';
import { randomId } from '../src/shared/ids.js';
import type { WebServices } from '../src/web/web-services.js';
import { aConfirmation } from '../test/support/builders/a-confirmation.js';
import { aMicroCredential, aVersion } from '../test/support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../test/support/builders/an-award.js';
import { aCourse } from '../test/support/builders/a-course.js';
import { anInstitution } from '../test/support/builders/an-institution.js';
import { aPlatform } from '../test/support/builders/a-platform.js';
import { aVisit } from '../test/support/builders/a-visit.js';
import { without } from '../test/edges/storage/without.js';
import { freePort } from './support/free-port.js';
import { median } from './support/median.js';

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 1 ? given : [500, 5_000];
/** Claims at each size, and of those that are measured together. */
const claims = 200;
const together = 25;
const atOnce = 4;
const warmUp = 100;

const silent = (): void => undefined;
const folder = await mkdtemp(join(tmpdir(), 'acquis-bench-'));
const engine = await startEngine({
  dataFolder: folder,
  log: { debug: silent, info: silent },
  onProgress: (sentence) => console.log(sentence),
});
const port = await freePort();
const acquis = await compose(
  readSettings({
    ACQUIS_BASE_ADDRESS: `http://127.0.0.1:${port}`,
    ACQUIS_PORT: String(port),
    ACQUIS_MASTER_KEY: randomBytes(32).toString('base64'),
    ACQUIS_SESSION_KEY: randomBytes(32).toString('base64'),
    MONGODB_URI: engine.uri,
  }),
  { log: pino({ level: 'silent' }), checkTimes: { ...usualTimes, tickMs: 3_600_000 } },
);
const connection = await mongoose.createConnection(engine.uri, { dbName: 'acquis' }).asPromise();
try {
  await prepare(acquis.services);
  await claimSome(acquis.services, warmUp);
  const costs: number[] = [];
  let there = 0;
  for (const size of sizes) {
    const began = performance.now();
    await fill(there, size);
    there = size;
    console.log(`${size} awards are there (filled in ${((performance.now() - began) / 1000).toFixed(0)} s)`);
    const milliseconds = await claimSome(acquis.services, claims);
    costs.push(milliseconds);
    console.log(
      `${claims} claims among ${size} awards: ${milliseconds.toFixed(2)} ms each, median of ${claims / together} turns`,
    );
  }
  const [few = NaN] = costs;
  console.log(`a class of 5,000: ${((5_000 * (costs.at(-1) ?? NaN)) / 1000).toFixed(0)} s`);
  console.log(`issue ratio ${(few / (costs.at(-1) ?? NaN)).toFixed(2)}`);
} finally {
  await connection.close();
  await acquis.stop();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}

async function prepare({
  institutions,
  platforms,
  courses,
  microCredentials,
  keys,
}: WebServices): Promise<void> {
  const institution = anInstitution();
  await institutions.add(institution);
  await keys.ensure(institution.id);
  await platforms.add(aPlatform());
  const { links, ...course } = aCourse();
  const [link] = links;
  if (!link) throw new Error('the course has a link');
  await courses.see({ ...without(course, 'createdAt', 'lastLaunchAt'), link, at: course.lastLaunchAt });
  const rule = { kind: 'examiner-confirmation' } as const;
  await microCredentials.add(aMicroCredential({ versions: [aVersion({ rule })] }));
}

/** Awards of other micro-credentials, as they lie there: what the indexes hold is all that a claim meets of them. */
async function fill(from: number, to: number): Promise<void> {
  const award = without(anIssuedAward(), 'id', 'documents', 'basis');
  const collection = connection.collection<{ _id: string }>('awards');
  for (let begin = from; begin < to; begin += 5_000) {
    const batch = Array.from({ length: Math.min(5_000, to - begin) }, (_none, offset) => {
      const n = begin + offset;
      return {
        ...award,
        _id: randomId(),
        microCredentialId: `other-${n % 1_000}`,
        subject: `learner-${n}`,
        recipient: { ...award.recipient, emailKey: `key-${n}` },
        statusPlace: { listId: `list-${Math.floor(n / 60_000)}`, index: n % 60_000, pair: n % 60_000 },
      };
    });
    await collection.insertMany(batch, { ordered: false });
  }
}

/** @returns milliseconds a claim, median over the turns */
async function claimSome(services: WebServices, many: number): Promise<number> {
  const offers: Award[] = [];
  for (let n = 0; n < many; n += 1) {
    const subject = randomId();
    const offer = anAward({ id: randomId(), subject });
    await services.confirmations.decide(aConfirmation({ subject }));
    offers.push(await services.awards.offer(offer));
  }
  const turns: number[] = [];
  for (let begin = 0; begin < many; begin += together) {
    const waiting = offers.slice(begin, begin + together);
    const size = waiting.length;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let offer = waiting.pop(); offer; offer = waiting.pop()) await claim(services, offer);
      }),
    );
    turns.push((performance.now() - began) / size);
  }
  return median(turns);
}

async function claim(services: WebServices, { id, subject, platformId, courseId }: Award): Promise<void> {
  const person = { subject, name: 'Ada Learner', email: `${subject}@example.org` };
  const visit = aVisit({ id: randomId(), platformId, courseId, person });
  const issued = await claimAward(services, { awardId: id, visit, carryGrade: false, consent: true });
  if (issued.state !== 'issued') throw new Error('a claim was not issued');
}
