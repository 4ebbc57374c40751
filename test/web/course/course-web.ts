/** A web app with one institution, one Moodle and, if wanted, one published micro-credential; people come in by launches. */
import type { Launch } from '../../../src/domain/courses/launch.js';
import type { DraftDefinition } from '../../../src/domain/micro-credentials/definition.js';
import type { MicroCredential } from '../../../src/domain/micro-credentials/micro-credential.js';
import type { Award } from '../../../src/domain/awards/award.js';
import type { Platform } from '../../../src/domain/platforms/platform.js';
import { formTokenOf } from '../../../src/web/forms/form-token.js';
import type { WebServices } from '../../../src/web/web-services.js';
import { aConfirmation } from '../../support/builders/a-confirmation.js';
import { aCourse } from '../../support/builders/a-course.js';
import { aMicroCredential } from '../../support/builders/a-definition.js';
import { aPlatform } from '../../support/builders/a-platform.js';
import { asLearner, asTeacher } from '../../support/builders/a-visit.js';
import { anInstitution } from '../../support/builders/an-institution.js';
import { memoryAwards } from '../../support/memory/memory-awards.js';
import { memoryCourses } from '../../support/memory/memory-courses.js';
import { memoryInstitutions } from '../../support/memory/memory-institutions.js';
import { memoryMicroCredentials } from '../../support/memory/memory-micro-credentials.js';
import { memoryPlatforms } from '../../support/memory/memory-platforms.js';
import { tokenIn, type Page, type TestBrowser } from '../support/test-browser.js';
import { startWeb, type WebHarness } from '../support/web-harness.js';

/** Somebody in the course: a browser of their own and the path of their visit, /visits/<id> */
export interface Person {
  browser: TestBrowser;
  path: string;
  get(page: string): Promise<Page>;
  /** Opens the page and sends its form; `to` where the form goes elsewhere. */
  submit(page: string, fields: Record<string, string>, to?: string): Promise<Page>;
  /** Sends a form that no page offered, with the token that this visit's forms have. */
  post(page: string, fields: Fields): Promise<Page>;
  /** Saves a group of the draft from its page as it is now. */
  save(group: string, fields: Record<string, string>): Promise<Page>;
  /** Asks for publishing from the overview as it is now. */
  publish(): Promise<Page>;
}

export interface CourseWeb extends WebHarness {
  comes(launch: Partial<Launch>): Promise<Person>;
  teacher(launch?: Partial<Launch>): Promise<Person>;
  learner(launch?: Partial<Launch>): Promise<Person>;
  /** An examiner decides on a learner, without the pages. */
  confirm(subject: string, confirmed: boolean): Promise<void>;
  /** The micro-credential of the activity as it is kept now. */
  kept(): Promise<MicroCredential>;
  draft(): Promise<DraftDefinition>;
}

export interface CourseWorld {
  /** Nothing designed yet: null. */
  microCredential?: MicroCredential | null;
  awards?: Award[];
  platform?: Partial<Platform>;
  mayAwardEcts?: boolean;
  services?: Partial<WebServices>;
}

/** The moment of every test. */
export const now = new Date('2026-11-24T10:00:00Z');

export async function startCourse(world: CourseWorld = {}): Promise<CourseWeb> {
  const microCredential = world.microCredential === undefined ? aMicroCredential() : world.microCredential;
  const web = await startWeb({
    platforms: memoryPlatforms(aPlatform(world.platform)),
    institutions: memoryInstitutions(anInstitution({ mayAwardEcts: world.mayAwardEcts ?? true })),
    courses: memoryCourses(aCourse()),
    microCredentials: memoryMicroCredentials(...(microCredential ? [microCredential] : [])),
    awards: memoryAwards(...(world.awards ?? [])),
    clock: () => now,
    ...world.services,
  });
  const comes = async (launch: Partial<Launch>): Promise<Person> => {
    const browser = web.browser();
    const path = (await web.launch(browser, launch)).replace(/\/$/, '');
    const get = (page: string): Promise<Page> => browser.get(`${path}/${page}`);
    const fromPage = async (page: string, fields: Record<string, string>, to: string): Promise<Page> => {
      const { text } = await get(page);
      const revision = shown(text, 'revision') ?? '';
      return browser.send(`${path}/${to}`, { _form: tokenIn(text), revision, ...fields });
    };
    return {
      browser,
      path,
      get,
      submit: (page, fields, to = page) => browser.submit(`${path}/${page}`, fields, `${path}/${to}`),
      async post(page, fields) {
        const visit = await web.services.visits.byId(path.split('/')[2] ?? '', now);
        const _form = formTokenOf(web.services.sessionKey, `visit:${visit?.id}:${visit?.browserHash}`);
        return browser.send(`${path}/${page}`, { _form, ...fields });
      },
      save: (group, fields) => fromPage(`credential/${group}`, fields, `credential/${group}`),
      publish: () => fromPage('credential', {}, 'credential/publish'),
    };
  };
  const kept = async (): Promise<MicroCredential> => {
    const found = await web.services.microCredentials.ofLink('course-1', 'link-1');
    if (!found) throw new Error('nothing was designed');
    return found;
  };
  return {
    ...web,
    comes,
    teacher: (launch = {}) =>
      comes({ roles: asTeacher, person: { subject: 'teacher-1', name: 'Tess Teacher' }, ...launch }),
    learner: (launch = {}) => comes({ roles: asLearner, ...launch }),
    confirm: (subject, confirmed) =>
      web.services.confirmations.decide(aConfirmation({ subject, confirmed, at: now })),
    kept,
    async draft() {
      const { draft } = await kept();
      if (!draft) throw new Error('no draft');
      return draft.definition;
    },
  };
}

