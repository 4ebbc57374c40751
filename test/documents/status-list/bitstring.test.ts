/** https://www.w3.org/TR/vc-bitstring-status-list/#bitstring-encoding */
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import {
  encodeStatusList,
  pairedPlace,
  readStatus,
  statusListPlaces,
} from '../../../src/documents/status-list/bitstring.js';
import { seededRandom } from '../seeded-random.js';

const unpacked = (encoded: string): Buffer => gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
const packed = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

describe('encodeStatusList', () => {
  it('given nothing, gives 131,072 clear places as multibase base64url of GZIP', () => {
    const encoded = encodeStatusList([]);
    expect(encoded).to.match(/^u[A-Za-z0-9_-]+$/);
    expect(unpacked(encoded).equals(Buffer.alloc(16_384))).to.equal(true);
    expect(statusListPlaces).to.equal(131_072);
  });

  it('given place 0, sets the leftmost bit of the first byte, and the pair for verifiers that read from the right', () => {
    expect(unpacked(encodeStatusList([0]))[0]).to.equal(0b1000_0001);
    expect(unpacked(encodeStatusList([10]))[1]).to.equal(0b0010_0100);
    expect(unpacked(encodeStatusList([131_071])).at(-1)).to.equal(0b1000_0001);
  });

  it('given the same places in another order and twice, gives the same bytes', () => {
    expect(encodeStatusList([9, 5, 131_071, 5])).to.equal(encodeStatusList(new Set([131_071, 9, 5])));
  });

  it('given an empty list, gives the bytes it gives for ever', () => {
    expect(Buffer.from(encodeStatusList([]).slice(1), 'base64url').subarray(0, 10).toString('hex')).to.equal(
      '1f8b08000000000002ff',
    );
  });

  for (const index of [-1, 131_072, 0.5, NaN, Infinity]) {
    it(`given the place ${index}, refuses`, () => {
      expect(() => encodeStatusList([index])).to.throw(RangeError);
    });
  }

  it('given 200 random sets of places, reads each place and its pair as set and all others as clear', () => {
    const random = seededRandom('status lists');
    for (let round = 0; round < 200; round++) {
      const places = Array.from({ length: random.below(40) }, () => random.below(statusListPlaces));
      const set = new Set(places.flatMap((place) => [place, pairedPlace(place)]));
      const encoded = encodeStatusList(places);
      for (const place of set) expect(readStatus(encoded, place)).to.equal('set');
      for (let times = 0; times < 40; times++) {
        const place = random.below(statusListPlaces);
        expect(readStatus(encoded, place), `place ${place}`).to.equal(set.has(place) ? 'set' : 'clear');
      }
      const count = unpacked(encoded).reduce(
        (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
        0,
      );
      expect(count).to.equal(set.size);
    }
  });
});

describe('pairedPlace', () => {
  it('given any place of a byte, gives the mirrored one of the same byte, and back', () => {
    for (let index = 0; index < 32; index++) {
      expect(pairedPlace(index) >> 3).to.equal(index >> 3);
      expect((pairedPlace(index) & 7) + (index & 7)).to.equal(7);
      expect(pairedPlace(pairedPlace(index))).to.equal(index);
    }
  });
});

describe('readStatus', () => {
  it('given a larger list of others, counts from the left end', () => {
    const bits = Buffer.alloc(32_768);
    bits[20_000] = 0b0100_0000;
    expect(readStatus(packed(bits), 160_001)).to.equal('set');
    expect(readStatus(packed(bits), 160_006)).to.equal('clear');
  });

  it('given a list of fewer places than a crowd, says so', () => {
    expect(readStatus(packed(Buffer.alloc(16_383)), 0)).to.equal('list-too-short');
    expect(readStatus(packed(Buffer.alloc(0)), 0)).to.equal('list-too-short');
  });

  for (const index of [131_072, -1, 1.5, NaN]) {
    it(`given the place ${index}, says it is outside`, () => {
      expect(readStatus(encodeStatusList([]), index)).to.equal('place-outside');
    });
  }

  it('given a list that unpacks to more than 16 MiB, refuses without unpacking it all', () => {
    expect(readStatus(packed(Buffer.alloc(17 * 1024 * 1024)), 0)).to.equal('list-malformed');
    expect(readStatus(packed(Buffer.alloc(16 * 1024 * 1024)), 0)).to.equal('clear');
  });

  const encoded = encodeStatusList([]);
  const malformed = {
    nothing: '',
    'no prefix': encoded.slice(1),
    'another prefix': `z${encoded.slice(1)}`,
    'base64 instead of base64url': `u${Buffer.from(encoded.slice(1), 'base64url').toString('base64')}`,
    'no GZIP': `u${Buffer.from('hello').toString('base64url')}`,
    'a list cut off': encoded.slice(0, -12),
    'a space': `${encoded} `,
  };
  for (const [what, text] of Object.entries(malformed)) {
    it(`given ${what}, finds it malformed`, () => {
      expect(readStatus(text, 0)).to.equal('list-malformed');
    });
  }
});
