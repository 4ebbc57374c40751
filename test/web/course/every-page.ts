/** Every page of a course as each person finds it, with something to show on each: for tests that look at all of them. */
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { Launch } from '../../../src/domain/courses/launch.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition, aMicroCredential, aVersion } from '../../support/builders/a-definition.js';
import { anAward, anIssuedAward } from '../../support/builders/an-award.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { aRosterMember, scriptedLms } from '../../support/memory/scripted-lms.js';
import { basis } from './claim-world.js';
import { groups, now, startCourse } from './course-web.js';
import { listed, type PageOfCourse } from './page-of-course.js';
import { withOutcomes } from './pages-with-outcomes.js';
import { withJury } from './pages-with-jury.js';
import { withEndorsements } from './pages-with-endorsements.js';
import { withRecords } from './pages-with-records.js';
import { reviewed } from './reviewed-awards.js';

const idOf = (number: number): string => `award-${String(number).padStart(16, '0')}`;
const lineItem = { url: 'https://moodle.example.org/lineitems/1', maximum: 20, label: 'Badge' };
const threeWays: AwardRule = {
  kind: 'any',
  of: [
    { kind: 'restricted-activity', linkId: 'link-2' },
    { kind: 'own-line-item', linkId: 'link-1', thresholdPoints: 10 },
    { kind: 'examiner-confirmation', notBefore: '2026-06-01' },
  ],
};
const nested: AwardRule = {
  kind: 'at-least',
  count: 2,
  of: [
    { kind: 'own-line-item', linkId: 'link-1', thresholdPercent: 72.5, notAfter: '2027-06-30' },
    threeWays,
  ],
};
const twoActivities = () =>
  memoryCourses(
    aCourse({
      links: [
        { id: 'link-1', title: 'Claim your badge', lineItemUrl: lineItem.url },
        { id: 'link-2', title: 'Final assignment' },
      ],
    }),
  );
const returnUrl = 'https://moodle.example.org/course/view.php?id=2';

/** Close each different `web` afterwards. @param locale language that the launches tell */
export async function everyPage(locale: string): Promise<PageOfCourse[]> {
  const found: PageOfCourse[] = [];
  const worlds = [
    ...[nothingYet, beginning, published, learners],
    ...[withRecords, withOutcomes, withJury, onCanvas, reviewed, withEndorsements],
  ];
  for (const world of worlds) found.push(...(await world(locale)));
  return found;
}

async function nothingYet(locale: string): Promise<PageOfCourse[]> {
  const web = await startCourse({ microCredential: null });
  const teacher = listed(web, await web.teacher({ locale }));
  const learner = listed(web, await web.learner({ locale, returnUrl }));
  const nobody = { teaches: false, learns: false, administers: false };
  const guest = listed(web, await web.comes({ locale, roles: nobody }));
  const administrator = listed(web, await web.comes({ locale, roles: { ...nobody, administers: true } }));
  return [
    teacher('start', 'credential'),
    teacher('roster-unpublished', 'roster'),
    teacher('preview-unpublished', 'preview'),
    learner('progress-nothing', 'progress'),
    guest('no-role', ''),
    administrator('administrator', ''),
  ];
}

/** A draft with gaps, of an institution that may not award ECTS. */
async function beginning(locale: string): Promise<PageOfCourse[]> {
  const definition = aDefinition({
    title: { en: 'Master of data' },
    description: {},
    outcomes: [],
    rule: undefined,
    workload: { ects: '0.5' },
    furtherAwardingBodies: [{ legalName: 'Haute École d’Exemple', country: 'BE' }],
  });
  const draft = { definition, changedAt: now, changedBy: 'teacher-1' };
  const web = await startCourse({
    microCredential: aMicroCredential({ versions: [], draft }),
    mayAwardEcts: false,
  });
  const teacher = listed(web, await web.teacher({ locale }));
  return [
    teacher('draft', 'credential'),
    teacher('draft-saved', 'credential?done=saved'),
    teacher('preview-of-beginning', 'preview'),
    teacher('dry-run-of-nothing', 'credential/dry-run'),
    ...groups.map((group) => teacher(`begun-${group}`, `credential/${group}`)),
  ];
}

