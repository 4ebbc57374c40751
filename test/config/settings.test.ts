import { expect } from 'chai';
import { readSettings, settingsSchema } from '../../config/settings.js';
import { Problem } from '../../src/shared/problem.js';
import { readFileSync } from 'node:fs';

const key = Buffer.alloc(32, 1).toString('base64');
const complete = {
  ACQUIS_BASE_ADDRESS: 'https://badges.example.org/',
  ACQUIS_MASTER_KEY: key,
  ACQUIS_SESSION_KEY: key,
};

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof Problem && error.code === 'settings-invalid')
      return error.facts['faults'] as string[];
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('a complete environment, when it is read, then gives frozen settings with their defaults', () => {
    const settings = readSettings(complete);
    expect(settings.ACQUIS_BASE_ADDRESS).to.equal('https://badges.example.org');
    expect(settings.ACQUIS_PORT).to.equal(8080);
    expect(settings.ACQUIS_ALLOW_PRIVATE_ADDRESSES).to.equal(false);
    expect(Object.isFrozen(settings)).to.equal(true);
  });

  it('an empty environment, when it is read, then every missing secret and the address are told at once', () => {
    expect(faultsOf({})).to.have.members([
      'ACQUIS_BASE_ADDRESS: is missing',
      'ACQUIS_MASTER_KEY: is missing',
      'ACQUIS_SESSION_KEY: is missing',
    ]);
  });

  it('several wrong values, when they are read, then each is told with its name', () => {
    const faults = faultsOf({
      ...complete,
      ACQUIS_PORT: '70000',
      ACQUIS_MASTER_KEY: 'c2hvcnQ=',
      MONGODB_URI: 'postgres://db',
      ACQUIS_TRUST_PROXY: 'yes',
    });
    expect(faults.map((fault) => fault.split(':')[0])).to.have.members([
      'ACQUIS_PORT',
      'ACQUIS_MASTER_KEY',
      'MONGODB_URI',
      'ACQUIS_TRUST_PROXY',
    ]);
  });

  it('who renews old keys, when it is not said, then is Acquis; the other choice is taken, and another word is told', () => {
    const renewal = (text: string) => ({ ...complete, ACQUIS_KEY_RENEWAL: text });
    expect(readSettings(complete).ACQUIS_KEY_RENEWAL).to.equal('scheduled');
    expect(readSettings(renewal('asked')).ACQUIS_KEY_RENEWAL).to.equal('asked');
    expect(faultsOf(renewal('never'))[0]).to.match(/^ACQUIS_KEY_RENEWAL: /);
  });

  it('former addresses, when they are read, then are a list, each as the address of today; one that is none is told', () => {
    const bases = (text: string) =>
      readSettings({ ...complete, ACQUIS_FORMER_BASES: text }).ACQUIS_FORMER_BASES;
    expect(readSettings(complete).ACQUIS_FORMER_BASES).to.deep.equal([]);
    expect(bases('')).to.deep.equal([]);
    expect(bases(' https://one.example.org/ ,https://two.example.org:8443')).to.deep.equal([
      'https://one.example.org',
      'https://two.example.org:8443',
    ]);
    for (const wrong of ['http://one.example.org', 'one.example.org', 'https://one.example.org/path'])
      expect(faultsOf({ ...complete, ACQUIS_FORMER_BASES: wrong })[0], wrong).to.match(
        /^ACQUIS_FORMER_BASES: /,
      );
  });

  it('the address of today among those of before, when it is read, then it is told: each page would lead to itself', () => {
    for (const former of [
      'https://badges.example.org',
      'https://old.example.org, https://BADGES.example.org:443/',
    ])
      expect(faultsOf({ ...complete, ACQUIS_FORMER_BASES: former })).to.deep.equal([
        'ACQUIS_FORMER_BASES: must not name the host of ACQUIS_BASE_ADDRESS',
      ]);
  });

  it('a secret that is wrong, when the fault is told, then the secret is not in it', () => {
    const secret = 'a-secret-that-is-too-short';
    expect(faultsOf({ ...complete, ACQUIS_SESSION_KEY: secret }).join()).to.not.contain(secret);
  });

  for (const [address, fits] of [
    ['https://badges.example.org', true],
    ['http://localhost:8080', true],
    ['http://127.0.0.1:8080', true],
    ['http://badges.example.org', false],
    ['https://badges.example.org/acquis', false],
    ['badges.example.org', false],
  ] as const) {
    it(`the base address ${address}, when it is read, then is ${fits ? 'taken' : 'refused'}`, () => {
      expect(faultsOf({ ...complete, ACQUIS_BASE_ADDRESS: address })).to.have.length(fits ? 0 : 1);
    });
  }

  it('config/example.env, when compared with the settings, then names every one of them and no other', () => {
    const named = readFileSync('config/example.env', 'utf8').matchAll(/^#?([A-Z][A-Z_]+)=/gm);
    expect([...named].map(([, name]) => name)).to.have.members(Object.keys(settingsSchema.shape));
  });
});
