import { expect } from 'chai';
import type { AwardRule } from '../../../src/domain/micro-credentials/award-rule.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import { draftReview } from '../../../src/domain/micro-credentials/draft-review.js';
import { currentVersion } from '../../../src/domain/micro-credentials/micro-credential.js';
import { publishVersion } from '../../../src/domain/micro-credentials/publish-version.js';
import { saveDraft } from '../../../src/domain/micro-credentials/save-draft.js';
import { startDraft } from '../../../src/domain/micro-credentials/start-draft.js';
import { startNextVersion } from '../../../src/domain/micro-credentials/start-next-version.js';
import { Problem } from '../../../src/shared/problem.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aDefinition } from '../../support/builders/a-definition.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { countedIds } from '../../support/counted-ids.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { thrownProblem } from '../../support/thrown-problem.js';

const now = new Date('2026-11-20T08:00:00Z');
const world = (family: 'moodle' | 'canvas' = 'moodle') => ({
  microCredentials: memoryMicroCredentials(),
  institutions: memoryInstitutions(anInstitution()),
  courses: memoryCourses(aCourse()),
  platforms: memoryPlatforms(aPlatform({ family })),
  newId: countedIds(),
  clock: () => now,
});
const start = {
  course: aCourse(),
  linkId: 'link-1',
  linkTitle: ' Claim\tyour badge ',
  by: 'teacher-1',
  language: 'fr-BE',
};

/** A draft that holds a complete definition. */
async function completeDraft(deps: ReturnType<typeof world>, changes: Partial<DraftDefinition> = {}) {
  const { id, revision } = await startDraft(deps, start);
  return saveDraft(deps, { id, revision, changes: { ...aDefinition(), ...changes }, by: 'teacher-1' });
}

describe('start a draft', () => {
  it('when the activity has none, then it is prefilled from course and institution', async () => {
    const { draft, versions } = await startDraft(world(), start);
    expect(draft?.definition).to.deep.include({
      language: 'fr',
      title: { fr: 'Data Literacy' },
      outcomes: [],
    });
    expect(draft?.definition.qualityAssurance).to.deep.equal(anInstitution().qualityAssurance);
    expect(versions).to.deep.equal([]);
  });

  it('when the course has no title or the language is rubbish, then the link’s and English serve', async () => {
    const course = aCourse({ title: ' ' });
    const { draft } = await startDraft(world(), { ...start, course, language: '???' });
    expect(draft?.definition.title).to.deep.equal({ en: 'Claim your badge' });
  });

  it('when two teachers begin at once, then both get the same one', async () => {
    const deps = world();
    const [one, two] = await Promise.all([
      startDraft(deps, start),
      startDraft(deps, { ...start, by: 'teacher-2' }),
    ]);
    expect(two).to.deep.equal(one);
  });

  it('when the institution is gone, then it is not found', async () => {
    const deps = { ...world(), institutions: memoryInstitutions() };
    expect((await thrownProblem(() => startDraft(deps, start))).code).to.equal('not-found');
  });
});

describe('start a draft while the store fails', () => {
  it('when it is away, then that is told, and not taken for a second teacher', async () => {
    const deps = world();
    const add = () => Promise.reject(new Problem('storage-unavailable'));
    const broken = { ...deps, microCredentials: { ...deps.microCredentials, add } };
    expect((await thrownProblem(() => startDraft(broken, start))).code).to.equal('storage-unavailable');
  });
});