/** The value a field of a page shows; undefined where the page has no such field. */
export function shown(text: string, name: string): string | undefined {
  const input = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(text)?.[0];
  if (input?.includes('type="checkbox"')) return / checked/.test(input) ? 'yes' : '';
  if (input?.includes('type="radio"'))
    return new RegExp(`name="${name}" value="([^"]*)" checked`).exec(text)?.[1] ?? '';
  if (input) return plain(/ value="([^"]*)"/.exec(input)?.[1] ?? '');
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(text);
  if (area) return plain(area[1] ?? '');
  const select = new RegExp(`<select[^>]* name="${name}"[^>]*>([\\s\\S]*?)</select>`).exec(text);
  return select ? plain(/<option value="([^"]*)" selected/.exec(select[1] ?? '')?.[1] ?? '') : undefined;
}

/** What a reader sees: no tags, entities resolved, spaces as one. */
export function readable(text: string): string {
  return plain(text.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');
}

/** The rows of the list of learners: what a teacher reads of each, by name. */
export function rowsOf(text: string): Map<string, string> {
  const rows = text.split('<li class="roster-row">').slice(1);
  return new Map(rows.map((row) => [/<h2>([^<]*)/.exec(row)?.[1] ?? '', readable(row)]));
}

const plain = (html: string): string =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

export type Fields = Record<string, string>;

/** The form of each group, filled in so that nothing is missing. */
export const fullForms = {
  about: {
    language: 'en',
    title: 'Data literacy',
    description: 'Reading, judging and presenting data.',
    secondLanguage: 'fr',
    'title-second': 'Culture des données',
    fieldCode: '0612',
    fieldName: 'Database and network design',
    'body-0-name': 'Haute École d’Exemple',
    'body-0-country': 'BE',
    'body-0-url': 'https://he.example.org/',
  },
  assessments: {
    'assessment-0-id': '',
    'assessment-0-name': 'Final project',
    'assessment-0-type': 'project-work',
    'assessment-0-supervision': 'unsupervised-without-identity-verification',
    'assessment-0-criterion': 'At least 60 % in the rubric.',
  },
  outcomes: {
    'outcome-0-id': '',
    'outcome-0-text': 'Judges the quality of a data set',
    'outcome-0-assessment': 'a1',
    'outcome-0-framework': 'ESCO',
    'outcome-0-url': 'http://data.europa.eu/esco/skill/1',
  },
  level: { ects: '0.5', hours: '15', levelKind: 'eqf', eqf: '6', cycle: 'first' },
  participation: {
    participation: 'blended',
    qaKind: 'internal-and-external',
    qaStandard: 'ESG',
    qaBody: 'AEQES',
  },
  passing: { combine: 'any', useScore: 'yes', threshold: '50', scoreLink: 'link-1', useExaminer: 'yes' },
  more: {
    prerequisites: 'None',
    stackability: 'stackable',
    towards: 'Certificate in data science',
    furtherText: 'Taught in spring.',
    furtherUrl: 'https://univ.example.org/data',
    gradeMayBeCarried: 'yes',
    validMonths: '36',
  },
} satisfies Record<string, Fields>;

export type GroupName = keyof typeof fullForms;
export const groups = Object.keys(fullForms) as GroupName[];
