import { expect } from 'chai';
import { ed25519Multibase } from '../../../src/edges/keys/multibase.js';

/** Public keys in hex and their multikeys, as published. */
const vectors = [
  // https://www.w3.org/TR/vc-di-eddsa/ (test vectors)
  {
    hex: 'b00d8d938e7f773d51565aad36a623f5344f7f5d1960f9cf3e8e12620ea2810f',
    multibase: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
  },
  // https://w3c-ccg.github.io/did-key-spec/ (the key of a seed of zeros)
  {
    hex: '3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29',
    multibase: 'z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp',
  },
];

describe('ed25519Multibase', () => {
  for (const { hex, multibase } of vectors) {
    it(`the key ${hex.slice(0, 8)}..., given as raw bytes, is the text that is published for it`, () => {
      expect(ed25519Multibase(Buffer.from(hex, 'hex'))).to.equal(multibase);
    });
  }

  it('keys of zeros and of ones, given as raw bytes, have the same length and beginning', () => {
    for (const byte of [0, 255]) {
      expect(ed25519Multibase(new Uint8Array(32).fill(byte))).to.match(/^z6Mk.{44}$/);
    }
  });
});
