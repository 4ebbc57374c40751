/** Independent verifiers against the running app: what they are told is what is served. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { expect } from 'chai';
import { didWebAddress } from '../../../src/documents/did/did-web-address.js';
import { loadContext } from '../../../src/documents/contexts/load-context.js';
import { unbakePng } from '../../../src/documents/baked-image/unbake-png.js';
import { openBadges2Report, openBadgesLibVerify, verifierCoreAnswer } from '../../support/verifiers.js';
import { institutionId, startPublicWeb, type PublicWeb } from './public-web.js';

interface DidDocument {
  verificationMethod: { id: string }[];
}

describe('independent verifiers of the running app', function () {
  this.timeout(120_000);
  let web: PublicWeb;
  let origins: Record<string, string>;
  const recipient = 'ada@example.org';

  beforeEach(async () => {
    web = await startPublicWeb({ definition: { validMonths: 1200 } });
    origins = { [web.base.replace('http:', 'https:')]: web.base };
  });
  afterEach(() => web.close());

  const text = async (name: string): Promise<string> => (await web.get(`${web.path}/${name}`)).text();
  const bytes = async (name: string): Promise<Uint8Array> =>
    new Uint8Array(await (await web.get(`${web.path}/${name}`)).arrayBuffer());

  it('openbadges, asked by the address of the hosted assertion, finds no error and no warning', async () => {
    const input = `${web.base}${web.path}/open-badge-2.json`;
    const report = await openBadges2Report({ input, recipient: { email: [recipient] } });
    expect(report.messages).to.deep.equal([]);
    expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    expect(report.fetched.filter((address) => address.includes('/badge-class.json'))).not.to.deep.equal([]);
  });

  it('openbadges, given the baked picture, finds no error and no warning; for somebody else it does', async () => {
    const image = await bytes('badge-2.png');
    const report = await openBadges2Report({ image, recipient: { email: [recipient] } });
    expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    const other = await openBadges2Report({ image, recipient: { email: ['eve@example.org'] } });
    expect(other.valid).to.equal(false);
  });

  it('openbadges, asked after the revocation, finds it invalid', async () => {
    await web.revoke();
    const report = await openBadges2Report({ input: `${web.base}${web.path}/open-badge-2.json` });
    expect(report.valid).to.equal(false);
  });

  it('openbadges, given the signed assertion or its picture, finds no error and no warning', async () => {
    for (const question of [
      { input: await text('open-badge-2.jws') },
      { image: await bytes('badge-2-signed.png') },
    ]) {
      const report = await openBadges2Report({ ...question, recipient: { email: [recipient] } });
      expect(report.messages).to.deep.equal([]);
      expect(report).to.include({ valid: true, errorCount: 0, warningCount: 0 });
    }
  });

  // its task for revocations never runs in this release: our own verification is asked in test/domain/verification
  it('openbadges, given the signed assertion after the revocation, has read the list and still says valid', async () => {
    await web.revoke();
    const report = await openBadges2Report({ input: await text('open-badge-2.jws') });
    expect(report.valid).to.equal(true);
    expect(report.fetched).to.include(`${web.base}/institutions/${institutionId}/revocation-list-2.json`);
  });

  it('openbadgeslib, given file and picture, trusts both by the published keys', async () => {
    for (const question of [
      { credential: await text('open-badge-3.json') },
      { image: await bytes('badge.png') },
    ]) {
      const answer = await openBadgesLibVerify({ ...question, origins });
      expect(answer, answer.reason ?? '').to.include({ valid: true, trusted: true, reason: null });
    }
  });

  // 1EdTech wants an address as kid, from which jose verifies it (addresses.test.ts); openbadgeslib takes keys from the DID alone
  it('openbadgeslib, given the JWT, finds another key named than one of the DID and refuses it', async () => {
    const answer = await openBadgesLibVerify({ credential: await text('open-badge-3.jwt'), origins });
    expect(answer).to.include({ valid: false, proofFormat: 'vc-jwt' });
    expect(answer.reason).to.match(
      /^JWT kid 'http.* names a different DID than the anchored issuer 'did:web:/,
    );
  });

  it('openbadgeslib, given a changed credential, refuses it', async () => {
    const changed = (await text('open-badge-3.json')).replaceAll('Data literacy', 'Data mastery');
    expect((await openBadgesLibVerify({ credential: changed, origins })).valid).to.equal(false);
  });

  it('openbadgeslib, asked to look at the status, reads the published list: in force, then revoked', async () => {
    const credential = await text('open-badge-3.json');
    const question = { credential, origins, checkStatus: true };
    const before = await openBadgesLibVerify(question);
    expect(before, before.reason ?? '').to.include({ valid: true });
    await web.revoke();
    const after = await openBadgesLibVerify(question);
    expect(after.valid).to.equal(false);
    expect(after.reason).to.match(/status 'revocation' is set/i);
  });

  it('verifier-core, given what is served, finds it valid, and after the revocation revoked', async () => {
    const credential = JSON.parse(await text('open-badge-3.json')) as { issuer: { id: string } };
    const did = didWebAddress(credential.issuer.id) ?? '';
    const list = `${web.base}/status/${web.award.statusPlace?.listId}`;
    const ask = async () => {
      const served = async (address: string) => (await web.get(new URL(address).pathname)).text();
      return verifierCoreAnswer({
        credential,
        documents: { [did]: await served(did), [list]: await served(list) },
      });
    };
    const inForce = await ask();
    expect(inForce.errors).to.deep.equal([]);
    expect(inForce.valid).to.equal(true);
    expect(inForce.fetched).to.include.members([did, list]);
    await web.revoke();
    const revoked = await ask();
    expect(revoked.valid).to.equal(false);
    expect(revoked.steps).to.include({ valid_signature: true, revocation_status: false });
  });

  it('@digitalbazaar/vc, loading issuer and keys from us, accepts the credential, the baked one and the status list', async () => {
    const baked = unbakePng(await bytes('badge.png'));
    const list = await web.get(`/status/${web.award.statusPlace?.listId}`);
    const all = [
      JSON.parse(await text('open-badge-3.json')) as object,
      JSON.parse(baked.found === 'badge' ? baked.badge : '') as object,
      (await list.json()) as object,
    ];
    for (const credential of all) expect(await faultOf(credential)).to.equal(undefined);
    expect(await faultOf({ ...all[0], name: 'Another' })).to.contain('signature');
  });

  /** Undefined: verified. */
  async function faultOf(credential: object): Promise<string | undefined> {
    const documentLoader = async (url: string): Promise<object> => {
      const [did = '', fragment] = url.split('#');
      const address = didWebAddress(did);
      if (!address) return loadContext(url);
      const document = (await (await web.get(address.replace(/^https:/, 'http:'))).json()) as DidDocument;
      if (!fragment) return { documentUrl: url, document };
      const method = document.verificationMethod.find(({ id }) => id === url);
      return {
        documentUrl: url,
        document: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      };
    };
    const answer = await vc.verifyCredential({
      credential,
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: new Date('2026-12-01T00:00:00Z'),
      checkStatus: async () => ({ verified: true }),
    });
    return answer.verified
      ? undefined
      : JSON.stringify(answer.error, (_key, value: unknown) =>
          value instanceof Error ? { ...value, message: value.message } : value,
        );
  }
});
