/** The signing service of a trust service, asked over HTTP: both versions of its interface, what it refuses, and what is wrong with it. */
import { expect } from 'chai';
import type { SealAccess } from '../../../src/domain/seals/seal-service.js';
import { sealText } from '../../../src/domain/seals/seal-text.js';
import type { OutboundFetch } from '../../../src/shared/outbound-fetch.js';
import { createGuardedFetch, type GuardedFetch } from '../../../src/edges/outbound/guarded-fetch.js';
import { createSealService } from '../../../src/edges/seals/create-seal-service.js';
import { readSeals } from '../../../src/documents/seals/read-seals.js';
import { verifySeal } from '../../../src/documents/seals/verify-seal.js';
import type { JsonValue } from '../../../src/documents/json/json-value.js';
import { aCertificate, newKeys } from '../../documents/certificates/certificate.builder.js';
import { anOwner, university } from '../../documents/seals/sealed.builder.js';
import { aTimeStamp, aTimeStampAuthority } from '../../documents/seals/time-stamp.builder.js';
import { nextRsaPair } from '../../support/rsa-pairs.js';
import { thrownProblem } from '../../support/thrown-problem.js';
import { startTrustService, type TrustService } from '../../support/trust-service.js';

describe('the seal of a trust service', () => {
  let guarded: GuardedFetch;
  let trust: TrustService;
  const now = new Date('2026-11-27T08:00:00Z');
  const payload = JSON.stringify({ title: 'Échantillonnage des sols' });

  before(() => (guarded = createGuardedFetch({ allowPrivate: true, timeoutMs: 500 })));
  after(() => guarded.close());
  afterEach(() => trust.close());

  const service = () => createSealService({ fetch: guarded.fetch, clock: () => now });
  const sealed = async (access: Partial<SealAccess> = {}) => {
    const text = await sealText(await service().open({ ...trust.access, ...access }), payload, now);
    return JSON.parse(text) as { payload: string; signatures: JsonValue };
  };
  const faultWith = async (access: Partial<SealAccess> = {}) => {
    const { code, facts } = await thrownProblem(() => sealed(access));
    return [code, facts['step'] ?? facts['reason']];
  };
  const judged = ({ payload: text, signatures }: Awaited<ReturnType<typeof sealed>>) => {
    const read = readSeals(signatures);
    return 'fault' in read ? read : verifySeal(read.seals[0], text, now);
  };

  const rsa = [aCertificate({ subject: university, keys: nextRsaPair() })];
  const services = {
    'of version 1': { version: 1 },
    'of version 2': { version: 2 },
    'that writes curves side by side': { version: 2, plainCurves: true },
    'with a key of RSA': { version: 1, chain: rsa },
    'with a key of RSA, of version 2': { version: 2, chain: rsa },
  } as const;
  for (const [what, wanted] of Object.entries(services))
    it(`a service ${what}, when a text is sealed, then the seal is right, and has its certificates in order`, async () => {
      trust = await startTrustService({ ...wanted, ...('chain' in wanted && { chain: [...wanted.chain] }) });
      const file = await sealed();
      expect(file.payload).to.equal(payload);
      expect(judged(file)).to.deep.include({ fault: undefined, isChain: true, signedAt: now });
      expect(judged(file)).to.have.nested.property('owner.organisation', university.O);
      const chain = headerOf(file)['x5c'] as string[];
      expect(chain).to.deep.equal(trust.chain.map(({ der }) => der.toString('base64')));
    });

  it('a service, when it is asked, then sees the hash alone, for which it gave leave, and each question once', async () => {
    trust = await startTrustService({ version: 2 });
    await sealed();
    expect(trust.calls).to.deep.equal([
      ...['info', 'token', 'credentials/info', 'credentials/authorize', 'signatures/signHash'],
      'signatures/timestamp',
    ]);
    expect(JSON.stringify([...trust.bodies.values()])).not.to.contain('chantillonnage');
  });

  it('an older service, when it tells of itself by GET alone, then is asked so', async () => {
    trust = await startTrustService();
    trust.behaviour.isOld = true;
    expect(judged(await sealed())).to.deep.include({ fault: undefined });
    expect(trust.calls.slice(0, 3)).to.deep.equal(['info', 'info', 'token']);
  });

  it('a second sealing, when the token still lasts, then asks for no other; when it was taken back, then it does', async () => {
    trust = await startTrustService();
    const one = service();
    const seal = async () => sealText(await one.open(trust.access), payload, now);
    await seal();
    await seal();
    expect(trust.calls.filter((call) => call === 'token')).to.have.length(1);
    trust.behaviour.tokensTakenBack = true;
    await seal();
    expect(trust.calls.filter((call) => call === 'token')).to.have.length(2);
  });

  it('a service, when it makes time stamps, then one of the signature stands beside it; when it makes none, then none', async () => {
    trust = await startTrustService();
    expect(stampsOf(await sealed())).to.have.length(1);
    await trust.close();
    trust = await startTrustService({ hasTimeStamps: false });
    expect(stampsOf(await sealed())).to.have.length(0);
  });

  it('a time stamp, when the service is busy for a moment, then is asked for once more, the signature not', async () => {
    trust = await startTrustService();
    trust.behaviour.busyFor = { 'signatures/timestamp': 1 };
    expect(stampsOf(await sealed())).to.have.length(1);
    expect(trust.calls.filter((call) => call.startsWith('signatures/'))).to.deep.equal([
      ...['signatures/signHash', 'signatures/timestamp', 'signatures/timestamp'],
    ]);
  });

  it('a time stamp, when it is of something else, or is none, then nothing is sealed', async () => {
    trust = await startTrustService();
    const authority = aTimeStampAuthority();
    trust.behaviour.stamps = () => aTimeStamp(Buffer.alloc(32), authority);
    expect(await faultWith()).to.deep.equal(['seal-answer-unreadable', 'time-stamp']);
    trust.behaviour.stamps = () => Buffer.from('stamped!');
    expect(await faultWith()).to.deep.equal(['seal-answer-unreadable', 'time-stamp']);
  });

  it('access, when a part of it is wrong, then the step is told, and nothing else is asked', async () => {
    trust = await startTrustService();
    const wrong = {
      token: { clientSecret: 'no' },
      credential: { credentialId: 'no' },
      authorize: { pin: '0000' },
    };
    for (const [step, access] of Object.entries(wrong)) {
      trust.calls.length = 0;
      expect(await faultWith(access)).to.deep.equal(['seal-refused', step]);
    }
    expect(trust.calls.filter((call) => call === 'credentials/authorize')).to.have.length(1);
    expect(await faultWith({ pin: undefined })).to.deep.equal(['seal-refused', 'authorize']);
  });

  it('a secret, when the server of tokens takes it in the header alone, then it is given there', async () => {
    trust = await startTrustService();
    trust.behaviour.asksForHeader = true;
    expect(judged(await sealed())).to.deep.include({ fault: undefined });
    expect(trust.calls.slice(0, 3)).to.deep.equal(['info', 'token', 'token']);
    expect(trust.bodies.get('token')).to.deep.equal({ grant_type: 'client_credentials', scope: 'service' });
  });

  it('a secret that is for https, when the service leads to http for a token, or to ask where one is given, then goes nowhere', async () => {
    trust = await startTrustService();
    const asked: string[] = [];
    const [safe, unsafe] = ['https://seals.example', 'http://seals.example'];
    const answers: Record<string, object> = {
      [`${unsafe}/.well-known/oauth-authorization-server`]: { token_endpoint: 'https://thief.example/token' },
      [`${safe}/.well-known/oauth-authorization-server`]: { token_endpoint: `${unsafe}/token` },
    };
    for (const led of [{ oauth2: unsafe }, { oauth2Issuer: unsafe }, { oauth2Issuer: safe }]) {
      const told: Record<string, object> = { ...answers, [`${safe}/info`]: { specs: '2.0.0', ...led } };
      const fetch: OutboundFetch = async ({ url, body = '' }) => {
        asked.push(url, body);
        return { status: 200, headers: {}, body: Buffer.from(JSON.stringify(told[url] ?? {})), url };
      };
      const opened = () =>
        createSealService({ fetch, clock: () => now }).open({ ...trust.access, address: safe });
      const { code, facts } = await thrownProblem(opened);
      expect([code, facts['step']], JSON.stringify(led)).to.deep.equal(['seal-refused', 'info']);
    }
    expect(asked.join()).not.to.match(/s3cret|http:/);
  });

  it('a service, when it is away, or asks for patience, then that is told, and a signature is not asked for twice', async () => {
    trust = await startTrustService();
    trust.behaviour.answers = { 'signatures/signHash': { status: 503 } };
    expect(await faultWith()).to.deep.equal(['seal-unreachable', 'sign']);
    expect(trust.calls.filter((call) => call === 'signatures/signHash')).to.have.length(1);
    trust.behaviour.answers = { 'credentials/authorize': { status: 429 } };
    expect(await faultWith()).to.deep.equal(['seal-unreachable', 'authorize']);
    expect(await faultWith({ address: 'http://127.0.0.1:1/csc/v1' })).to.deep.equal([
      'seal-unreachable',
      'info',
    ]);
  });

  it('a seal, when somebody must agree each time, or it is disabled, out of date or signs otherwise, then it is of no use', async () => {
    const useless: [version: 1 | 2, told: object, reason: string][] = [
      [1, { OTP: { presence: 'true' } }, 'needs-person'],
      [1, { authMode: 'oauth2code' }, 'needs-person'],
      [2, { auth: { mode: 'oauth2code' } }, 'needs-person'],
      [2, { auth: { mode: 'explicit', objects: [{ type: 'TOTP', id: 'OTP' }] } }, 'needs-person'],
      [1, { key: { status: 'disabled', algo: ['1.2.840.10045.4.3.2'] } }, 'disabled'],
      [1, { key: { status: 'enabled', algo: ['1.2.840.10040.4.3'] } }, 'no-method'],
    ];
    for (const [version, told, reason] of useless) {
      trust = await startTrustService({ version });
      trust.behaviour.credential = (usual) => ({ ...usual, ...told });
      expect(await faultWith(), reason).to.deep.equal(['seal-unusable', reason]);
      await trust.close();
    }
    for (const [status, reason] of Object.entries({ expired: 'out-of-date', revoked: 'disabled' })) {
      trust = await startTrustService();
      trust.behaviour.credential = (usual) => ({ ...usual, cert: { ...(usual['cert'] as object), status } });
      expect(await faultWith(), status).to.deep.equal(['seal-unusable', reason]);
      await trust.close();
    }
  });

  it('a certificate, when it is of a person, has ended, or has another key, then nothing is sealed with it', async () => {
    const chains = {
      'no-organisation': aCertificate({ subject: { CN: 'Ada Lovelace', C: 'BE' } }),
      'out-of-date': aCertificate({ subject: university, until: '250101000000Z' }),
      'no-method': aCertificate({ subject: university, keys: newKeys('P-384') }),
    };
    for (const [reason, certificate] of Object.entries(chains)) {
      trust = await startTrustService({ chain: [certificate] });
      if (reason === 'no-method')
        trust.behaviour.credential = (usual) => ({ ...usual, key: { status: 'enabled', algo: ['1.2.3'] } });
      expect(await faultWith(), reason).to.deep.equal(['seal-unusable', reason]);
      await trust.close();
    }
  });

  it('a signature, when it is of something else, or none at all, then nobody gets it', async () => {
    trust = await startTrustService({ plainCurves: true });
    for (const signs of [() => Buffer.alloc(64, 1), () => Buffer.from('signed!'), () => Buffer.alloc(0)]) {
      trust.behaviour.signs = signs;
      expect(await faultWith()).to.deep.equal(['seal-answer-unreadable', 'sign']);
    }
  });

  it('an answer, when it is no answer of such a service, then that is told with its step, and none of its words', async () => {
    trust = await startTrustService();
    const odd = { info: 'info', token: 'token', 'credentials/info': 'credential' };
    for (const [method, step] of Object.entries(odd)) {
      trust.behaviour.answers = { [method]: { status: 200, body: '<html>' } };
      expect(await faultWith()).to.deep.equal(['seal-answer-unreadable', step]);
    }
    // no header can carry it
    trust.behaviour.answers = { token: { status: 200, body: { access_token: 'to\nken' } } };
    expect(await faultWith()).to.deep.equal(['seal-answer-unreadable', 'token']);
    trust.behaviour.answers = {};
    const { message, facts } = await thrownProblem(() => sealed({ pin: '0000' }));
    expect(`${message} ${JSON.stringify(facts)}`)
      .to.contain('invalid_pin')
      .and.not.to.contain('secret words');
  });

  it('certificates, when some of them vouch for nobody, then those are left out', async () => {
    const { chain } = anOwner();
    trust = await startTrustService({ chain });
    const stranger = aCertificate({ subject: { C: 'BE', O: 'Stranger' }, isCa: true });
    trust.behaviour.credential = (usual) => {
      const cert = usual['cert'] as { certificates: string[] };
      const certificates = [...cert.certificates, stranger.der.toString('base64')];
      return { ...usual, cert: { ...cert, certificates } };
    };
    expect(headerOf(await sealed())['x5c']).to.have.length(chain.length);
  });
});

interface Sealed {
  signatures: JsonValue;
}

function headerOf({ signatures }: Sealed): Record<string, unknown> {
  const read = readSeals(signatures);
  if ('fault' in read) throw new Error(read.fault);
  return read.seals[0].header;
}

function stampsOf({ signatures }: Sealed): unknown[] {
  const [seal] = signatures as unknown as { header?: { etsiU: string[] } }[];
  return seal?.header?.etsiU ?? [];
}
