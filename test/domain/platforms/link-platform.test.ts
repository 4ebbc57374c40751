import { expect } from 'chai';
import { acceptDeployment } from '../../../src/domain/platforms/accept-deployment.js';
import { changePlatform } from '../../../src/domain/platforms/change-platform.js';
import { linkPlatform } from '../../../src/domain/platforms/link-platform.js';
import { resumePlatform } from '../../../src/domain/platforms/resume-platform.js';
import { suspendPlatform } from '../../../src/domain/platforms/suspend-platform.js';
import type { PlatformRegistration } from '../../../src/domain/platforms/platform.js';
import { aPlatform, aRegistration } from '../../support/builders/a-platform.js';
import { aVisit } from '../../support/builders/a-visit.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryVisits } from '../../support/memory/memory-courses.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { memoryServiceTokens } from '../../support/memory/memory-service-tokens.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const world = (allowHttp = false) => ({
  platforms: memoryPlatforms(),
  clock: () => now,
  newId: countedIds(),
  allowHttp,
});

describe('link a platform', () => {
  it('when the registration fits, then the platform waits for its first launch', async () => {
    const deps = world();
    const platform = await linkPlatform(deps, {
      registration: aRegistration({ name: '  Moodle  ', deploymentIds: ['1', '1', '2'] }),
      institutionId: 'institution-1',
    });
    expect(platform).to.include({ name: 'Moodle', state: 'waiting' });
    expect(platform.deployments).to.deep.equal([
      { id: '1', institutionId: 'institution-1' },
      { id: '2', institutionId: 'institution-1' },
    ]);
    expect(await deps.platforms.byId(platform.id)).to.deep.equal(platform);
  });

  it('when issuer and client are linked already, then it is a duplicate', async () => {
    const deps = world();
    const input = { registration: aRegistration(), institutionId: 'institution-1' };
    await linkPlatform(deps, input);
    expect((await thrownProblem(() => linkPlatform(deps, input))).code).to.equal('duplicate');
  });

  const faults: [string, Partial<PlatformRegistration>, string, string][] = [
    ['no name', { name: ' ' }, 'name', 'required'],
    ['no client id', { clientId: '' }, 'clientId', 'required'],
    ['a client id of 256 characters', { clientId: 'x'.repeat(256) }, 'clientId', 'too-long'],
    ['an issuer that is no address', { issuer: 'moodle' }, 'issuer', 'not-an-address'],
    ['an issuer with a query', { issuer: 'https://moodle.example.org?a=1' }, 'issuer', 'not-an-address'],
    ['a javascript address', { tokenEndpoint: 'javascript:alert(1)' }, 'tokenEndpoint', 'not-an-address'],
    ['an address with a password', { keySetUrl: 'https://a:b@x.example' }, 'keySetUrl', 'not-an-address'],
    ['a plain http address', { keySetUrl: 'http://x.example/certs' }, 'keySetUrl', 'https-required'],
    ['an unknown family', { family: 'sakai' as 'other' }, 'family', 'unknown-choice'],
    ['an empty deployment id', { deploymentIds: [''] }, 'deploymentIds.0', 'required'],
  ];
  for (const [what, change, field, code] of faults) {
    it(`when the form has ${what}, then that field is refused as ${code}`, async () => {
      const deps = world();
      const problem = await thrownProblem(() =>
        linkPlatform(deps, { registration: aRegistration(change), institutionId: 'institution-1' }),
      );
      expect(problem.code).to.equal('request-invalid');
      expect(problem.facts.fields).to.deep.equal({ [field]: code });
      expect(await deps.platforms.all()).to.deep.equal([]);
    });
  }

  it('when http is allowed, then a local demo can be linked', async () => {
    const platform = await linkPlatform(world(true), {
      registration: aRegistration({ issuer: 'http://localhost:9001' }),
      institutionId: 'institution-1',
    });
    expect(platform.issuer).to.equal('http://localhost:9001');
  });
});

