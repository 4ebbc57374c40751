/** In which words do Open Badges 2.0 of others speak? A context of their own could swap what a date or a recipient is. */
import { expect } from 'chai';
import { type JsonObject, type JsonValue, without } from '../../../src/documents/json/json-value.js';
import type { VerificationReport } from '../../../src/domain/verification/report.js';
import { verifyCredential } from '../../../src/domain/verification/verify-credential.js';
import { depsOn } from './foreign-web.js';
import { anOpenBadge2Issuer, type Part } from './open-badge-2-issuer.js';
import { told } from './told.js';

type World = ReturnType<typeof anOpenBadge2Issuer>;

const v2 = 'https://w3id.org/openbadges/v2';
const swapped: JsonValue[] = [v2, { issuedOn: 'https://issuer.example/other' }];
const unknown = 'https://issuer.example/context.json';
const geo = 'https://openbadgespec.org/extensions/geoCoordinatesExtension/context.json';

const hosted = (world: World, given: JsonObject = world.documents.assertion) =>
  verifyCredential(depsOn(world.web), { text: JSON.stringify(given) });
const signed = (world: World, payload: JsonObject = world.signedAssertion) =>
  verifyCredential(depsOn(world.web), { text: world.sign(payload) });
const verdict = (report: VerificationReport) => [
  report.outcome,
  told(report, 'contexts'),
  report.checks.find(({ name }) => name === 'contexts')?.details,
];
const right = ['valid', 'passed: open-badge-2-context', undefined];
const place = (path: string) => (path === '' ? undefined : { path });

/** Where the document is told to stand; not every one is looked at in both ways. */
const linked: [part: Part, path: string, verify: (world: World) => Promise<VerificationReport>][] = [
  ['assertion', '', hosted],
  ['assertion', '', signed],
  ['badge', 'badge', hosted],
  ['badge', 'badge', signed],
  ['issuer', 'issuer', hosted],
  ['issuer', 'issuer', signed],
  ['key', 'verification.creator', signed],
];

