import { expect } from 'chai';
import { changeInstitution } from '../../../src/domain/institutions/change-institution.js';
import { readIdentifier } from '../../../src/domain/institutions/identifier-rules.js';
import { readInstitution } from '../../../src/domain/institutions/institution-input.js';
import type { Institution, LegalIdentifier } from '../../../src/domain/institutions/institution.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-24T10:00:00Z');

/** scheme, as typed, as kept or the fault, country. */
const cases: [string, string, string, string?][] = [
  // of real organisations, as the registry tells them
  ['ror', 'https://ror.org/03d1maw17', 'https://ror.org/03d1maw17'],
  ['ror', '05a28rw58', 'https://ror.org/05a28rw58'],
  ['ror', 'ror.org/02JX3X895/', 'https://ror.org/02jx3x895'],
  ['ror', 'https://ror.org/052gg0110', 'https://ror.org/052gg0110'],
  ['ror', 'https://ror.org/03d1maw18', 'mistyped'],
  ['ror', '03d1mwa17', 'mistyped'],
  ['ror', '13d1maw17', 'invalid'],
  ['ror', '03d1maw1', 'invalid'],
  ['ror', '03d1mao17', 'invalid'],
  ['ror', 'https://evil.example/03d1maw17', 'invalid'],
  ['ror', 'javascript:alert(1)', 'invalid'],
  ['vat', 'BE0409892023', 'BE0409892023'],
  ['vat', 'BE 0409.892.023', 'BE0409892023'],
  ['vat', '0409892023', '0409892023'],
  ['vat', 'be0409892023', 'BE0409892023'],
  ['vat', 'BE409892023', 'invalid'],
  ['vat', 'FR12345678901', 'invalid'],
  ['vat', 'FR12345678901', 'FR12345678901', 'FR'],
  ['vat', 'BE123456789', 'BE123456789', 'FR'],
  ['vat', 'EL 094 259 216', 'EL094259216', 'GR'],
  ['vat', 'GR094259216', 'invalid', 'GR'],
  ['vat', 'NL000099998B57', 'NL000099998B57', 'NL'],
  ['vat', 'IE6433435F', 'IE6433435F', 'IE'],
  ['vat', 'IE6433435OA', 'IE6433435OA', 'IE'],
  ['vat', 'ATU12345675', 'ATU12345675', 'AT'],
  ['vat', 'AT12345675', 'invalid', 'AT'],
  ['vat', 'GB999 9999 73', 'GB999999973', 'GB'],
  ['vat', 'CHE-123.456.788 MWST', 'CHE123456788MWST', 'CH'],
  ['vat', 'none', 'invalid', 'CH'],
  ['vat', '٠٤٠٩٨٩٢٠٢٣', 'invalid'],
  ['deqar', 'deqarinst0034', 'DEQARINST0034'],
  ['deqar', 'DEQARINST 4711', 'DEQARINST4711'],
  ['deqar', '0034', 'invalid'],
  ['deqar', 'DEQARREP0034', 'invalid'],
  ['erasmus', 'B  NAMUR01', 'B  NAMUR01'],
  ['erasmus', 'b namur01', 'B  NAMUR01'],
  ['erasmus', 'IRLDUBLIN02', 'IRLDUBLIN02'],
  ['erasmus', 'LUXLUX-VIL01', 'LUXLUX-VIL01'],
  ['erasmus', 'UK LONDON056', 'UK LONDON056'],
  ['erasmus', 'E  L-PALMA01', 'E  L-PALMA01'],
  ['erasmus', 'B NAMUR', 'invalid'],
  ['erasmus', '10101010-ECHE', 'invalid'],
  ['national', '0409.892.023', '0409.892.023'],
  ['other', 'whatever it is', 'whatever it is'],
];

describe('the identifiers of an institution', () => {
  for (const [scheme, typed, told, country = 'BE'] of cases)
    it(`${scheme} "${typed}", when it is read in ${country}, then is ${told}`, () => {
      const read = readIdentifier({ scheme, value: typed }, country);
      expect('value' in read ? read.value : read.fault).to.equal(told);
    });

  it('a letter of a ROR identifier, when it is any other one, then is found out, but for what nobody can tell', () => {
    const id = '03d1maw17';
    const letters = [...'0123456789abcdefghjkmnpqrstvwxyz'];
    for (let at = 1; at < 7; at += 1)
      for (const letter of letters.filter((one) => one !== id[at])) {
        const value = id.slice(0, at) + letter + id.slice(at + 1);
        expect(readIdentifier({ scheme: 'ror', value }, 'BE'), value).to.deep.equal({ fault: 'mistyped' });
      }
  });

  it('an institution, when several of them have faults, then each is told at its place, with the other faults', async () => {
    const institution = { ...anInstitution(), legalName: '' };
    const identifiers = [
      { scheme: 'vat', value: 'BE0409892023' },
      { scheme: 'ror', value: '03d1maw18' },
      { scheme: 'erasmus', value: 'x' },
    ];
    const problem = await thrownProblem(async () => readInstitution({ ...institution, identifiers }));
    expect(problem.facts['fields']).to.deep.equal({
      legalName: 'required',
      'identifiers.1.value': 'mistyped',
      'identifiers.2.value': 'invalid',
    });
  });

  it('one of before there were rules, when something else is changed, then stays; another value in its place has to be right', async () => {
    const old: LegalIdentifier[] = [
      { scheme: 'ror', value: 'our ROR' },
      { scheme: 'grid', value: 'grid.6520.1' },
    ];
    const institution: Institution = anInstitution({ identifiers: old });
    const deps = { institutions: memoryInstitutions(institution), clock: () => now };
    const { id } = institution;
    const changed = await changeInstitution(deps, {
      id,
      institution: { ...institution, legalName: 'Renamed' },
    });
    expect([changed.legalName, changed.identifiers]).to.deep.equal(['Renamed', old]);
    const identifiers = [{ scheme: 'ror', value: 'our new ROR' }];
    const problem = await thrownProblem(() =>
      changeInstitution(deps, { id, institution: { ...institution, identifiers } }),
    );
    expect(problem.facts['fields']).to.deep.equal({ 'identifiers.0.value': 'invalid' });
  });
});
