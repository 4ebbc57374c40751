/** https://www.rfc-editor.org/rfc/rfc7493 (I-JSON), https://www.rfc-editor.org/rfc/rfc8259 */
import { expect } from 'chai';
import { readJson } from '../../../src/documents/json/read-json.js';
import { seededRandom } from '../seeded-random.js';

const faultOf = (text: string): string => {
  const reading = readJson(text);
  return reading.ok ? 'none' : reading.fault;
};

describe('readJson', () => {
  const readable = [
    '{}',
    '[]',
    '""',
    ' { "a" : [ 1 , -2.5 , 1e3, true , false , null ] } \n',
    '{"é":"\\u00e9\\n\\ud83c\\udf31 🌱","":{"":[]}}',
    '{"constructor":1,"toString":2,"hasOwnProperty":3}',
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
  ];
  for (const text of readable) {
    it(`given ${text.trim()}, reads what JSON.parse reads`, () => {
      const reading = readJson(text);
      expect(reading).to.include({ ok: true });
      if (reading.ok) expect(reading.value).to.deep.equal(JSON.parse(text));
    });
  }

  const faults: Record<string, string[]> = {
    'duplicate-key': ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '[{"x":{"é":1,"\\u00e9":2}}]'],
    'refused-key': ['{"__proto__":{"type":"x"}}', '{"\\u005f_proto__":1}', '[{"a":{"__proto__":null}}]'],
    'lone-surrogate': ['"\\ud83c"', '["\\udf31\\ud83c"]', '{"\\ud800":1}', '"\ud83c"'],
    'unsafe-number': ['9007199254740993', '[1e400]', '{"a":-1e999}', '123456789012345678901234567890'],
    'too-deep': [
      '['.repeat(100) + ']'.repeat(100),
      '{"a":'.repeat(100) + '1' + '}'.repeat(100),
      '['.repeat(1e6),
    ],
    syntax: [
      '',
      ' ',
      '{',
      '}',
      '[1,]',
      '{"a":1,}',
      '{,}',
      '{"a"}',
      '{a:1}',
      "{'a':1}",
      '{"a":1}{"b":2}',
      '[1] x',
      '01',
      '+1',
      '.5',
      '1.',
      '1e',
      '0x10',
      '--1',
      'NaN',
      'Infinity',
      'tru',
      'nulL',
      '"a',
      '"\\"',
      '"\\x"',
      '"\\u12g4"',
      '"a\nb"',
      '"a\tb"',
      '"\u0000"',
      '/* a */ 1',
      '\u00a01',
      '\ufeff1',
    ],
  };
  for (const [fault, texts] of Object.entries(faults)) {
    for (const text of texts) {
      it(`given ${JSON.stringify(text.slice(0, 40))}, tells ${fault}`, () => {
        expect(faultOf(text)).to.equal(fault);
      });
    }
  }

  it('given numbers such as 3.0, reads them and counts them', () => {
    expect(readJson('[3.0, 3e0, 30e-1, 3, -0, 2.5, 1E2]')).to.include({ ok: true, oddNumbers: 4 });
  });

  it('given a fault, tells its place', () => {
    expect(readJson('{"ab": 1, "ab": 2}')).to.deep.equal({ ok: false, fault: 'duplicate-key', at: 10 });
  });

  for (const piece of ['"', '\\"', '{"a":', '[[', '1', ' ', '-', '"\\u00e9",', '{},']) {
    it(`given a megabyte of ${piece}, answers soon`, () => {
      const begun = Date.now();
      readJson('[' + piece.repeat(Math.floor(1_000_000 / piece.length)));
      expect(Date.now() - begun).to.be.lessThan(3000);
    });
  }

  it('given 3,000 random texts, agrees with JSON.parse wherever it reads', () => {
    const random = seededRandom('readJson against JSON.parse');
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '2.5',
      '-',
      'e',
      '.',
      'true',
      'null',
      ' ',
      '\\',
      '"',
    ];
    let read = 0;
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + random.below(8) }, () => random.oneOf(pieces)).join('');
      const reading = readJson(text);
      let expected: unknown;
      let valid = true;
      try {
        expected = JSON.parse(text);
      } catch {
        valid = false;
      }
      if (reading.ok) {
        read += 1;
        expect(valid, text).to.equal(true);
        expect(reading.value, text).to.deep.equal(expected);
      } else if (valid) {
        expect(reading.fault, text).to.be.oneOf(['duplicate-key', 'unsafe-number']);
      }
    }
    expect(read).to.be.greaterThan(50);
  });
});
