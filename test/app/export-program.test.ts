import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStorage } from '../../src/edges/storage/connection.js';
import { acquisEnvironment } from '../support/acquis-environment.js';
import { anInstitution } from '../support/builders/an-institution.js';
import { runProgram } from '../support/program.js';
import { silentLog } from '../edges/storage/replicas.js';

describe('the program that exports an institution', function () {
  this.timeout(120_000);

  it('an institution, exported, is in the folder; under a former address with that one; an unknown one is told with those that there are; without arguments it says how', async () => {
    const { environment: today, database, base } = await acquisEnvironment();
    const former = 'https://badges.former.example.org';
    const environment = { ...today, ACQUIS_FORMER_BASES: former };
    const folder = await mkdtemp(join(tmpdir(), 'export-'));
    const run = async (...args: string[]): Promise<[number | string, string]> => {
      const program = runProgram('src/app/export-institution.ts', environment, args);
      return [await program.ended, program.printed()];
    };
    try {
      const storage = await openStorage({ uri: database.uri, log: silentLog });
      await storage.migrate();
      const { id, legalName } = anInstitution({ id: 'InstInstInstInstInstIn' });
      await storage.institutions.add(anInstitution({ id }));
      await storage.close();

      const [code, told] = await run(id, folder);
      expect(told).to.contain(`${legalName}: 0 awards and what they name are in ${folder}.`);
      expect(code).to.equal(0);
      const did = JSON.parse(await readFile(join(folder, 'institutions', id, 'did.json'), 'utf8')) as object;
      expect(did).to.have.property(
        'id',
        `did:web:${new URL(base).host.replace(':', '%3A')}:institutions:${id}`,
      );
      expect(await readFile(join(folder, 'nginx.conf'), 'utf8')).to.contain('application/vc+ld+json');

      expect(await run(id, folder, 'https://other.example.org')).to.deep.equal([
        1,
        'ACQUIS_FORMER_BASES does not name https://other.example.org.\n',
      ]);
      await run(id, join(folder, 'then'), former);
      expect(await readFile(join(folder, 'then', 'institutions', id, 'did.json'), 'utf8')).to.contain(
        `"id":"did:web:badges.former.example.org:institutions:${id}"`,
      );

      const [unknown, others] = await run('nobody', folder);
      expect([unknown, others]).to.deep.equal([
        1,
        `There is no institution nobody. There is:\n  ${id}  ${legalName}\n`,
      ]);
      expect(await run(id)).to.deep.equal([1, 'npm run export -- institution-id folder [former-base]\n']);
    } finally {
      await rm(folder, { recursive: true });
      await database.drop();
    }
  });
});
