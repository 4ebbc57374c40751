/** Opening, indexes, and what is told when the database is not as it should be. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { openStorage } from '../../../src/edges/storage/connection.js';
import type { StorageLog } from '../../../src/edges/storage/storage-log.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner } from '../../support/builders/a-visit.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { silentLog } from './replicas.js';

describe('openStorage', function () {
  this.timeout(120_000);
  let database: TestDatabase;
  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    database = await openTestDatabase();
  });

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await database.drop();
  });

  async function open(uri = database.uri, log: StorageLog = silentLog) {
    const storage = await openStorage({ uri, log });
    closing.push(() => storage.close());
    return storage;
  }

  async function raw() {
    const connection = await mongoose.createConnection(database.uri).asPromise();
    closing.push(() => connection.close());
    return connection;
  }

  it('opened and migrated, has the unique indexes that the rules rest on', async () => {
    await (await open()).migrate();
    const indexes = await (await raw()).collection('awards').indexes();
    const unique = indexes.filter((index) => index.unique).map(({ key }) => Object.keys(key));
    // one award of a version, and one for each correction of it; without a correction's number there is one
    expect(unique).to.deep.include([
      'microCredentialId',
      'platformId',
      'subject',
      'version',
      'correction.number',
    ]);
    expect(unique).to.deep.include(['microCredentialId', 'platformId', 'subject', 'correction.number']);
    expect(unique).to.deep.include(['microCredentialId', 'version', 'recipient.emailKey']);
    expect(unique).to.deep.include(['statusPlace.listId', 'statusPlace.pair']);
  });

  it('opened and migrated, has an index that the engine uses too for what each tick of the jobs asks of all awards', async () => {
    await (await open()).migrate();
    const indexes = await (await raw()).collection('awards').indexes();
    // the engine finds nothing by an index with a filter of its own; those that are no corrections are in none
    const found = indexes.filter(({ key }) => Object.keys(key)[0] === 'correction.pending');
    expect(found.filter((index) => !index['partialFilterExpression'] && index.sparse)).to.have.length(1);
  });

  it('a member, kept before launches had an order, is read, and is as the next launch tells', async () => {
    const { courses } = await open();
    const at = new Date('2026-11-20T08:00:00Z');
    const [asked, before] = [['course-1', 'ada'] as const, { subject: 'ada', name: 'Zoe' }];
    await courses.seeMember('course-1', before, asLearner, 'link-1', at);
    const members = (await raw()).collection('course_members');
    await members.updateOne({}, { $set: { person: before, roles: asLearner }, $unset: { newest: 1 } });
    const known = await courses.member(...asked);
    expect(known).to.deep.include({ person: before, roles: asLearner });
    await courses.seeMember('course-1', { subject: 'ada', name: 'Ada' }, asLearner, 'link-1', at);
    expect(await courses.member(...asked)).to.deep.equal({
      ...known,
      person: { subject: 'ada', name: 'Ada' },
    });
  });

  it('migrated, lets what is for a time end, and awards never', async () => {
    await (await open()).migrate();
    const connection = await raw();
    for (const name of [
      'visits',
      'used_launches',
      'administrator_sessions',
      'sign_in_failures',
      'ltijs_records',
    ]) {
      const ending = (await connection.collection(name).indexes()).filter(
        (index) => index['expireAfterSeconds'] === 0,
      );
      expect(ending, name).to.have.length(1);
      expect(ending[0]?.key, name).to.deep.equal({ expiresAt: 1 });
    }
    const ofAwards = await connection.collection('awards').indexes();
    expect(ofAwards.some((index) => 'expireAfterSeconds' in index)).to.equal(false);
  });

  it('migrated again, and by two at once, changes nothing and reports nothing', async () => {
    const storage = await open();
    await Promise.all([storage.migrate(), (await open()).migrate()]);
    const told: string[] = [];
    const tell = (_facts: object, message: string): void => void told.push(message);
    await (await open(database.uri, { info: tell, warn: tell, error: tell })).migrate();
    expect(told).to.deep.equal([]);
  });

  it('migrated for the first time, reports each collection whose indexes it made', async () => {
    const told: object[] = [];
    await (await open(database.uri, { ...silentLog, info: (facts) => void told.push(facts) })).migrate();
    expect(told).to.deep.include({
      collection: 'micro_credentials',
      made: ['courseId_1_linkId_1', 'institutionId_1_createdAt_-1'],
    });
  });

  it('migrated where data break a unique key, refuses to run and names the index', async () => {
    const connection = await raw();
    const twins = [1, 2].map((id) => ({
      _id: id as never,
      issuer: 'https://lms.example.org',
      clientId: 'c',
    }));
    await connection.collection('platforms').insertMany(twins);
    const storage = await open();
    const problem = await thrownProblem(() => storage.migrate());
    expect(problem.code).to.equal('storage-unavailable');
    expect(problem.detail).to.contain('issuer_1_clientId_1').and.to.contain('platforms');
  });

  it('migrated where a restore brought the data without an index, makes it again', async () => {
    await (await open()).migrate();
    const platforms = (await raw()).collection('platforms');
    await platforms.dropIndex('issuer_1_clientId_1');
    await (await open()).migrate();
    const again = (await platforms.indexes()).find(({ name }) => name === 'issuer_1_clientId_1');
    expect(again?.unique).to.equal(true);
  });

  it('migrated where an index of a declared name was made otherwise, refuses to run and names it', async () => {
    const platforms = (await raw()).collection('platforms');
    await platforms.createIndex({ issuer: 1, clientId: 1 }, { name: 'issuer_1_clientId_1' });
    const problem = await thrownProblem(async () => (await open()).migrate());
    expect(problem.code).to.equal('storage-unavailable');
    expect(problem.detail).to.contain('issuer_1_clientId_1').and.to.contain('platforms');
  });

  it('migrated where an index is that nothing declares, keeps it and tells so', async () => {
    await (await raw()).collection('platforms').createIndex({ name: 1 });
    const told: object[] = [];
    await (await open(database.uri, { ...silentLog, warn: (facts) => void told.push(facts) })).migrate();
    expect(told).to.deep.equal([{ collection: 'platforms', unknown: ['name_1'] }]);
  });

  it('opened on an address where nobody listens, is told as unavailable, without the password', async () => {
    const address = 'mongodb://someone:secret-word@127.0.0.1:1/?directConnection=true';
    const started = performance.now();
    const problem = await thrownProblem(() => openStorage({ uri: address, log: silentLog }));
    expect(problem.code).to.equal('storage-unavailable');
    expect(problem.detail).not.to.contain('secret-word');
    expect(performance.now() - started).to.be.lessThan(10_000);
  });

  it('opened on something that is no MongoDB address, is told as a wrong setting', async () => {
    for (const uri of ['postgres://localhost/x', '', 'mongodb://']) {
      const problem = await thrownProblem(() => openStorage({ uri, log: silentLog }));
      expect(problem.code, uri).to.equal('settings-invalid');
    }
  });

  it('asked while the database is cut off, answers unavailable within seconds, and works once it is back', async () => {
    const gate = await openGate(new URL(database.uri));
    closing.push(() => gate.shut());
    const address = new URL(database.uri);
    address.port = String(gate.port);
    const told: string[] = [];
    const tell = (_facts: object, message: string): void => void told.push(message);
    const storage = await open(address.href, { info: tell, warn: tell, error: tell });
    await storage.platforms.add(aPlatform());
    await gate.shut();
    const started = performance.now();
    const problems = await Promise.all([
      thrownProblem(() => storage.platforms.byId('platform-1')),
      thrownProblem(() => storage.ping()),
      thrownProblem(() => storage.awards.offer(anAward())),
    ]);
    expect(problems.map(({ code }) => code)).to.deep.equal(Array(3).fill('storage-unavailable'));
    expect(performance.now() - started).to.be.lessThan(10_000);
    await gate.open();
    await storage.ping();
    expect((await storage.platforms.byId('platform-1'))?.id).to.equal('platform-1');
    expect(told).to.include('the database is out of reach').and.to.include('the database is in reach again');
  });

  it('closed, twice, answers unavailable afterwards and tells no trouble', async () => {
    const told: string[] = [];
    const tell = (_facts: object, message: string): void => void told.push(message);
    const storage = await open(database.uri, { info: tell, warn: tell, error: tell });
    await storage.close();
    await storage.close();
    expect(told).to.deep.equal([]);
    expect((await thrownProblem(() => storage.platforms.all())).code).to.equal('storage-unavailable');
    expect((await thrownProblem(() => storage.ping())).code).to.equal('storage-unavailable');
  });

  it('given a document over what the database takes, refuses it as too large and keeps nothing', async () => {
    const storage = await open();
    await storage.migrate();
    const { documents } = anIssuedAward();
    const huge = anAward({
      documents: documents && { ...documents, openBadge3: 'x'.repeat(17 * 1024 * 1024) },
    });
    expect((await thrownProblem(() => storage.awards.offer(huge))).code).to.equal('request-too-large');
    expect(await storage.awards.byId(huge.id)).to.equal(undefined);
  });

  it('opened without a name in the address, uses the database acquis', async () => {
    const address = new URL(database.uri);
    address.pathname = '/';
    const storage = await open(address.href);
    const id = `named-${database.name}`;
    await storage.visits.endOfPlatform(id);
    await storage.institutions.change(id, { legalName: 'x' });
    await storage.keyRecords.keepSecret(id, 'sealed');
    const connection = await raw();
    const acquis = connection.useDb('acquis').collection<{ _id: string }>('secrets');
    expect(await acquis.findOne({ _id: id })).to.deep.equal({ _id: id, sealed: 'sealed' });
    await acquis.deleteOne({ _id: id });
  });
});

/** A way to the database that can be cut and opened again. */
async function openGate(to: URL): Promise<{ port: number; shut(): Promise<void>; open(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      server = createServer((incoming) => {
        const outgoing = connect(Number(to.port), to.hostname);
        for (const socket of [incoming, outgoing]) {
          sockets.add(socket);
          socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
        }
        incoming.pipe(outgoing).pipe(incoming);
      });
      server.listen(port, '127.0.0.1', () => {
        port = (server?.address() as AddressInfo).port;
        resolve();
      });
    });
  const shut = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      if (server) server.close(() => resolve());
      else resolve();
      server = undefined;
    });
  await open();
  return { port, shut, open };
}
