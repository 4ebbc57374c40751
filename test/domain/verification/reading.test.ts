import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { mostProofs, mostValues } from '../../../src/domain/verification/too-complex.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { attaching, pdfWithTable } from '../../documents/pdf/pdf.builder.js';
import { aPicture } from './a-picture.js';
import { aForeignIssuer } from './foreign-issuer.js';
import { depsOn, type Standing } from './foreign-web.js';
import { told } from './told.js';

const address = 'https://somewhere.example/badge';

describe('reading what is handed in', function () {
  this.timeout(60_000);
  const here = aForeignIssuer();
  const credential = async (): Promise<string> => {
    const { sign, credential: make } = await here;
    return JSON.stringify(await sign(make()));
  };
  const at = async (standing: Standing, text = address) => {
    const { web } = await here;
    web.stands.set(address, standing);
    return verifyCredential(depsOn(web), { text });
  };

  it('when JSON, JWT, PNG, SVG or PDF stands at an address, then each is read', async () => {
    const json = await credential();
    const { jwt, credential: make } = await here;
    for (const standing of [
      { text: json, type: 'application/vc+ld+json' },
      { text: await jwt(make()), type: 'text/plain' },
      { bytes: bakePng(aPicture, '3.0', json), type: 'image/png' },
      { text: bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', '3.0', json), type: 'image/svg+xml' },
      { bytes: pdfWithTable(attaching(json)), type: 'application/pdf' },
      { redirect: 'https://elsewhere.example/badge' },
    ]) {
      const { web } = await here;
      web.stands.set('https://elsewhere.example/badge', { text: json });
      expect((await at(standing)).outcome).to.equal('valid');
    }
  });

  for (const [what, standing, answer, outcome] of [
    ['a web page', { text: '<!doctype html>', type: 'text/html' }, 'failed: address-is-a-page', 'unreadable'],
    ['nothing', { text: '', status: 404 }, 'failed: address-not-found', 'unreadable'],
    ['what is gone', { text: 'Gone', status: 410 }, 'failed: address-gone', 'unreadable'],
    ['a text', { text: 'hello' }, 'failed: unknown-format', 'unreadable'],
    ['another JSON', { json: { a: 1 } }, 'failed: not-a-credential', 'unreadable'],
    ['a picture without badge', { bytes: aPicture }, 'failed: image-without-badge', 'unreadable'],
    ['its own address', { text: address }, 'failed: address-leads-on', 'unreadable'],
    ['no answer', { trouble: 'connection' }, 'not-checked: address-unreachable', 'unconfirmed'],
    ['a private network', { trouble: 'private-address' }, 'not-checked: address-refused', 'unconfirmed'],
  ] as [string, Standing, string, string][]) {
    it(`when ${what} stands at the address, then ${answer}`, async () => {
      const report = await at(standing);
      expect([told(report, 'readable'), report.outcome]).to.deep.equal([answer, outcome]);
    });
  }

  it('when the text has spaces or a byte order mark around it, then it is read', async () => {
    expect((await at({ json: {} }, `\uFEFF\n  ${await credential()}\n`)).outcome).to.equal('valid');
  });

  it('when it is made to take long, then it is refused before anything is computed', async () => {
    const right = JSON.parse(await credential()) as JsonObject;
    const [proof = {}] = right['proof'] as JsonObject[];
    const evidence = Array.from({ length: mostValues }, (_, index) => `urn:x:${index}`);
    for (const heavy of [
      { ...right, evidence },
      { ...right, evidence: [{ id: '_:b0', type: ['Evidence'] }] },
      { ...right, proof: Array.from({ length: mostProofs + 1 }, () => proof) },
    ]) {
      const report = await at({ json: heavy });
      expect([told(report, 'readable'), report.outcome]).to.deep.equal(['failed: too-complex', 'unreadable']);
    }
  });

  it('when an address or a name is made to take for ever, then the answer comes at once', async () => {
    const { sign, credential: make } = await here;
    const marks = '\u0316\u0301'.repeat(100_000);
    const plain = make();
    const [proof = {}] = (await sign(plain))['proof'] as JsonObject[];
    const far = `https://a${marks}.example/`;
    const begun = performance.now();
    await at({ json: {} }, far);
    for (const bad of [
      { ...plain, issuer: { ...(plain['issuer'] as JsonObject), id: far, name: marks } },
      { ...plain, proof: [{ ...proof, verificationMethod: far }] },
      {
        ...plain,
        credentialStatus: {
          id: `${far}#1`,
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '1',
          statusListCredential: far,
        },
      },
      { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: far, badge: far },
    ]) {
      await at({ json: {} }, JSON.stringify({ proof: [proof], ...bad }));
    }
    expect(performance.now() - begun).to.be.below(5_000);
  });

  it('when a list is made to take long, then it counts for nothing', async () => {
    const { publishList, list, sign, credential: make } = await here;
    const evidence = Array.from({ length: mostValues }, (_, index) => `urn:x:${index}`);
    publishList({ ...(await list([])), evidence });
    const report = await at({ json: await sign(make()) });
    publishList(await list([]));
    expect([told(report, 'status'), report.outcome]).to.deep.equal([
      'not-checked: too-complex',
      'unconfirmed',
    ]);
  });

  it('when the issuer’s name turns the direction of its line, then it is shown without', async () => {
    const { sign, credential: make } = await here;
    const plain = make();
    const issuer = { ...(plain['issuer'] as JsonObject), name: 'Good\u202Eytisrevinu\u2066' };
    const report = await at({ json: await sign({ ...plain, issuer }) });
    expect(report.credential?.issuerName).to.equal('Goodytisrevinu');
  });
});
