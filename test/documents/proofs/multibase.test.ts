/** https://www.w3.org/TR/controller-document/#multibase-0 */
import { expect } from 'chai';
import { decodeMultibase, ed25519Multikey, encodeBase58 } from '../../../src/documents/proofs/multibase.js';
import { seededRandom } from '../seeded-random.js';

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

describe('multibase', () => {
  // https://datatracker.ietf.org/doc/html/draft-msporny-base58-03#section-5
  const vectors: [bytes: Uint8Array, text: string][] = [
    [utf8('Hello World!'), 'z2NEpo7TZRRrLZSi2U'],
    [
      utf8('The quick brown fox jumps over the lazy dog.'),
      'zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z',
    ],
    [Uint8Array.of(0, 0, 0x28, 0x7f, 0xb4, 0xcd), 'z11233QC4'],
  ];
  for (const [bytes, text] of vectors) {
    it(`given the bytes of ${text}, writes and reads them`, () => {
      expect(encodeBase58(bytes)).to.equal(text);
      expect(decodeMultibase(text)).to.deep.equal(bytes);
    });
  }

  it('given base64url, reads it', () => {
    expect(decodeMultibase('uSGVsbG8gV29ybGQh')).to.deep.equal(utf8('Hello World!'));
  });

  it('given 500 random byte strings, reads what it wrote', () => {
    const random = seededRandom('base58 there and back');
    for (let round = 0; round < 500; round++) {
      const zeros = new Uint8Array(random.below(4));
      const bytes = Uint8Array.of(
        ...zeros,
        ...Array.from({ length: random.below(70) }, () => random.below(256)),
      );
      if (bytes.length > 0) expect(decodeMultibase(encodeBase58(bytes))).to.deep.equal(bytes);
    }
  });

  for (const text of [
    '',
    'z',
    'u',
    'zO',
    'z0',
    'zI',
    'zl',
    'z a',
    'u+/',
    'uA==',
    'm1234',
    'f00',
    'z' + '2'.repeat(300),
  ]) {
    it(`given ${JSON.stringify(text.slice(0, 20))}, gives nothing`, () => {
      expect(decodeMultibase(text)).to.equal(undefined);
    });
  }
});

describe('ed25519Multikey', () => {
  it('of a key, begins with z6Mk', () => {
    expect(ed25519Multikey(new Uint8Array(32).fill(9)))
      .to.match(/^z6Mk/)
      .and.have.length(48);
  });
});
