import { expect } from 'chai';
import { z } from 'zod';
import { fieldFaults } from '../../src/shared/field-faults.js';

const schema = z.object({
  name: z.string().min(1).max(3),
  password: z.string().min(12),
  page: z.url(),
  mail: z.email(),
  kind: z.enum(['a', 'b']),
  hours: z.number().min(0),
  list: z.array(z.object({ id: z.string() })).max(1),
});
const faultsOf = (form: object) => {
  const fine = {
    name: 'x',
    password: 'x'.repeat(12),
    page: 'https://x.example',
    mail: 'a@b.example',
    kind: 'a',
    hours: 1,
    list: [],
  };
  const parsed = schema.safeParse({ ...fine, ...form }, { reportInput: true });
  return parsed.success ? {} : fieldFaults(parsed.error);
};

describe('field faults', () => {
  const cases: [string, object, object][] = [
    ['nothing is wrong', {}, {}],
    ['a text is empty', { name: '' }, { name: 'required' }],
    ['a field is absent', { name: undefined }, { name: 'required' }],
    ['a text is too long', { name: 'xxxx' }, { name: 'too-long' }],
    ['a text is too short', { password: 'x' }, { password: 'too-short' }],
    ['an address is none', { page: 'x' }, { page: 'not-an-address' }],
    ['a mail address is none', { mail: 'x' }, { mail: 'not-an-email' }],
    ['a choice is unknown', { kind: 'c' }, { kind: 'unknown-choice' }],
    ['a number is negative', { hours: -1 }, { hours: 'out-of-range' }],
    ['a number is a text', { hours: '1' }, { hours: 'invalid' }],
    ['a list is too long', { list: [{ id: '1' }, { id: '2' }] }, { list: 'too-many' }],
    ['a part of a list is wrong', { list: [{}] }, { 'list.0.id': 'required' }],
  ];
  for (const [when, form, expected] of cases) {
    it(`when ${when}, then the form is told so`, () => {
      expect(faultsOf(form)).to.deep.equal(expected);
    });
  }
});