describe('verifying the contexts of Open Badges 2.0', () => {
  it('when each document names the published vocabulary alone, by any address, as text or list, then it is valid', async () => {
    for (const context of [
      v2,
      [v2],
      'https://openbadgespec.org/v2/context.json',
      ['https://openbadgespec.org/v2'],
    ]) {
      const change = { '@context': context };
      const changes = { assertion: change, badge: change, issuer: change, key: change };
      expect(verdict(await hosted(anOpenBadge2Issuer(changes)))).to.deep.equal(right);
      expect(verdict(await signed(anOpenBadge2Issuer(changes)))).to.deep.equal(right);
    }
  });

  for (const [part, path, verify] of linked) {
    const way = verify === hosted ? 'hosted' : 'signed';

    it(`when the ${part} of a ${way} badge brings meanings of its own, then it is invalid`, async () => {
      for (const context of [swapped, swapped[1] ?? null, [v2, null]]) {
        const report = await verify(anOpenBadge2Issuer({ [part]: { '@context': context } }));
        expect(verdict(report)).to.deep.equal(['invalid', 'failed: context-inline', place(path)]);
      }
    });

    it(`when the ${part} of a ${way} badge names a vocabulary that is not known, then it is unconfirmed, and which is told`, async () => {
      for (const context of [[v2, unknown], unknown]) {
        const report = await verify(anOpenBadge2Issuer({ [part]: { '@context': context } }));
        const details = { ...place(path), context: unknown };
        expect(verdict(report)).to.deep.equal(['unconfirmed', 'failed: context-unknown', details]);
      }
    });

    if (part === 'assertion') continue;
    it(`when the ${part} of a ${way} badge names no vocabulary, or that of before, then it is invalid`, async () => {
      for (const context of [undefined, [], 'https://w3id.org/openbadges/v1']) {
        const changed = anOpenBadge2Issuer({ [part]: { '@context': context ?? v2 } });
        const world = context === undefined ? withoutContext(part) : changed;
        expect(verdict(await verify(world))).to.deep.equal([
          'invalid',
          'failed: open-badge-2-context-missing',
          place(path),
        ]);
      }
    });
  }

  it('when the server’s words are right and those of the copy are not, then it is invalid; without any, valid', async () => {
    const world = anOpenBadge2Issuer();
    const { assertion } = world.documents;
    const copy = await hosted(world, { ...assertion, '@context': swapped });
    expect(verdict(copy)).to.deep.equal(['invalid', 'failed: context-inline', undefined]);
    expect(verdict(await hosted(world, without(assertion, '@context')))).to.deep.equal(right);
  });

  it('when a part that is read has a context of its own, then it is not valid, whatever it calls itself', async () => {
    const { recipient } = anOpenBadge2Issuer().documents.assertion;
    const told = (context: string | JsonObject, type: string | string[]) => {
      const inner = { ...(recipient as JsonObject), '@context': context, type };
      return hosted(anOpenBadge2Issuer({ assertion: { recipient: inner } })).then(verdict);
    };
    const inline = ['invalid', 'failed: context-inline', { path: 'recipient' }];
    const details = { path: 'recipient', context: unknown };
    expect(await told({ identity: 'https://issuer.example/other' }, 'email')).to.deep.equal(inline);
    for (const type of ['email', ['email', 'Extension']])
      expect((await told(unknown, type)).slice(1)).to.deep.equal(['failed: context-unknown', details]);
    expect((await told(v2, 'email')).slice(1)).to.deep.equal(['passed: open-badge-2-context', undefined]);
  });

  it('when an extension names its own vocabulary, then it is valid; when it brings the meanings along, invalid', async () => {
    const extended = (context: string | JsonObject) => ({
      'extensions:place': {
        '@context': context,
        type: ['Extension', 'extensions:GeoCoordinates'],
        description: 'Namur',
        geo: { '@context': [geo, unknown], latitude: 50, longitude: 4 },
      },
    });
    for (const part of ['assertion', 'badge', 'issuer'] as const) {
      for (const context of [geo, unknown]) {
        const world = anOpenBadge2Issuer({ [part]: extended(context) });
        expect(verdict(await hosted(world))).to.deep.equal(right);
        expect(verdict(await signed(world))).to.deep.equal(right);
      }
      const path = `${part === 'assertion' ? '' : `${part}.`}extensions:place`;
      const report = await hosted(anOpenBadge2Issuer({ [part]: extended({ geo: unknown }) }));
      expect(verdict(report)).to.deep.equal(['invalid', 'failed: context-inline', { path }]);
    }
    const plain = { 'extensions:place': { '@context': unknown, type: 'Place' } };
    expect(verdict(await hosted(anOpenBadge2Issuer({ assertion: plain })))[0]).to.equal('unconfirmed');
  });

  it('when an extension speaks of the document around it, in words of its own, then it is invalid', async () => {
    const { id = '' } = anOpenBadge2Issuer().documents.assertion;
    const speaksOf = (about: JsonValue) => ({
      'extensions:more': [
        { '@context': unknown, type: ['Extension', 'extensions:More'], of: { id: about, until: 'x' } },
      ],
    });
    const report = await hosted(anOpenBadge2Issuer({ assertion: speaksOf(id) }));
    expect(verdict(report)).to.deep.equal(['invalid', 'failed: id-repeated', undefined]);
    const other = await hosted(anOpenBadge2Issuer({ assertion: speaksOf('https://issuer.example/other') }));
    expect(verdict(other)).to.deep.equal(right);
  });

  it('when the vocabulary of before stands beside the published one, then it is told as one that is not known', async () => {
    const before = 'https://w3id.org/openbadges/v1';
    for (const context of [
      [before, v2],
      [v2, before],
    ]) {
      const report = await hosted(anOpenBadge2Issuer({ badge: { '@context': context } }));
      const details = { path: 'badge', context: before };
      expect(verdict(report)).to.deep.equal(['unconfirmed', 'failed: context-unknown', details]);
    }
  });

  it('when a signed badge has its badge class and its key inside others, then their words are those around them', async () => {
    const { documents } = anOpenBadge2Issuer();
    const world = anOpenBadge2Issuer({ issuer: { publicKey: [without(documents.key, '@context')] } });
    const badge = without(documents.badge, '@context');
    expect(verdict(await signed(world, { ...world.signedAssertion, badge }))).to.deep.equal(right);
    const other = { ...badge, '@context': swapped };
    expect(verdict(await signed(world, { ...world.signedAssertion, badge: other }))).to.deep.equal([
      'invalid',
      'failed: context-inline',
      { path: 'badge' },
    ]);
  });

  it('when one document is not known and another is wrong, then the wrong one is told', async () => {
    const world = anOpenBadge2Issuer({
      assertion: { '@context': [v2, unknown] },
      issuer: { '@context': swapped },
    });
    expect(verdict(await hosted(world))).to.deep.equal([
      'invalid',
      'failed: context-inline',
      { path: 'issuer' },
    ]);
  });
});

function withoutContext(part: Part): World {
  const world = anOpenBadge2Issuer();
  world.web.stands.set(world.at[part], { json: without(world.documents[part], '@context') });
  return world;
}