describe('change a platform', () => {
  it('when a deployment is added, then known ones keep their institution and the new one is no longer unknown', async () => {
    const platforms = memoryPlatforms(
      aPlatform({
        unknownDeployments: [
          { id: '2', seenAt: now },
          { id: '3', seenAt: now },
        ],
      }),
    );
    const changed = await changePlatform(
      { platforms, serviceTokens: memoryServiceTokens(), allowHttp: false },
      {
        id: 'platform-1',
        registration: aRegistration({ deploymentIds: ['1', '2'] }),
        institutionId: 'other',
      },
    );
    expect(changed.deployments).to.deep.equal([
      { id: '1', institutionId: 'institution-1' },
      { id: '2', institutionId: 'other' },
    ]);
    expect(changed.unknownDeployments.map((one) => one.id)).to.deep.equal(['3']);
    expect(changed.state).to.equal('active');
  });

  it('when the issuer is another one, then the token for its web services is forgotten; else it stays', async () => {
    const serviceTokens = memoryServiceTokens({ 'platform-1': 'secret', 'platform-2': 'other' });
    const deps = { platforms: memoryPlatforms(aPlatform()), serviceTokens, allowHttp: false };
    await changePlatform(deps, { id: 'platform-1', registration: aRegistration({ name: 'New name' }) });
    expect((await serviceTokens.open('platform-1'))?.token).to.equal('secret');
    const registration = aRegistration({ issuer: 'https://other.example.org' });
    await changePlatform(deps, { id: 'platform-1', registration });
    expect(await serviceTokens.open('platform-1')).to.equal(undefined);
    expect((await serviceTokens.open('platform-2'))?.token).to.equal('other');
  });

  it('when it takes the client of another platform, then it is a duplicate and nothing changes', async () => {
    const platforms = memoryPlatforms(aPlatform(), aPlatform({ id: 'platform-2', clientId: 'client-2' }));
    const problem = await thrownProblem(() =>
      changePlatform(
        { platforms, serviceTokens: memoryServiceTokens(), allowHttp: false },
        { id: 'platform-2', registration: aRegistration() },
      ),
    );
    expect(problem.code).to.equal('duplicate');
    expect((await platforms.byId('platform-2'))?.clientId).to.equal('client-2');
  });

  it('when there is no such platform, then it is not found', async () => {
    const deps = { platforms: memoryPlatforms(), serviceTokens: memoryServiceTokens(), allowHttp: false };
    const problem = await thrownProblem(() =>
      changePlatform(deps, { id: 'x', registration: aRegistration() }),
    );
    expect(problem.code).to.equal('not-found');
  });
});

describe('suspend and resume a platform', () => {
  it('when it is suspended, then its visits end and those of others stay', async () => {
    const platforms = memoryPlatforms(aPlatform());
    const other = aVisit({ id: 'visit-0000000000000002', platformId: 'platform-2' });
    const visits = memoryVisits(aVisit(), other);
    expect((await suspendPlatform({ platforms, visits }, 'platform-1')).state).to.equal('suspended');
    expect(await visits.byId(aVisit().id, now)).to.equal(undefined);
    expect(await visits.byId(other.id, now)).to.include({ id: other.id });
  });

  it('when it is resumed, then it is active if it ever launched and waits otherwise', async () => {
    const platforms = memoryPlatforms(
      aPlatform({ state: 'suspended' }),
      aPlatform({ id: 'platform-2', clientId: 'client-2', state: 'suspended', firstLaunchAt: undefined }),
    );
    expect((await resumePlatform({ platforms }, 'platform-1')).state).to.equal('active');
    expect((await resumePlatform({ platforms }, 'platform-2')).state).to.equal('waiting');
  });

  it('when the platform is unknown, then both say not found', async () => {
    const deps = { platforms: memoryPlatforms(), visits: memoryVisits() };
    expect((await thrownProblem(() => suspendPlatform(deps, 'x'))).code).to.equal('not-found');
    expect((await thrownProblem(() => resumePlatform(deps, 'x'))).code).to.equal('not-found');
  });
});

describe('accept a deployment', () => {
  it('when it tried to launch, then it is let in once and leaves the unknown ones', async () => {
    const platforms = memoryPlatforms(aPlatform({ unknownDeployments: [{ id: '2', seenAt: now }] }));
    const input = { platformId: 'platform-1', deploymentId: '2', institutionId: 'institution-2' };
    await acceptDeployment({ platforms }, input);
    const platform = await acceptDeployment({ platforms }, input);
    expect(platform.deployments).to.deep.equal([
      { id: '1', institutionId: 'institution-1' },
      { id: '2', institutionId: 'institution-2' },
    ]);
    expect(platform.unknownDeployments).to.deep.equal([]);
  });

  it('when the id is empty or too long, then it is refused', async () => {
    const platforms = memoryPlatforms(aPlatform());
    for (const [deploymentId, code] of [
      ['', 'required'],
      ['x'.repeat(256), 'too-long'],
    ] as const) {
      const problem = await thrownProblem(() =>
        acceptDeployment({ platforms }, { platformId: 'platform-1', deploymentId, institutionId: 'i' }),
      );
      expect(problem.facts.fields).to.deep.equal({ deploymentId: code });
    }
  });
});