describe('save a draft', () => {
  it('when some fields are named, then the others stay and undefined empties', async () => {
    const deps = world();
    const draft = await completeDraft(deps);
    const saved = await saveDraft(deps, {
      id: draft.id,
      revision: draft.revision,
      changes: { level: undefined, title: { en: 'Other\u0000 title' } },
      by: 'teacher-2',
    });
    expect(saved.draft?.definition.level).to.equal(undefined);
    expect(saved.draft?.definition.title).to.deep.equal({ en: 'Other title' });
    expect(saved.draft?.definition.outcomes).to.have.length(2);
    expect(saved.draft?.changedBy).to.equal('teacher-2');
    expect(saved.revision).to.equal(draft.revision + 1);
  });

  it('when the page is older than the draft, then the save is refused with the revision now', async () => {
    const deps = world();
    const draft = await completeDraft(deps);
    const problem = await thrownProblem(() =>
      saveDraft(deps, { id: draft.id, revision: draft.revision - 1, changes: {}, by: 't' }),
    );
    expect(problem.code).to.equal('micro-credential-changed-elsewhere');
    expect(problem.facts).to.deep.equal({ current: draft.revision });
  });

  it('when two save at once, then one of them is refused and nothing is mixed', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    const save = (en: string) => saveDraft(deps, { id, revision, changes: { title: { en } }, by: en });
    const outcomes = await Promise.allSettled([save('one'), save('two')]);
    expect(outcomes.map((one) => one.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
  });

  const deep = (depth: number): AwardRule =>
    depth === 0 ? { kind: 'examiner-confirmation' } : { kind: 'all', of: [deep(depth - 1)] };
  const outcome = { id: 'o1', text: {}, assessmentId: '' };
  const faults: [string, Partial<DraftDefinition>, Record<string, string>][] = [
    ['a title of 301 characters', { title: { en: 'x'.repeat(301) } }, { title: 'too-long' }],
    ['ECTS with a comma', { workload: { ects: '1,5' } }, { 'workload.ects': 'invalid' }],
    ['negative hours', { workload: { hours: -1 } }, { 'workload.hours': 'out-of-range' }],
    ['an EQF level of 9', { level: { kind: 'eqf', eqf: 9 } }, { 'level.eqf': 'out-of-range' }],
    ['two outcomes with one id', { outcomes: [outcome, outcome] }, { 'outcomes.1.id': 'repeated' }],
    ['a rule nested without end', { rule: deep(4000) }, { rule: 'invalid' }],
    [
      'a threshold above 100',
      { rule: { kind: 'own-line-item', linkId: 'l', thresholdPercent: 101 } },
      { 'rule.thresholdPercent': 'out-of-range' },
    ],
    [
      'a javascript address',
      { furtherInformation: { url: 'javascript:alert(1)' } },
      { 'furtherInformation.url': 'not-an-address' },
    ],
  ];
  for (const [what, changes, fields] of faults) {
    it(`when it holds ${what}, then that field is refused and nothing is saved`, async () => {
      const deps = world();
      const { id, revision } = await completeDraft(deps);
      const problem = await thrownProblem(() => saveDraft(deps, { id, revision, changes, by: 't' }));
      expect(problem.code).to.equal('request-invalid');
      expect(problem.facts.fields).to.deep.equal(fields);
      expect((await deps.microCredentials.byId(id))?.revision).to.equal(revision);
    });
  }

  it('when it is unknown, then it is not found', async () => {
    const input = { id: 'x', revision: 1, changes: {}, by: 't' };
    expect((await thrownProblem(() => saveDraft(world(), input))).code).to.equal('not-found');
  });
});

describe('publish a version', () => {
  it('when nothing is missing, then version 1 is frozen and the draft is gone', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    const published = await publishVersion(deps, { id, revision, by: 'teacher-1' });
    expect(published.draft).to.equal(undefined);
    expect(currentVersion(published)).to.deep.include({
      number: 1,
      publishedAt: now,
      publishedBy: 'teacher-1',
    });
    expect(currentVersion(published)?.definition.title).to.deep.equal(aDefinition().title);
  });

  it('when elements are missing, then it is refused with the list and stays a draft', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps, { participation: undefined, rule: undefined });
    const problem = await thrownProblem(() => publishVersion(deps, { id, revision, by: 't' }));
    expect(problem.code).to.equal('micro-credential-incomplete');
    expect(problem.facts.missing).to.deep.equal([
      { element: 'M10', field: 'participation', code: 'participation-empty' },
      { element: 'rule', field: 'rule', code: 'rule-empty' },
    ]);
    expect((await deps.microCredentials.byId(id))?.draft).not.to.equal(undefined);
  });

  it('when the course is on Canvas, then a restricted activity keeps it from being published', async () => {
    const deps = world('canvas');
    const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
    const { id, revision } = await completeDraft(deps, { rule });
    const problem = await thrownProblem(() => publishVersion(deps, { id, revision, by: 't' }));
    expect(problem.code).to.equal('micro-credential-incomplete');
  });

  it('when somebody saved meanwhile, or it is published twice, then it changed elsewhere', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    const publish = () => publishVersion(deps, { id, revision, by: 't' });
    const outcomes = await Promise.allSettled([publish(), publish()]);
    expect(outcomes.map((one) => one.status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    const problem = await thrownProblem(publish);
    expect(problem.code).to.equal('micro-credential-changed-elsewhere');
    expect((await deps.microCredentials.byId(id))?.versions).to.have.length(1);
  });

  it('when it, its institution or its course is gone, then it is not found', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    const publish = (over: Partial<typeof deps>, of = id) =>
      thrownProblem(() => publishVersion({ ...deps, ...over }, { id: of, revision, by: 't' }));
    const none = { institutions: memoryInstitutions() };
    for (const problem of [
      await publish({}, 'x'),
      await publish(none),
      await publish({ courses: memoryCourses() }),
      await publish({ platforms: memoryPlatforms() }),
    ])
      expect(problem.code).to.equal('not-found');
    const draft = await deps.microCredentials.byId(id);
    if (!draft) throw new Error('the draft is kept');
    expect((await thrownProblem(() => draftReview({ ...deps, ...none }, draft))).code).to.equal('not-found');
  });

  it('when the draft is changed afterwards, then the version holds no part of it', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    const before = structuredClone((await publishVersion(deps, { id, revision, by: 't' })).versions);
    const next = await startNextVersion(deps, { id, by: 't' });
    next.draft?.definition.outcomes.splice(0);
    await saveDraft(deps, { id, revision: next.revision, changes: { outcomes: [] }, by: 't' });
    expect((await deps.microCredentials.byId(id))?.versions).to.deep.equal(before);
  });
});

