import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import { didDocument } from '../../../../src/documents/did/did-document.js';
import { addresses } from '../../../../src/documents/addresses.js';
import { verifiedElsewhere } from '../../../documents/sd-jwt/an-sd-jwt.js';
import { foreignBase } from '../foreign-issuer.js';
import { allTold, told } from '../told.js';
import {
  aPair,
  aWalletIssuer,
  encoded,
  heldBack,
  httpsIssuer,
  jwsBy,
  metadataUrl,
  payloadOf,
  tokenListUrl,
  type WalletIssuer,
} from './wallet-issuer.js';

const owner = 'key-belongs-to-issuer';

describe('verifying credentials for wallets of others', () => {
  let here: WalletIssuer;
  beforeEach(async () => void (here = await aWalletIssuer()));

  it('when all is right, then it is valid, the domain that signed is told, and another library believes it too', async () => {
    const made = await here.make();
    const report = await here.verify(made, { email: 'ada@example.com' });
    expect(allTold(report)).to.include({
      readable: 'passed: sd-jwt-vc',
      schema: 'passed: shape-right',
      signature: 'passed: signature-right',
      [owner]: 'passed: controller-is-issuer',
      'issuer-identified': 'passed: issuer-controls-domain',
      dates: 'passed: valid-now',
      status: 'passed: not-revoked',
      recipient: 'passed: recipient-matches',
      'european-elements': 'passed: european-elements-complete',
    });
    expect(report.outcome).to.equal('valid');
    expect(here.web.fetched).to.have.members([`${foreignBase}/institutions/inst1/did.json`, tokenListUrl]);
    expect(await verifiedElsewhere(made, here.issuer)).to.include({ title: 'Soil sampling' });
  });

  it('when it is of the older type vc+sd-jwt, then it is valid as well', async () => {
    const [jws = '', ...texts] = (await here.make()).split('~');
    const again = await here.sign(payloadOf(jws), texts.slice(0, -1), { typ: 'vc+sd-jwt' });
    expect((await here.verify(again)).outcome).to.equal('valid');
  });

  it('when its type is not ours, then it is valid, its title is the type, and nothing of its holder is told', async () => {
    const name = encoded(['c2FsdA', 'given_name', 'Ada']);
    const payload = { iss: here.issuer.did, vct: 'urn:eudi:pid:1', iat: 1_775_000_000, title: 'Dr.' };
    const report = await here.verify(await here.sign({ ...payload, ...heldBack(name) }, [name]));
    expect(report.outcome).to.equal('valid');
    expect(told(report, 'status')).to.equal('not-checked: status-none');
    expect(told(report, 'european-elements')).to.equal('not-checked: european-elements-none');
    expect(report.credential).to.deep.include({ title: 'urn:eudi:pid:1', issuerName: undefined });
    expect(JSON.stringify(report)).not.to.contain('Ada').and.not.to.contain('Dr.');
  });

  for (const alg of ['ES256', 'EdDSA', 'RS256'] as const) {
    it(`when its issuer is an https address and signs by ${alg}, then its metadata lead to the key`, async () => {
      const pair = await aPair(alg);
      here.publishMetadata({ issuer: httpsIssuer, jwks: { keys: [{ ...pair.jwk, kid: 'k1' }] } });
      const report = await here.verify(here.signByHttps({}, {}, pair));
      expect([report.outcome, told(report, owner)]).to.deep.equal(['valid', 'passed: controller-is-issuer']);
      expect(here.web.fetched).to.deep.equal([metadataUrl]);
    });
  }

  it('when the metadata name the address of the keys, then the key is found there', async () => {
    const uri = 'https://keys.example/set.json';
    here.publishMetadata({ issuer: httpsIssuer, jwks_uri: uri });
    here.web.stands.set(uri, { json: { keys: [{ ...here.own.jwk, kid: 'k1' }] } });
    expect((await here.verify(here.signByHttps())).outcome).to.equal('valid');
  });

  it('when it names no key and the issuer has one, then it is that one; of several nobody can tell', async () => {
    const text = here.signByHttps({}, { kid: undefined });
    expect((await here.verify(text)).outcome).to.equal('valid');
    const other = await aPair('ES256');
    here.publishMetadata({ issuer: httpsIssuer, jwks: { keys: [here.own.jwk, other.jwk] } });
    const report = await here.verify(text);
    expect([report.outcome, told(report, owner)]).to.deep.equal([
      'unconfirmed',
      'not-checked: key-reference-unknown',
    ]);
  });

  it('when the metadata are of another issuer, missing or no metadata, then the key could not be had', async () => {
    const text = here.signByHttps();
    for (const [metadata, reason] of [
      [
        { json: { issuer: `${httpsIssuer}/other`, jwks: { keys: [{ ...here.own.jwk, kid: 'k1' }] } } },
        'no-keys-published',
      ],
      [{ json: { issuer: httpsIssuer } }, 'no-keys-published'],
      [{ json: { issuer: httpsIssuer, jwks_uri: 'http://keys.example/set.json' } }, 'no-keys-published'],
      [{ trouble: 'timeout' }, 'address-unreachable'],
      [{ redirect: 'https://evil.example/' }, 'address-not-found'],
      [{ text: 'no JSON' }, 'document-unreadable'],
    ] as const) {
      here.web.stands.set(metadataUrl, metadata);
      const report = await here.verify(text);
      expect([report.outcome, told(report, owner)]).to.deep.equal(['unconfirmed', `not-checked: ${reason}`]);
      expect(told(report, 'signature')).to.equal('not-checked: key-missing');
    }
  });

  it('when its key is published for something else than signing, then it may not sign', async () => {
    for (const [purpose, outcome, reason] of [
      [{ use: 'enc' }, 'invalid', 'failed: key-may-not-assert'],
      [{ key_ops: ['deriveKey'] }, 'invalid', 'failed: key-may-not-assert'],
      [{ key_ops: 'verify' }, 'invalid', 'failed: key-may-not-assert'],
      [{ alg: 'ES384' }, 'invalid', 'failed: key-may-not-assert'],
      [{ use: 'sig', key_ops: ['verify'], alg: 'ES256' }, 'valid', 'passed: controller-is-issuer'],
    ] as const) {
      const jwk = { ...here.own.jwk, kid: 'k1', ...purpose };
      here.publishMetadata({ issuer: httpsIssuer, jwks: { keys: [jwk] } });
      const report = await here.verify(here.signByHttps());
      expect([report.outcome, told(report, owner)], JSON.stringify(purpose)).to.deep.equal([outcome, reason]);
    }
  });

  it('when it names no issuer, or one of a kind that is not known, then it is not valid', async () => {
    for (const [iss, outcome, reason] of [
      [undefined, 'invalid', 'failed: issuer-missing'],
      ['http://badges.example.net', 'unconfirmed', 'not-checked: key-reference-unknown'],
      ['https://badges.example.net/?a', 'unconfirmed', 'not-checked: key-reference-unknown'],
      ['did:example:1', 'invalid', 'failed: key-of-another'],
      ['somebody', 'unconfirmed', 'not-checked: key-reference-unknown'],
    ] as const) {
      const report = await here.verify(here.signByHttps({ iss }));
      expect([report.outcome, told(report, owner)], String(iss)).to.deep.equal([outcome, reason]);
    }
  });

  it('when its issuer is a key alone, then the signature is right and who it is stays unconfirmed', async () => {
    const iss = `did:key:${here.issuer.multikey}`;
    const kid = `${iss}#${here.issuer.multikey}`;
    const report = await here.verify(await here.sign({ iss, vct: 'urn:example:1' }, [], { kid }));
    expect([told(report, 'signature'), told(report, 'issuer-identified'), report.outcome]).to.deep.equal([
      'passed: signature-right',
      'not-checked: issuer-is-a-key',
      'unconfirmed',
    ]);
  });

  it('when its kid is relative to the issuer, then it is found', async () => {
    const text = await here.sign(payloadOf(await here.make()), [], { kid: `#${here.issuer.multikey}` });
    expect((await here.verify(text)).outcome).to.equal('valid');
  });

  for (const [now, outcome] of [
    ['2091-03-04T10:11:12Z', 'expired'],
    ['2026-03-04T10:11:11Z', 'not-yet-valid'],
  ] as const) {
    it(`when it is ${now}, then it is ${outcome}`, async () => {
      expect((await here.verify(await here.make(), { now: new Date(now) })).outcome).to.equal(outcome);
    });
  }

  it('when a date is none, then it is invalid; when it was made minutes from now, clocks differ', async () => {
    const now = new Date('2026-05-01T00:00:00Z');
    const seconds = now.getTime() / 1000;
    for (const [changes, outcome, reason] of [
      [{ exp: 'never' }, 'invalid', 'failed: date-malformed'],
      [{ exp: 9e15 }, 'invalid', 'failed: date-malformed'],
      [{ nbf: -1 }, 'invalid', 'failed: date-malformed'],
      [{ exp: seconds }, 'expired', 'failed: expired'],
      [{ exp: seconds + 1 }, 'valid', 'passed: valid-now'],
      [{ nbf: seconds + 1 }, 'not-yet-valid', 'failed: not-yet-valid'],
      [{ nbf: undefined, exp: undefined, iat: undefined }, 'valid', 'passed: valid-for-ever'],
      [{ iat: seconds + 200 }, 'valid', 'passed: valid-for-ever'],
      [{ iat: seconds + 400 }, 'not-yet-valid', 'failed: not-yet-valid'],
    ] as const) {
      const report = await here.verify(here.signByHttps(changes), { now });
      expect([report.outcome, told(report, 'dates')], JSON.stringify(changes)).to.deep.equal([
        outcome,
        reason,
      ]);
    }
  });

  it('when the list has its place set, then it is revoked, and another library refuses it too', async () => {
    const made = await here.make();
    await here.publishList([4242]);
    const report = await here.verify(made);
    expect([report.outcome, told(report, 'status')]).to.deep.equal(['revoked', 'failed: revoked']);
    const elsewhere = await verifiedElsewhere(made, here.issuer, { revoked: [4242] }).catch(() => 'refused');
    expect(elsewhere).to.equal('refused');
  });

  it('when the issuer no longer allows the key, or never did, then it is invalid', async () => {
    const made = await here.make();
    const at = addresses(foreignBase);
    const other = { id: 'rsa1', jwk: here.issuer.rsaJwk };
    const own = { id: here.issuer.multikey, jwk: here.issuer.ed25519Jwk, multikey: here.issuer.multikey };
    const withKeys = (keys: (typeof other | typeof own)[]) =>
      didDocument({ base: foreignBase, institutionId: 'inst1', keys });
    for (const [json, reason] of [
      [withKeys([other]), 'key-not-published'],
      [{ ...withKeys([own]), assertionMethod: [] }, 'key-may-not-assert'],
    ] as const) {
      here.web.stands.set(at.didDocument('inst1'), { json });
      const report = await here.verify(made);
      expect([report.outcome, told(report, owner)]).to.deep.equal(['invalid', `failed: ${reason}`]);
    }
  });

  describe('the status list of one', () => {
    const withStatus = (status: object): string => here.signByHttps({ status });
    const uri = tokenListUrl;
    const publish = (changes: object = {}, header: object = {}, pair = here.own): void => {
      const lst = deflateSync(Buffer.from([0b11_10_01_00, 0b0000_0011])).toString('base64url');
      const payload = {
        iss: httpsIssuer,
        sub: uri,
        iat: 1_775_000_000,
        status_list: { bits: 2, lst },
        ...changes,
      };
      const full = { alg: pair.alg, kid: 'k1', typ: 'statuslist+jwt', ...header };
      here.web.stands.set(uri, { text: `${jwsBy(pair, payload, full)}\n` });
    };

    it('when each place is two bits, then valid, revoked, suspended and others are told apart', async () => {
      publish();
      for (const [idx, outcome, answer] of [
        [0, 'valid', 'passed: not-revoked'],
        [1, 'revoked', 'failed: revoked'],
        [2, 'suspended', 'failed: suspended'],
        [3, 'unconfirmed', 'not-checked: status-purpose-unknown'],
        [4, 'unconfirmed', 'not-checked: status-purpose-unknown'],
        [5, 'valid', 'passed: not-revoked'],
        [8, 'unconfirmed', 'not-checked: status-place-outside'],
      ] as const) {
        const report = await here.verify(withStatus({ status_list: { idx, uri } }));
        expect([report.outcome, told(report, 'status')], String(idx)).to.deep.equal([outcome, answer]);
      }
    });

    it('when it is not the issuer’s, not signed, over, or broken, then nothing is concluded from it', async () => {
      const text = withStatus({ status_list: { idx: 0, uri } });
      const stranger = await aPair('ES256');
      const bomb = deflateSync(Buffer.alloc(17 * 1024 * 1024)).toString('base64url');
      for (const [changes, header, reason] of [
        [{ iss: 'https://evil.example' }, {}, 'status-list-of-another'],
        [{ sub: `${uri}x` }, {}, 'status-list-of-another'],
        [{}, { kid: 'k2' }, 'status-list-of-another'],
        [{}, { typ: 'JWT' }, 'status-list-unsigned'],
        [{}, { alg: 'none' }, 'status-list-unsigned'],
        [{ exp: 1_775_000_001 }, {}, 'status-list-expired'],
        [{ iat: 4_000_000_000 }, {}, 'status-list-malformed'],
        [{ status_list: { bits: 3, lst: 'AA' } }, {}, 'status-list-malformed'],
        [{ status_list: { bits: 1, lst: 'AA' } }, {}, 'status-list-malformed'],
        [{ status_list: { bits: 1, lst: bomb } }, {}, 'status-list-malformed'],
      ] as const) {
        publish(changes, header);
        const report = await here.verify(text);
        expect(
          [report.outcome, told(report, 'status')],
          JSON.stringify([changes, header]).slice(0, 90),
        ).to.deep.equal(['unconfirmed', `not-checked: ${reason}`]);
      }
      publish({}, {}, stranger);
      expect(told(await here.verify(text), 'status')).to.equal('not-checked: status-list-unsigned');
      here.web.stands.set(uri, { trouble: 'connection' });
      expect(told(await here.verify(text), 'status')).to.equal('not-checked: address-unreachable');
    });

    it('when a key in a certificate signed it, then it is not relied on', async () => {
      publish({}, { x5c: ['MIIB'] });
      const report = await here.verify(withStatus({ status_list: { idx: 0, uri } }));
      expect([report.outcome, told(report, 'status')]).to.deep.equal([
        'unconfirmed',
        'not-checked: key-in-certificate',
      ]);
    });

    it('when its status is written in another way, then that is told', async () => {
      for (const [status, outcome, answer] of [
        [{ identifier_list: { id: 'x', uri } }, 'unconfirmed', 'not-checked: status-kind-unknown'],
        [{ status_list: { idx: -1, uri } }, 'invalid', 'failed: status-malformed'],
        [{ status_list: { idx: 1.5, uri } }, 'invalid', 'failed: status-malformed'],
        [{ status_list: { idx: 1, uri: 'file:///etc/passwd' } }, 'invalid', 'failed: status-malformed'],
        [{ status_list: [] }, 'invalid', 'failed: status-malformed'],
      ] as const) {
        const report = await here.verify(withStatus(status));
        expect([report.outcome, told(report, 'status')]).to.deep.equal([outcome, answer]);
      }
    });
  });
});
