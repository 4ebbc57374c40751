import { expect } from 'chai';
import { changeInstitution } from '../../../src/domain/institutions/change-institution.js';
import type { InstitutionInput } from '../../../src/domain/institutions/institution-input.js';
import { makeSetUpLink } from '../../../src/domain/institutions/make-set-up-link.js';
import { setUp } from '../../../src/domain/institutions/set-up.js';
import type { SigningKeys } from '../../../src/domain/institutions/signing-keys.js';
import { hashSecret } from '../../../src/shared/hash-secret.js';
import { Problem } from '../../../src/shared/problem.js';
import { anInstitution, anInstitutionInput } from '../../support/builders/an-institution.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryAdministrators, plainHasher } from '../../support/memory/memory-administrators.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const password = 'correct horse battery';

function world(...institutions: ReturnType<typeof anInstitution>[]) {
  const ensured: string[] = [];
  const absent = () => Promise.reject(new Problem('key-missing'));
  const keys: SigningKeys = {
    ensure: async (id) => void ensured.push(id),
    renew: async () => undefined,
    declareCompromised: async () => undefined,
    published: async () => [],
    all: async () => [],
    compromised: async () => [],
    current: absent,
    sign: absent,
  };
  const time = { now: new Date('2026-11-20T08:00:00Z') };
  return {
    administrators: memoryAdministrators(),
    hasher: plainHasher,
    institutions: memoryInstitutions(...institutions),
    keys,
    ensured,
    newId: countedIds(),
    time,
    clock: () => time.now,
    base: 'https://acquis.example.org',
  };
}
const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

describe('set up an installation', () => {
  it('when the link is fresh, then password, institution and keys are there', async () => {
    const deps = world();
    const link = await makeSetUpLink(deps);
    expect(link).to.match(/^https:\/\/acquis\.example\.org\/setup\/[A-Za-z0-9_-]{22}$/);
    const institution = await setUp(deps, {
      token: tokenOf(link),
      password,
      institution: anInstitutionInput(),
    });
    expect(institution).to.include({ legalName: 'Université de Test', country: 'BE', mayAwardEcts: true });
    expect(await deps.institutions.all()).to.deep.equal([institution]);
    expect(await deps.administrators.passwordHash()).to.equal(`hashed ${password}`);
    expect(deps.ensured).to.deep.equal([institution.id]);
  });

  it('when the link is used twice, then the second use is refused', async () => {
    const deps = world();
    const token = tokenOf(await makeSetUpLink(deps));
    await setUp(deps, { token, password, institution: anInstitutionInput() });
    const again = () =>
      setUp(deps, { token, password: 'another password', institution: anInstitutionInput() });
    expect((await thrownProblem(again)).code).to.equal('set-up-link-invalid');
    expect(await deps.administrators.passwordHash()).to.equal(`hashed ${password}`);
  });

  it('when two people open it at once, then one of them sets it up', async () => {
    const deps = world();
    const token = tokenOf(await makeSetUpLink(deps));
    const input = { token, password, institution: anInstitutionInput() };
    const outcomes = await Promise.allSettled([setUp(deps, input), setUp(deps, input)]);
    expect(outcomes.map((one) => one.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    expect(await deps.institutions.all()).to.have.length(1);
  });

  it('when 24 hours have passed, a newer link was made or the token is rubbish, then the link is invalid', async () => {
    const deps = world();
    const old = tokenOf(await makeSetUpLink(deps));
    const token = tokenOf(await makeSetUpLink(deps));
    const use = (of: string) => () => setUp(deps, { token: of, password, institution: anInstitutionInput() });
    expect((await thrownProblem(use(old))).code).to.equal('set-up-link-invalid');
    expect((await thrownProblem(use('a b'))).code).to.equal('set-up-link-invalid');
    deps.time.now = new Date('2026-11-21T08:00:00Z');
    expect((await thrownProblem(use(token))).code).to.equal('set-up-link-invalid');
  });

  it('when the form has faults, then all are told together and the link stays good', async () => {
    const deps = world();
    const token = tokenOf(await makeSetUpLink(deps));
    const bad = anInstitutionInput({ legalName: '', country: 'ZZ' });
    const problem = await thrownProblem(() => setUp(deps, { token, password: 'short', institution: bad }));
    expect(problem.facts.fields).to.deep.equal({
      password: 'too-short',
      legalName: 'required',
      country: 'unknown-country',
    });
    await setUp(deps, { token, password, institution: anInstitutionInput() });
  });

  it('when an institution exists, then a link changes the password and ends every session', async () => {
    const deps = world(anInstitution());
    await deps.administrators.setFirstPassword('hashed old');
    await deps.administrators.addSession(hashSecret('s'), new Date('2027-01-01T00:00:00Z'));
    const token = tokenOf(await makeSetUpLink(deps));
    expect(await setUp(deps, { token, password })).to.deep.equal(anInstitution());
    expect(await deps.administrators.passwordHash()).to.equal(`hashed ${password}`);
    expect(await deps.administrators.hasSession(hashSecret('s'), deps.clock())).to.equal(false);
  });
});

describe('change an institution', () => {
  const faults: [string, Partial<InstitutionInput>, Record<string, string>][] = [
    ['a country in small letters that is none', { country: 'zz' }, { country: 'unknown-country' }],
    ['a name of 301 characters', { legalName: 'x'.repeat(301) }, { legalName: 'too-long' }],
    ['a web address without https', { url: 'univ.example.org' }, { url: 'not-an-address' }],
    ['an e-mail without @', { email: 'registrar' }, { email: 'not-an-email' }],
    [
      'the standard "other" without its name',
      { qualityAssurance: { kind: 'internal', standard: 'other', body: 'We' } },
      { 'qualityAssurance.otherStandard': 'required' },
    ],
    [
      'an identifier without value',
      { identifiers: [{ scheme: 'vat', value: ' ' }] },
      { 'identifiers.0.value': 'required' },
    ],
  ];
  for (const [what, change, fields] of faults) {
    it(`when the form has ${what}, then that field is told`, async () => {
      const deps = { institutions: memoryInstitutions(anInstitution()), clock: () => new Date() };
      const problem = await thrownProblem(() =>
        changeInstitution(deps, { id: 'institution-1', institution: anInstitutionInput(change) }),
      );
      expect(problem.facts.fields).to.deep.equal(fields);
    });
  }

  it('when optional fields are emptied, then they are gone and the rest is changed', async () => {
    const now = new Date('2026-11-21T08:00:00Z');
    const deps = { institutions: memoryInstitutions(anInstitution()), clock: () => now };
    const institution = anInstitutionInput({ legalName: ' New name ', country: 'fr', region: '', url: '' });
    const changed = await changeInstitution(deps, { id: 'institution-1', institution });
    expect(changed).to.include({ legalName: 'New name', country: 'FR' });
    expect(changed.changedAt).to.deep.equal(now);
    expect(changed.region).to.equal(undefined);
    expect(changed.url).to.equal(undefined);
  });

  it('when there is no such institution, then it is not found', async () => {
    const deps = { institutions: memoryInstitutions(), clock: () => new Date() };
    const input = { id: 'x', institution: anInstitutionInput() };
    expect((await thrownProblem(() => changeInstitution(deps, input))).code).to.equal('not-found');
  });
});