describe('start the next version', () => {
  it('when one is published, then its copy is the draft and publishing makes version 2, version 1 as it was', async () => {
    const deps = world();
    const first = await completeDraft(deps);
    const one = await publishVersion(deps, { id: first.id, revision: first.revision, by: 't' });
    const draft = await startNextVersion(deps, { id: first.id, by: 'teacher-2' });
    expect(draft.draft?.definition).to.deep.equal(one.versions[0]?.definition);
    const changes = { title: { en: 'Second' } };
    const saved = await saveDraft(deps, { id: first.id, revision: draft.revision, changes, by: 't' });
    const two = await publishVersion(deps, { id: first.id, revision: saved.revision, by: 't' });
    expect(two.versions.map((version) => version.number)).to.deep.equal([1, 2]);
    expect(two.versions[0]).to.deep.equal(one.versions[0]);
    expect(currentVersion(two)?.definition.title).to.deep.equal({ en: 'Second' });
  });

  it('when two begin at once, then both get the same draft', async () => {
    const deps = world();
    const { id, revision } = await completeDraft(deps);
    await publishVersion(deps, { id, revision, by: 't' });
    const begin = (by: string) => startNextVersion(deps, { id, by });
    const [one, two] = await Promise.all([begin('teacher-1'), begin('teacher-2')]);
    expect(two).to.deep.equal(one);
  });

  it('when there is none or nothing is published, then that is told', async () => {
    const deps = world();
    expect((await thrownProblem(() => startNextVersion(deps, { id: 'x', by: 't' }))).code).to.equal(
      'not-found',
    );
    await deps.microCredentials.add({
      id: 'bare',
      institutionId: 'institution-1',
      courseId: 'course-1',
      linkId: 'link-9',
      versions: [],
      revision: 1,
      createdAt: now,
    });
    const problem = await thrownProblem(() => startNextVersion(deps, { id: 'bare', by: 't' }));
    expect(problem.code).to.equal('micro-credential-not-published');
  });
});

describe('review a draft', () => {
  it('when a draft is there, then missing elements and advice come from its institution and LMS', async () => {
    const deps = world('canvas');
    const rule: AwardRule = { kind: 'restricted-activity', linkId: 'link-1' };
    const draft = await completeDraft(deps, { rule, title: { en: 'Master of data' } });
    const { missing, advice } = await draftReview(deps, draft);
    expect(missing.map((one) => one.code)).to.deep.equal(['rule-access-not-offered']);
    expect(advice.map((one) => one.code)).to.deep.equal(['title-like-degree', 'restricted-needs-others']);
  });
});
