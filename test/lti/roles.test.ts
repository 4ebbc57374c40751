import { expect } from 'chai';
import { personName } from '../../src/lti/person-name.js';
import { rolesFrom } from '../../src/lti/roles.js';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const institution = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#';
const system = 'http://purl.imsglobal.org/vocab/lis/v2/system/person#';

/** T teaches, L learns, A administers. */
const letters = (roles: string[]): string => {
  const { teaches, learns, administers } = rolesFrom(roles);
  return `${teaches ? 'T' : ''}${learns ? 'L' : ''}${administers ? 'A' : ''}`;
};

describe('roles', () => {
  const cases: [string, string[], string][] = [
    ['none', [], ''],
    ['a learner', [`${membership}#Learner`], 'L'],
    ['a teacher', [`${membership}#Instructor`], 'T'],
    ['both', [`${membership}#Instructor`, `${membership}#Learner`], 'TL'],
    ['a teaching assistant, as sub-role alone', [`${membership}/Instructor#TeachingAssistant`], 'T'],
    ['a guest learner, as sub-role alone', [`${membership}/Learner#GuestLearner`], 'L'],
    ['a learner who instructs others (a sub-role of Learner)', [`${membership}/Learner#Instructor`], 'L'],
    ['Moodle’s short Learner', ['Learner'], 'L'],
    ['Moodle’s short Instructor', ['Instructor'], 'T'],
    ['LTI 1.1’s learner', ['urn:lti:role:ims/lis/Learner'], 'L'],
    ['LTI 1.1’s assistant', ['urn:lti:role:ims/lis/TeachingAssistant/Grader'], 'T'],
    ['Canvas’s learner', [`${institution}Student`, `${membership}#Learner`, `${system}User`], 'L'],
    [
      'a professor who takes a course',
      [`${institution}Instructor`, `${institution}Faculty`, `${membership}#Learner`],
      'L',
    ],
    ['an instructor of the institution, not in this course', [`${institution}Instructor`], ''],
    ['a student of the institution, not in this course', [`${institution}Student`], ''],
    ['a mentor or observer', [`${membership}#Mentor`, `${institution}Observer`], ''],
    ['a course designer', [`${membership}#ContentDeveloper`], ''],
    [
      'a member, manager or officer',
      ['Member', 'Manager', 'Officer'].map((role) => `${membership}#${role}`),
      '',
    ],
    ['an administrator of the institution', [`${institution}Administrator`], 'A'],
    ['an administrator of the system', [`${system}Administrator`, `${system}SysAdmin`], 'A'],
    [
      'LTI 1.1’s administrators',
      ['urn:lti:instrole:ims/lis/Administrator', 'urn:lti:sysrole:ims/lis/SysAdmin'],
      'A',
    ],
    [
      'Moodle’s site administrator in a course',
      [`${institution}Administrator`, `${membership}#Instructor`, `${system}Administrator`],
      'TA',
    ],
    [
      'Canvas’s student view',
      [`${membership}#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'],
      '',
    ],
    ['names of another server', ['https://evil.example/vocab/lis/v2/membership#Instructor'], ''],
    [
      'names that merely end alike',
      [`${membership}#NotInstructor`, 'xInstructor', `${institution}x#Administrator`],
      '',
    ],
    ['empty and odd names', ['', '#', 'Instructor extra', `${membership}#`], ''],
  ];
  for (const [who, roles, expected] of cases) {
    it(`${who}, read, counts as ${expected || 'nothing'}`, () => {
      expect(letters(roles)).to.equal(expected);
    });
  }
});

describe('names of people', () => {
  it('a name told whole, in parts or not at all, read, is one line or undefined', () => {
    expect(personName({ name: '  Ada \n Learner ' })).to.equal('Ada   Learner');
    expect(personName({ given_name: 'Ada', family_name: 'Learner' })).to.equal('Ada Learner');
    expect(personName({ name: ' ', family_name: 'Learner' })).to.equal('Learner');
    expect(personName({})).to.equal(undefined);
  });
});
