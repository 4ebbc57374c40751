/** What must not be believed: refused by a library that did not make it, and by our reader, which is stricter. */
import { expect } from 'chai';
import { digestOf } from '../../../src/documents/sd-jwt/disclosure.js';
import { type JsonObject, without } from '../../../src/documents/json/json-value.js';
import { readSdJwt } from '../../../src/documents/sd-jwt/read-sd-jwt.js';
import { verifySdJwt } from '../../../src/documents/sd-jwt/verify-sd-jwt.js';
import { signJws } from '../../../src/documents/proofs/sign-jws.js';
import { aTestIssuer, type TestIssuer } from '../signers.js';
import { anSdJwt, madeAt, partsOf, verifiedElsewhere } from './an-sd-jwt.js';

const refusal = (verifying: Promise<unknown>): Promise<string> =>
  verifying.then(
    () => 'believed',
    (error: Error) => error.message,
  );

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('an SD-JWT credential that was tampered with', () => {
  let issuer: TestIssuer;
  let made: string;
  before(async () => {
    issuer = await aTestIssuer();
    made = await anSdJwt(issuer);
  });

  /** Signed by the issuer, whatever it says. */
  const signed = async (payload: unknown, ...rest: (string | { header: JsonObject })[]): Promise<string> => {
    const changes = rest.find((one) => typeof one !== 'string')?.header;
    const header = { alg: 'EdDSA', typ: 'dc+sd-jwt', ...changes };
    const sign = (bytes: Uint8Array) => issuer.dataIntegrity.sign(bytes);
    const jws = await signJws(sign, payload as JsonObject, header);
    return [jws, ...rest.filter((one) => typeof one === 'string'), ''].join('~');
  };

  const faultOf = (sdJwt: string): string | undefined => readSdJwt(sdJwt)?.fault;

  const allDigests = (sdJwt: string): string[] =>
    [...partsOf(sdJwt).disclosures.values()].map((text) => digestOf(text));

  it('when the key is another one, then the signature is refused', async () => {
    const { ed25519Jwk: key } = await aTestIssuer('inst2');
    expect(await refusal(verifiedElsewhere(made, issuer, { key }))).to.match(/Verify Error|signature/i);
  });

  it('when an open claim is changed, then the signature is refused', async () => {
    const { jws, payload } = partsOf(made);
    const [header, , signature] = jws.split('.');
    const changed = `${header}.${encoded({ ...payload, title: 'Brain surgery' })}.${signature}~`;
    expect(await refusal(verifiedElsewhere(changed, issuer))).to.match(/Verify Error|signature/i);
  });

  it('when a disclosure says another grade, then the other library does not believe it', async () => {
    const altered = encoded(['c2FsdHNhbHRzYWx0c2FsdA', 'grade', { value: '20', maximum: '20' }]);
    const claims = await verifiedElsewhere(`${partsOf(made).jws}~${altered}~`, issuer);
    expect(claims).not.to.have.property('grade');
  });

  it('when it has ended, then it is refused', async () => {
    const ended = await anSdJwt(issuer, { validUntil: new Date(madeAt.getTime() - 1000) });
    expect(await refusal(verifiedElsewhere(ended, issuer))).to.match(/expired/i);
  });

  it('when its place in the status list is set, then it is refused', async () => {
    expect(await refusal(verifiedElsewhere(made, issuer, { revoked: [4242] }))).to.match(/status/i);
    expect(await refusal(verifiedElsewhere(made, issuer, { revoked: [4240] }))).to.equal('believed');
  });

  it('when a digest stands twice, then our reader refuses it', async () => {
    const { payload, disclosures } = partsOf(made);
    const name = disclosures.get('name') ?? '';
    expect(faultOf(await signed({ ...payload, _sd: [...payload._sd, digestOf(name)] }, name))).to.equal(
      'digest-repeated',
    );
    const decoy = payload._sd.find((digest) => !allDigests(made).includes(digest)) ?? '';
    expect(faultOf(await signed({ ...payload, more: { _sd: [decoy] } }))).to.equal('digest-repeated');
    expect(faultOf(await signed(payload, name, name))).to.equal('disclosure-repeated');
  });

  it('when disclosures stand inside each other without end, then our reader stops', async () => {
    const { payload } = partsOf(made);
    const nested = Array.from({ length: 200 }).reduce<string[]>(([inner, ...rest]) => {
      const _sd = inner === undefined ? [] : [digestOf(inner)];
      return [encoded(['c2FsdA', 'more', { _sd }]), ...(inner === undefined ? [] : [inner]), ...rest];
    }, []);
    const outermost = digestOf(nested[0] ?? '');
    expect(faultOf(await signed({ ...payload, _sd: [outermost] }, ...nested))).to.equal('too-deep');
    const few = nested.slice(-10);
    expect(faultOf(await signed({ ...payload, _sd: [digestOf(few[0] ?? '')] }, ...few))).to.equal(undefined);
  });

  const altered: [string, string, string][] = [
    ['says another grade', encoded(['c2FsdA', 'grade', { value: '20' }]), 'disclosure-unknown'],
    ['is empty', '', 'disclosure-unknown'],
  ];
  for (const [what, text, fault] of altered) {
    it(`when a disclosure ${what}, then our reader refuses it: ${fault}`, () => {
      expect(faultOf(`${partsOf(made).jws}~${text}~`)).to.equal(fault);
    });
  }

  const misbuilt: [string, string][] = [
    ['is no JSON', Buffer.from('[1,').toString('base64url')],
    ['has no salt', encoded([7, 'name', 'Eve'])],
    ['names digests', encoded(['c2FsdA', '_sd', []])],
    ['names an entry', encoded(['c2FsdA', '...', 'x'])],
    ['names what no object is safe with', encoded(['c2FsdA', '__proto__', {}])],
    ['says a name twice', Buffer.from('["c2FsdA","grade",{"value":1,"value":2}]').toString('base64url')],
    ['is written with padding', `${encoded(['c2FsdA', 'name', 'E'])}AA`],
    ['is an entry of a list', encoded(['c2FsdA', 'no name'])],
  ];
  for (const [what, text] of misbuilt) {
    it(`when a disclosure that the signer named ${what}, then our reader refuses it: disclosure-malformed`, async () => {
      const payload = { ...partsOf(made).payload, _sd: [digestOf(text)] };
      expect(faultOf(await signed(payload, text))).to.equal('disclosure-malformed');
    });
  }

  for (const name of ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']) {
    it(`when ${name} could be kept back, then our reader refuses it; further down it is a name like any other`, async () => {
      const payload = without(partsOf(made).payload as JsonObject, name);
      const text = encoded(['c2FsdA', name, 'x']);
      expect(faultOf(await signed({ ...payload, _sd: [digestOf(text)] }, text))).to.equal('claim-held-back');
      const below = { ...payload, _sd: [], more: { _sd: [digestOf(text)] } };
      expect(faultOf(await signed(below, text))).to.equal(undefined);
    });
  }

  const misplaced: [string, JsonObject][] = [
    ['digests are no list', { _sd: 'x' }],
    ['a digest is no text', { _sd: [7] }],
    ['an entry of a list has something beside its digest', { list: [{ '...': 'x', more: 1 }] }],
    ['the digest of an entry is no text', { list: [{ '...': 7 }] }],
    ['the name of an entry stands in an object', { more: { '...': 'x' } }],
  ];
  for (const [what, changes] of misplaced) {
    it(`when ${what}, then our reader refuses it: digests-malformed`, async () => {
      expect(faultOf(await signed({ ...partsOf(made).payload, ...changes }))).to.equal('digests-malformed');
    });
  }

  it('when entries of a list and parts of parts are disclosed, then each is where its digest stood', async () => {
    const inner = encoded(['c2FsdA', 'value', '17']);
    const outer = encoded(['c2FsdA', 'grade', { _sd: [digestOf(inner), 'decoy'], maximum: '20' }]);
    const entry = encoded(['c2FsdA', { name: 'Essay' }]);
    const payload = {
      _sd: [digestOf(outer)],
      evidence: ['first', { '...': digestOf(entry) }, { '...': 'kept back' }],
    };
    const read = (...texts: string[]) => signed(payload, ...texts).then(readSdJwt);
    expect(await read(entry, outer, inner)).to.deep.include({
      claims: { grade: { value: '17', maximum: '20' }, evidence: ['first', { name: 'Essay' }] },
      disclosed: ['grade', 'value'],
    });
    expect((await read(outer))?.claims).to.deep.equal({ grade: { maximum: '20' }, evidence: ['first'] });
    expect((await read(inner))?.fault).to.equal('disclosure-unknown');
  });

  for (const algorithm of ['sha-384', 'sha-512'] as const) {
    it(`when the digests are by ${algorithm}, then our reader opens it as the other library does`, async () => {
      const text = encoded(['c2FsdA', 'name', 'Ada']);
      const payload = without(partsOf(made).payload as JsonObject, '_sd');
      const sdJwt = await signed({ ...payload, _sd: [digestOf(text, algorithm)], _sd_alg: algorithm }, text);
      expect(readSdJwt(sdJwt)).to.deep.include({ claims: await verifiedElsewhere(sdJwt, issuer) });
      expect(readSdJwt(sdJwt)?.claims['name']).to.equal('Ada');
    });
  }

  it('when a disclosed claim is an open one already, then our reader refuses it', async () => {
    const { payload } = partsOf(made);
    const title = encoded(['c2FsdA', 'title', 'Brain surgery']);
    const outcome = faultOf(await signed({ ...payload, _sd: [digestOf(title)] }, title));
    expect(outcome).to.equal('claim-repeated');
  });

  it('when the digests are of another hash, then our reader refuses it', async () => {
    expect(faultOf(await signed({ ...partsOf(made).payload, _sd_alg: 'md5' }))).to.equal('hash-unknown');
  });

  it('when a proof of its holder follows, then our reader gives it, and what it is about', () => {
    const read = readSdJwt(`${made}e30.e30.AA`);
    expect(read).to.deep.include({ holderProof: 'e30.e30.AA', presented: made });
    expect(read?.claims).to.deep.equal(readSdJwt(made)?.claims);
  });

  it('when it shows more parts than a credential has, then none is looked at', () => {
    const many = Array.from({ length: 1_001 }, (_, place) => encoded(['c2FsdA', `n${place}`, 1]));
    expect(faultOf(`${partsOf(made).jws}~${many.join('~')}~`)).to.equal('too-many');
  });

  it('when it is as made, then our reader gives the claims that the other library gives', async () => {
    const read = readSdJwt(made);
    expect(read?.claims).to.deep.equal(await verifiedElsewhere(made, issuer));
    expect(read?.disclosed).to.deep.equal([...partsOf(made).disclosures.keys()]);
    expect(read).not.to.have.any.keys('fault', 'holderProof');
    expect(read && (await verifySdJwt(read.jws, { jwk: issuer.ed25519Jwk }))).to.equal(undefined);
  });

  it('when key, type or algorithm are others, then our verifier refuses it', async () => {
    const jwsWith = async (header: JsonObject) => {
      const read = readSdJwt(await signed(partsOf(made).payload, { header }));
      if (!read) throw new Error('no SD-JWT');
      return read.jws;
    };
    const other = await aTestIssuer('inst2');
    const right = await jwsWith({});
    const jwk = issuer.ed25519Jwk;
    expect(await verifySdJwt(right, { jwk })).to.equal(undefined);
    expect(await verifySdJwt(right, { jwk: other.ed25519Jwk })).to.equal('signature-wrong');
    expect(await verifySdJwt(right, { jwk: other.rsaJwk })).to.equal('key-unusable');
    expect(await verifySdJwt(await jwsWith({ typ: 'vc+sd-jwt' }), { jwk })).to.equal(undefined);
    expect(await verifySdJwt(await jwsWith({ typ: 'JWT' }), { jwk })).to.equal('jwt-header-refused');
    expect(await verifySdJwt(await jwsWith({ alg: 'none' }), { jwk })).to.equal('jwt-algorithm-refused');
    expect(await verifySdJwt(await jwsWith({ crit: ['b64'] }), { jwk })).to.equal('jwt-header-refused');
  });
});
