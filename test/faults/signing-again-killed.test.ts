/** Processes that are killed while they sign awards again: others go on, share what is left, and sign nobody's twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readSettings } from '../../config/settings.js';
import { masterKeysOf } from '../../src/app/master-keys.js';
import { makeDocuments } from '../../src/domain/awards/make-documents.js';
import { signedWith } from '../../src/domain/awards/signed-with.js';
import type { PublicSigningKey, SigningKeys } from '../../src/domain/institutions/signing-keys.js';
import { createSigningKeys } from '../../src/edges/keys/signing-keys.js';
import { openStorage, type Storage } from '../../src/edges/storage/connection.js';
import { systemClock } from '../../src/shared/clock.js';
import { randomId } from '../../src/shared/ids.js';
import { acquisEnvironment } from '../support/acquis-environment.js';
import { aVersion } from '../support/builders/a-definition.js';
import { anAward } from '../support/builders/an-award.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { runProgram, type Program } from '../support/program.js';
import type { TestDatabase } from '../support/test-database.js';
import { silentLog } from '../edges/storage/replicas.js';
import { anIssue } from '../edges/storage/stored-awards.js';

/** Three rounds of a process, a second apart. */
const classSize = 75;

describe('Acquis killed while it signs awards again', function () {
  this.timeout(180_000);
  const institution = anInstitution({ id: randomId() });
  let database: TestDatabase;
  let environment: Record<string, string>;
  let storage: Storage;
  let keys: SigningKeys;
  const running: Program[] = [];

  before(async () => {
    const made = await acquisEnvironment();
    ({ database } = made);
    environment = { ...made.environment, ACQUIS_PORT: '0', ACQUIS_LOG_LEVEL: 'warn' };
    storage = await openStorage({ uri: database.uri, log: silentLog });
    await storage.migrate();
    const masterKeys = masterKeysOf(readSettings(environment));
    keys = createSigningKeys({
      records: storage.keyRecords,
      masterKeys,
      clock: systemClock,
      newId: randomId,
    });
    await storage.institutions.add(institution);
    await keys.ensure(institution.id);
    const { base } = made;
    for (let n = 0; n < classSize; n += 1) await issue(base, n);
  });
  after(async () => {
    for (const program of running) await program.end('SIGKILL');
    await storage.close();
    await database.drop();
  });

  async function issue(base: string, n: number): Promise<void> {
    const { awards, endorsements } = storage;
    const award = anAward({ id: randomId(), institutionId: institution.id, subject: `learner-${n}` });
    await awards.offer(award);
    const issued = anIssue({ statusPlace: { listId: 'list', index: n * 16 } });
    const input = { award, institution, version: aVersion(), issue: issued };
    const documents = await makeDocuments({ keys, endorsements, base }, input);
    await awards.issue(award.id, { ...issued, documents, signedWith: signedWith(documents) });
  }

  async function start(): Promise<Program> {
    const program = runProgram('test/support/quick-acquis.ts', environment);
    running.push(program);
    await program.says('Acquis answers at');
    return program;
  }

  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (await isSo()) return;
      await sleep(100);
    }
    throw new Error('a minute was not enough');
  }

  it('a class, when a process is killed in the middle of it and two others start, is signed again to the end, each award once', async () => {
    const old = await keys.published(institution.id);
    const key = old.find(({ kind }) => kind === 'Ed25519') as PublicSigningKey;
    await keys.declareCompromised(institution.id, [key.id], new Date('2026-01-01T00:00:00Z'));
    const left = (): Promise<number> => storage.awards.countSignedBy(key);
    expect(await left()).to.equal(classSize);

    const first = await start();
    await until(async () => (await left()) < classSize);
    await first.end('SIGKILL');
    expect(await left()).to.be.greaterThan(0);

    await Promise.all([start(), start()]);
    await until(async () => (await left()) === 0);
    const ids = await storage.awards.publishedIds(institution.id, undefined, classSize + 1);
    const all = await Promise.all(ids.map((id) => storage.awards.byId(id)));
    expect(all).to.have.length(classSize);
    const fresh = await keys.current(institution.id, 'Ed25519');
    for (const award of all) {
      expect(award?.history.filter(({ what }) => what === 'signed-again')).to.have.length(1);
      expect(award?.documents?.openBadge3).to.contain(`#${fresh.multibase}`);
      expect(award?.signedWith?.integrity).to.equal(fresh.multibase);
    }
  });
});
