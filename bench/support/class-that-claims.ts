/**
 * A class that claims, in a database of its own that is filled first, so that a size is measured alone. Institution, course and
 * micro-credential are made where the database has none.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { readSettings } from '../../config/settings.js';
import { compose } from '../../src/app/compose.js';
import type { Award } from '../../src/domain/awards/award.js';
import { claimAward } from '../../src/domain/awards/claim-award.js';
import { startEngine } from '../../src/edges/storage/engine/start-engine.js';
import { usualTimes } from '../../src/jobs/check-worker.js';
import { randomId } from '../../src/shared/ids.js';
import type { WebServices } from '../../src/web/web-services.js';
import { aConfirmation } from '../../test/support/builders/a-confirmation.js';
import { aMicroCredential, aVersion } from '../../test/support/builders/a-definition.js';
import { anAward } from '../../test/support/builders/an-award.js';
import { aCourse } from '../../test/support/builders/a-course.js';
import { anInstitution } from '../../test/support/builders/an-institution.js';
import { aPlatform } from '../../test/support/builders/a-platform.js';
import { aVisit } from '../../test/support/builders/a-visit.js';
import { without } from '../../test/edges/storage/without.js';
import { fillAwards } from './filled-awards.js';
import { freePort } from './free-port.js';
import { median } from './median.js';

/** Claims that are measured together, and how many learners claim at once. */
const together = 50;
const atOnce = 4;
const warmUp = 100;

const silent = (): void => undefined;
/** The same each time: what a kept database holds must be readable again. */
const key = (of: string): string => createHash('sha256').update(of).digest('base64');

export interface ClassThatClaims {
  /** Holds the database, or will. */
  folder: string;
  /** Awards that are there before. */
  size: number;
  claims: number;
}

/** @returns seconds of the whole class, milliseconds a claim (median over the turns) */
export async function claimAll(given: ClassThatClaims): Promise<{ seconds: number; perClaim: number }> {
  const onProgress = (sentence: string): void => console.log(sentence);
  const log = { debug: silent, info: silent };
  const engine = await startEngine({ dataFolder: given.folder, log, onProgress });
  const port = await freePort();
  const settings = readSettings({
    ACQUIS_BASE_ADDRESS: `http://127.0.0.1:${port}`,
    ACQUIS_PORT: String(port),
    ACQUIS_MASTER_KEY: key('master'),
    ACQUIS_SESSION_KEY: key('session'),
    MONGODB_URI: engine.uri,
  });
  const checkTimes = { ...usualTimes, tickMs: 3_600_000 };
  const acquis = await compose(settings, { log: pino({ level: 'silent' }), checkTimes });
  const connection = await mongoose.createConnection(engine.uri, { dbName: 'acquis' }).asPromise();
  try {
    await prepare(acquis.services);
    await fillAwards(connection, given.size);
    await claimOffers(acquis.services, await offerTo(acquis.services, warmUp));
    const offers = await offerTo(acquis.services, given.claims);
    const began = performance.now();
    const perClaim = await claimOffers(acquis.services, offers);
    return { seconds: (performance.now() - began) / 1000, perClaim };
  } finally {
    await connection.close();
    await acquis.stop();
    await engine.stop();
  }
}

async function prepare(services: WebServices): Promise<void> {
  const { institutions, platforms, courses, microCredentials, keys } = services;
  const institution = anInstitution();
  if (await institutions.byId(institution.id)) return;
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

async function offerTo({ confirmations, awards }: WebServices, learners: number): Promise<Award[]> {
  const offers: Award[] = [];
  for (let n = 0; n < learners; n += 1) {
    const subject = randomId();
    await confirmations.decide(aConfirmation({ subject }));
    offers.push(await awards.offer(anAward({ id: randomId(), subject })));
  }
  return offers;
}

/** @returns milliseconds a claim, median over the turns */
async function claimOffers(services: WebServices, offers: readonly Award[]): Promise<number> {
  const turns: number[] = [];
  for (let begin = 0; begin < offers.length; begin += together) {
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
