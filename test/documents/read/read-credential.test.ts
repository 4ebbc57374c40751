/** Whatever somebody hands in is told apart or refused with a reason; nothing throws. */
import { expect } from 'chai';
import { bakePng } from '../../../src/documents/baked-image/bake-png.js';
import { bakeSvg } from '../../../src/documents/baked-image/bake-svg.js';
import { legacyCredentialsContext } from '../../../src/documents/contexts/context-documents.js';
import type { JsonObject } from '../../../src/documents/json/json-value.js';
import { hostedAssertion } from '../../../src/documents/open-badge-2/assertion.js';
import { achievementCredential } from '../../../src/documents/open-badge-3/achievement-credential.js';
import { signDataIntegrity } from '../../../src/documents/proofs/sign-data-integrity.js';
import { signJwt } from '../../../src/documents/proofs/sign-jwt.js';
import { type CredentialInput, readCredential } from '../../../src/documents/read/read-credential.js';
import type { UnreadableReason } from '../../../src/documents/read/reading.js';
import { aPng, chunk, text as textChunk } from '../baked-image/png.builder.js';
import { aCredential } from '../credential-content.builder.js';
import { attaching, linking, linkTo, pdfWithStreams, pdfWithTable } from '../pdf/pdf.builder.js';
import { aTestIssuer } from '../signers.js';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const compact = (payload: object, header: object = {}): string =>
  [{ alg: 'RS256', ...header }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.c2ln';
const awardOf = (letter: string): string => `https://x.example/awards/${letter.repeat(22)}`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';

describe('readCredential', () => {
  const unsigned = achievementCredential(aCredential());
  const assertion = hostedAssertion(aCredential());
  let embedded: JsonObject;
  let json: string;
  let jwt: string;

  before(async () => {
    const issuer = await aTestIssuer();
    embedded = await signDataIntegrity(issuer.dataIntegrity, unsigned, new Date());
    json = JSON.stringify(embedded);
    jwt = await signJwt(issuer.jwt, unsigned);
  });

  const forms: Record<string, () => CredentialInput> = {
    'pasted text': () => ({ text: json }),
    'text with space around': () => ({ text: `\n  ${json}\r\n` }),
    'text with a byte order mark': () => ({ text: `\uFEFF${json}` }),
    'a file': () => ({ bytes: utf8(json) }),
    'a file with a byte order mark': () => ({ bytes: utf8(`\uFEFF${json}`) }),
    'a file written with indents': () => ({ bytes: utf8(JSON.stringify(embedded, null, 2)) }),
  };
  for (const [what, input] of Object.entries(forms)) {
    it(`given an Open Badges 3.0 credential as ${what}, reads it`, () => {
      expect(readCredential(input())).to.deep.equal({
        kind: 'open-badge-3',
        credential: embedded,
        oddNumbers: 0,
      });
    });
  }

  it('given a PDF with a credential or a token attached, reads it and tells where it was', () => {
    for (const [text, kind] of [
      [json, 'open-badge-3'],
      [jwt, 'open-badge-3-jwt'],
    ] as const) {
      const reading = readCredential({ bytes: pdfWithStreams(attaching('<xml/>', text)) });
      expect(reading).to.include({ kind, container: 'pdf' });
    }
  });

  it('given a PDF with nothing attached that links to one award, gives its address for fetching', () => {
    const bytes = pdfWithTable(linking([linkTo(awardOf('A')), linkTo('https://x.example/')]));
    expect(readCredential({ bytes })).to.deep.equal({ kind: 'address', url: awardOf('A'), container: 'pdf' });
  });

  it('given a VC-JWT, reads the credential without the claims', () => {
    const reading = readCredential({ text: jwt });
    expect(reading).to.deep.include({ kind: 'open-badge-3-jwt', credential: unsigned, oddNumbers: 0 });
  });

  it('given a VC-JWT of data model 1.1, reads the credential inside vc', () => {
    const [, ...contexts] = unsigned['@context'] as string[];
    const older = { ...unsigned, '@context': [legacyCredentialsContext, ...contexts] };
    const reading = readCredential({ text: compact({ iss: 'x', vc: older }) });
    expect(reading).to.deep.include({ kind: 'open-badge-3-jwt', credential: older });
  });

  it('given pictures, reads what is baked into them and tells the kind of picture', () => {
    const pictures = [
      [bakePng(aPng(), '3.0', json), 'png', 'open-badge-3'],
      [bakePng(aPng(), '3.0', jwt), 'png', 'open-badge-3-jwt'],
      [bakePng(aPng(), '2.0', JSON.stringify(assertion)), 'png', 'open-badge-2'],
      [bakePng(aPng(), '2.0', 'https://acquis.example/a1'), 'png', 'address'],
      [utf8(bakeSvg(svg, '3.0', json)), 'svg', 'open-badge-3'],
      [utf8(bakeSvg(svg, '3.0', jwt)), 'svg', 'open-badge-3-jwt'],
      [utf8(bakeSvg(svg, '2.0', 'https://acquis.example/a1')), 'svg', 'address'],
    ] as const;
    for (const [bytes, container, kind] of pictures)
      expect(readCredential({ bytes })).to.include({ container, kind });
  });

  it('given a credential for wallets, as file, as text or in a picture, reads it', () => {
    for (const typ of ['dc+sd-jwt', 'vc+sd-jwt']) {
      const text = `${compact({ vct: 'urn:x', title: 'X' }, { typ })}~`;
      for (const given of [
        { text: ` ${text}\n` },
        { bytes: utf8(text) },
        { bytes: bakePng(aPng(), '3.0', text) },
      ]) {
        const reading = readCredential(given);
        expect(reading.kind).to.equal('sd-jwt-vc');
        expect(reading).to.have.nested.property('sdJwt.claims').deep.equal({ vct: 'urn:x', title: 'X' });
      }
    }
  });

  it('given an Open Badges 2.0 assertion, hosted or signed, reads it', () => {
    expect(readCredential({ text: JSON.stringify(assertion) })).to.deep.include({
      kind: 'open-badge-2',
      assertion,
    });
    expect(readCredential({ text: compact(assertion) })).to.deep.include({
      kind: 'open-badge-2-jws',
      assertion,
    });
  });

  it('given an Open Badges 2.0 endorsement, hosted or signed, reads it', () => {
    const endorsement = { type: ['Endorsement'], claim: { id: 'https://x.example/badge' } };
    const kind = 'open-badge-2-endorsement';
    const hosted = readCredential({ text: JSON.stringify(endorsement) });
    expect(hosted).to.deep.equal({ kind, endorsement, oddNumbers: 0 });
    const signed = readCredential({ text: compact(endorsement) });
    expect(signed).to.deep.include({ kind, endorsement }).and.to.have.property('jws');
  });

  it('given an address, gives it for fetching', () => {
    expect(readCredential({ text: ' HTTPS://Acquis.example/awards/a1#x ' })).to.deep.equal({
      kind: 'address',
      url: 'https://acquis.example/awards/a1#x',
    });
  });

  it('given numbers such as 3.0, counts them', () => {
    const odd = json.replace('"creditsEarned":3', '"creditsEarned":3.0');
    expect(readCredential({ text: odd })).to.include({ kind: 'open-badge-3', oddNumbers: 1 });
  });

  const deep = '{"type":"VerifiableCredential","a":'.padEnd(40, ' ') + '['.repeat(500_000);
  const unreadable: Partial<Record<UnreadableReason, Record<string, CredentialInput>>> = {
    'too-large': {
      'a text above a megabyte': { text: ' '.repeat(1024 * 1024 + 1) },
      'a file above five megabytes': { bytes: new Uint8Array(5 * 1024 * 1024 + 1) },
      'a credential above a megabyte in a file': { bytes: utf8(`{"a":"${'x'.repeat(1024 * 1024)}"}`) },
      'a credential above a megabyte in a picture': {
        bytes: bakePng(aPng(), '3.0', `{"a":"${'x'.repeat(1024 * 1024)}"}`),
      },
    },
    empty: {
      nothing: {},
      'no text': { text: ' \n' },
      'no bytes': { bytes: new Uint8Array() },
      'a mark': { text: '\uFEFF' },
    },
    'not-utf-8': {
      'UTF-16': { bytes: new Uint8Array(Buffer.from('{"a":1}\uFEFF', 'utf16le')) },
      JPEG: { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) },
    },
    'unknown-format': {
      words: { text: 'hello' },
      'a file address': { text: 'file:///etc/passwd' },
      'a script': { text: 'javascript:alert(1)' },
      'an address with spaces': { text: 'https://x.example/ a' },
      'an address without host': { text: 'https://' },
      'a JWS whose payload is no JSON': { text: 'aaaa.bbbb.cccc' },
      'an SD-JWT whose payload is no JSON': { text: 'aaaa.bbbb.cccc~ZGlz~' },
      'a JWS with a key twice': {
        text: ['{"alg":"RS256"}', '{"type":"Assertion","type":"Assertion"}']
          .map((part) => Buffer.from(part).toString('base64url'))
          .join('.')
          .concat('.c2ln'),
      },
    },
    'sd-jwt': {
      'one that is no credential for wallets': { text: `${compact({ vct: 'urn:x' })}~ZGlz~` },
      'one without a type': { text: `${compact({ sub: '1' }, { typ: 'dc+sd-jwt' })}~` },
      'a credential of W3C in that form': {
        bytes: utf8(`${compact({ '@context': [], type: [] }, { typ: 'vc+sd-jwt' })}~ZGlz~dddd.eeee.ffff\n`),
      },
    },
    'not-a-credential': {
      'a list': { text: '[]' },
      'an object': { text: '{}' },
      'a presentation': { text: '{"type":["VerifiablePresentation"]}' },
      'a type that is an object': { text: '{"type":{"VerifiableCredential":1}}' },
      'a login token': { text: compact({ sub: '1' }) },
    },
    'image-broken': {
      'a PNG cut off': { bytes: bakePng(aPng(), '3.0', '{}').subarray(0, 50) },
      'a compressed badge': { bytes: aPng([textChunk('openbadgecredential', 'x', { compressed: 1 })]) },
      HTML: { text: '<!doctype html><p>x' },
      'an SVG with a DTD': { text: `<!DOCTYPE svg [<!ENTITY a "a">]>${svg}` },
    },
    'image-without-badge': { 'a PNG': { bytes: aPng() }, 'an SVG': { text: svg } },
    'image-with-several-badges': {
      'a PNG with two': { bytes: aPng([textChunk('openbadges', 'x'), chunk('tEXt', 'openbadges\0y')]) },
    },
    'pdf-broken': { 'a PDF cut off': { bytes: pdfWithTable(attaching('{}')).subarray(0, 200) } },
    'pdf-encrypted': {
      'a PDF under a password': { bytes: pdfWithTable(attaching('{}'), undefined, '/Encrypt 9 0 R') },
    },
    'pdf-too-complex': {
      'a PDF with forty attachments': {
        bytes: pdfWithTable(attaching(...Array.from({ length: 40 }, (_, place) => `file ${place}`))),
      },
    },
    'pdf-without-badge': {
      'a PDF with other attachments': {
        bytes: pdfWithTable(attaching('https://x.example/badge', '{}', compact({ sub: '1' }))),
      },
      'a PDF with a key twice in its attachment': {
        bytes: pdfWithTable(attaching('{"type":"Assertion","type":"Assertion"}')),
      },
    },
    'pdf-with-several-badges': {
      'a PDF with two': {
        bytes: pdfWithTable(attaching('{"type":"Assertion","id":"1"}', '{"type":"Assertion","id":"2"}')),
      },
    },
    'pdf-with-several-links': {
      'a PDF that links to two awards': {
        bytes: pdfWithTable(linking(['A', 'B'].map((one) => linkTo(awardOf(one))))),
      },
    },
    'json-syntax': { 'JSON cut off': { text: '{"type":' }, 'a comment': { text: '{/**/}' } },
    'json-duplicate-key': {
      'a key twice': { text: '{"type":"VerifiableCredential","issuer":"a","\\u0069ssuer":"b"}' },
      'a key twice in a picture': { bytes: bakePng(aPng(), '3.0', '{"a":1,"a":2}') },
    },
    'json-refused-key': {
      'a key called __proto__': { text: '{"__proto__":{"type":"VerifiableCredential"}}' },
    },
    'json-lone-surrogate': { 'half a pair': { text: '{"a":"\\ud83c"}' } },
    'json-unsafe-number': { 'a number with too many digits': { text: '{"a":9007199254740993}' } },
    'json-too-deep': { 'half a million brackets': { text: deep } },
  };
  for (const [reason, inputs] of Object.entries(unreadable)) {
    for (const [what, input] of Object.entries(inputs)) {
      it(`given ${what}, is unreadable: ${reason}`, () => {
        expect(readCredential(input)).to.deep.equal({ kind: 'unreadable', reason });
      });
    }
  }

  it('given a key named __proto__ further down, changes no object of ours', () => {
    readCredential({ text: '{"a":{"constructor":{"prototype":{"polluted":1}}}}' });
    expect({}).to.not.have.property('polluted');
  });
});
