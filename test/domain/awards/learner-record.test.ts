import { expect } from 'chai';
import { strictClr } from '../../../src/documents/clr/clr-shape.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import type { Award } from '../../../src/domain/awards/award.js';
import { isPublished } from '../../../src/domain/awards/is-published.js';
import { awardsForRecord, learnerRecord, validAwards } from '../../../src/domain/awards/learner-record.js';
import { makeDocuments } from '../../../src/domain/awards/make-documents.js';
import { inside } from '../../documents/clr/a-clr.js';
import { referenceFault } from '../../documents/reference-verifier.js';
import type { TestIssuer } from '../../documents/signers.js';
import { aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anIssuedAward } from '../../support/builders/an-award.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryKeys } from '../../support/memory/memory-keys.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';

const keys = memoryKeys();
const base = 'https://acquis.example.org';
const now = new Date('2026-11-24T10:00:00Z');
const holder = { institutionId: 'institution-1', platformId: 'platform-1', subject: 'learner-1' };

/** An award as it was really signed. */
async function claimed(id: string, changes: Partial<Award> = {}): Promise<Award> {
  const award = anIssuedAward({ id, microCredentialId: `mc-${id}`, ...changes });
  if (!isPublished(award)) throw new Error('the builder makes issued awards');
  const issue = { ...award, consentAt: now, event: { what: 'issued', at: now, by: '' } } as never;
  const version = aVersion({ title: { en: id } });
  const documents = await makeDocuments(
    { keys, endorsements: memoryEndorsements(), base },
    { award, institution: anInstitution(), version, issue },
  );
  return { ...award, documents };
}

const microCredential = (id: string) =>
  aMicroCredential({ id: `mc-${id}`, linkId: `link-${id}`, versions: [aVersion({ title: { en: id } })] });

function world(...awards: Award[]) {
  return {
    awards: memoryAwards(...awards),
    institutions: memoryInstitutions(anInstitution()),
    microCredentials: memoryMicroCredentials(...awards.map(({ id }) => microCredential(id))),
    keys,
    clock: () => now,
    base,
  };
}

describe('the record of a learner', function () {
  this.timeout(60_000);
  before(() => keys.ensure('institution-1'));

  const recordOf = async (...awards: Award[]): Promise<JsonObject | undefined> => {
    const deps = world(...awards);
    const given = awardsForRecord(await validAwards(deps, holder))?.awards ?? [];
    const json = await learnerRecord(deps, { awards: given, name: 'Micro-credentials' });
    return json === undefined ? undefined : (JSON.parse(json) as JsonObject);
  };

  const issuer = async (): Promise<TestIssuer> => {
    const { multibase = '' } = await keys.current('institution-1', 'Ed25519');
    const did = 'did:web:acquis.example.org:institutions:institution-1';
    const dataIntegrity = { verificationMethod: `${did}#${multibase}` };
    return { did, multikey: multibase, dataIntegrity } as TestIssuer;
  };

  it('given two awards, when it is made, then the reference implementation verifies it and both, as they were issued', async () => {
    const both = [await claimed('soil'), await claimed('water')];
    const record = (await recordOf(...both)) ?? {};
    expect(strictClr.safeParse(record).error?.issues).to.equal(undefined);
    expect(await referenceFault(record, await issuer(), now)).to.equal(undefined);
    for (const badge of inside(record))
      expect(await referenceFault(badge, await issuer(), now)).to.equal(undefined);
    expect(inside(record).map((badge) => JSON.stringify(badge))).to.have.members(
      both.map(({ documents }) => documents?.openBadge3),
    );
  });

  it('given one award, when it is asked for, then there is none', async () => {
    expect(await recordOf(await claimed('soil'))).to.equal(undefined);
  });

  it('given awards that are revoked, ended, offered, of others or of elsewhere, when it is made, then none of them is in it', async () => {
    const newest = { issuedAt: new Date('2026-11-22T09:00:00Z') };
    const record = await recordOf(
      await claimed('older'),
      await claimed('newer', newest),
      await claimed('revoked', { state: 'revoked', revokedAt: now, revocationReason: 'x' }),
      await claimed('ended', { expiresAt: now }),
      { ...(await claimed('offered')), state: 'offered' },
      await claimed('of-another', { subject: 'learner-2' }),
      await claimed('of-another-platform', { platformId: 'platform-2' }),
      { ...(await claimed('of-another-institution')), institutionId: 'institution-2' },
    );
    expect(inside(record ?? {}).map(({ id }) => id)).to.deep.equal([
      `${base}/awards/newer`,
      `${base}/awards/older`,
    ]);
  });

  it('given awards, when it is made, then it names nobody in clear', async () => {
    const record = await recordOf(await claimed('soil'), await claimed('water'));
    expect(JSON.stringify(record)).not.to.match(/Ada|ada@example/);
  });

  it('given more than twenty, when it is asked for, then the newest twenty are taken, and it is known how many are not', async () => {
    const one = await claimed('soil');
    const many = Array.from({ length: 22 }, (_, day) => ({
      ...one,
      id: `award-${day}`,
      issuedAt: new Date(Date.UTC(2026, 10, 1 + day)),
    }));
    const found = awardsForRecord(await validAwards(world(...many), holder));
    expect(found?.leftOut).to.equal(2);
    expect(found?.awards.map(({ id }) => id)).to.deep.equal(
      many
        .slice(2)
        .reverse()
        .map(({ id }) => id),
    );
  });
});