/** Version 1 is published, version 2 is a draft that asks for restricted access; learners stand at every point. */
async function published(locale: string): Promise<PageOfCourse[]> {
  const definition = aDefinition({
    rule: threeWays,
    prerequisites: 'None',
    stackability: { kind: 'stackable', towards: 'Certificate in data science' },
    furtherInformation: { text: 'Taught in spring.', url: 'https://univ.example.org/data' },
    validMonths: 36,
  });
  const roster = [
    'none',
    'below',
    'met',
    'offered',
    'issued',
    'revoked',
    'Wilhelmina Longworthy-Featherstonehaugh van den Broeck',
  ].map((one) => aRosterMember(one, { name: `Learner ${one}` }));
  const lms = scriptedLms({
    roster,
    listed: { 'link-2': roster },
    lineItem,
    results: [{ subject: 'below', score: 4, maximum: 20 }],
  });
  const awards = [
    anAward({ id: idOf(1), subject: 'offered' }),
    anIssuedAward({ id: idOf(2), subject: 'issued' }),
    anIssuedAward({
      id: idOf(3),
      subject: 'revoked',
      state: 'revoked',
      revokedAt: now,
      revocationReason: 'The project was copied.',
    }),
    anIssuedAward({
      id: idOf(5),
      subject: 'suspended',
      state: 'suspended',
      suspension: { at: now, reason: 'The examination is being looked into.' },
    }),
  ];
  const microCredential = aMicroCredential({ versions: [aVersion(definition)] });
  const web = await startCourse({ microCredential, awards, services: { lms, courses: twoActivities() } });
  await web.confirm('met', true);
  await web.confirm('below', false);
  const teacher = listed(web, await web.teacher({ locale }));
  const away = await startCourse({
    microCredential,
    services: { lms: scriptedLms({ roster: new Problem('lms-refused') }), courses: twoActivities() },
  });
  await away.learner();
  const next = await startCourse({
    microCredential: { ...microCredential, draft: { definition, changedAt: now, changedBy: 'teacher-1' } },
    services: { lms, courses: twoActivities() },
  });
  const byHand = { byHand: true, changedAt: now, changedBy: 'teacher-1' };
  const first = await startCourse({
    microCredential: { ...microCredential, offering: byHand },
    services: { lms, courses: twoActivities() },
  });
  await first.confirm('met', true);
  const looking = listed(first, await first.teacher({ locale }));
  const drafting = listed(next, await next.teacher({ locale }));
  return [
    teacher('published', 'credential?done=published'),
    teacher('preview', 'preview'),
    teacher('write-back', 'credential/write-back?done=off'),
    teacher('roster', 'roster'),
    teacher('roster-nobody', 'roster?state=unknown'),
    teacher('roster-confirmed', 'roster?done=confirmed&who=met'),
    teacher('revoke', `roster/revoke/${idOf(2)}`),
    teacher('correct', `roster/correct/${idOf(2)}`),
    teacher('suspend', `roster/suspend/${idOf(2)}`),
    teacher('resume', `roster/resume/${idOf(5)}`),
    teacher('take-back', `roster/revoke/${idOf(1)}`),
    teacher('confirm-many', 'roster/confirm-many?all=yes'),
    teacher('offering', 'credential/offering?done=itself'),
    looking('roster-by-hand', 'roster'),
    looking('offer', 'roster/offer?all=yes'),
    listed(away, await away.teacher({ locale }))('roster-trouble', 'roster'),
    drafting('preview-of-draft', 'preview?of=draft'),
    drafting('next-draft', 'credential'),
    drafting('dry-run', 'credential/dry-run'),
    ...groups.map((group) => drafting(`full-${group}`, `credential/${group}`)),
  ];
}

async function learners(locale: string): Promise<PageOfCourse[]> {
  const microCredential = aMicroCredential({ versions: [aVersion({ rule: nested })] });
  const issued = (id: number, subject: string, more: Parameters<typeof anIssuedAward>[0] = {}) =>
    anIssuedAward({ id: idOf(id), subject, ...more });
  const gone = { state: 'revoked', revokedAt: now, revocationReason: 'The project was copied.' } as const;
  const web = await startCourse({
    microCredential,
    awards: [
      anAward({ id: idOf(1), subject: 'offered', basis }),
      anAward({ id: idOf(2), subject: 'withdrawn', ...gone }),
      issued(3, 'holder', { expiresAt: new Date('2029-11-20T09:00:00Z') }),
      issued(4, 'public', { public: true }),
      issued(5, 'revoked', gone),
      issued(6, 'expired', { expiresAt: new Date('2026-11-21T09:00:00Z') }),
      issued(7, 'signed-again', { signedAgainAt: now }),
    ],
    services: {
      lms: scriptedLms({
        roster: [aRosterMember('learner-1'), aRosterMember('learner-2')],
        listed: { 'link-2': [aRosterMember('learner-2')] },
        lineItem,
        results: [{ subject: 'learner-1', score: 12.5, maximum: 20 }],
      }),
      courses: twoActivities(),
    },
  });
  const as = async (subject: string, more: Partial<Launch> = {}) =>
    listed(
      web,
      await web.learner({
        locale,
        returnUrl,
        person: { subject, name: 'Ada Learner', email: 'ada@example.org' },
        ...more,
      }),
    );
  await web.comes({ roles: asTeacher, person: { subject: 'taught' } });
  const both = { ...asLearner, teaches: true };
  return [
    (await as('learner-1'))('progress-not-met', 'progress'),
    (await as('offered'))('progress-offered', 'progress'),
    (await as('offered'))('claim', 'claim'),
    (await as('offered', { person: { subject: 'offered' } }))('claim-unnamed', 'claim'),
    (await as('withdrawn'))('progress-withdrawn', 'progress'),
    (await as('taught'))('progress-taught', 'progress'),
    (await as('both', { roles: both }))('progress-both', 'progress'),
    (await as('holder'))('award', 'award'),
    (await as('public'))('award-public', 'award?done=made-public'),
    (await as('revoked'))('award-revoked', 'award'),
    (await as('expired'))('award-expired', 'award'),
    (await as('signed-again'))('award-signed-again', 'award'),
  ];
}

async function onCanvas(locale: string): Promise<PageOfCourse[]> {
  const draft = { definition: aDefinition(), changedAt: now, changedBy: 'teacher-1' };
  const web = await startCourse({
    microCredential: aMicroCredential({ versions: [], draft }),
    platform: { family: 'canvas' },
  });
  const teacher = listed(web, await web.teacher({ locale }));
  return [teacher('canvas-passing', 'credential/passing')];
}
