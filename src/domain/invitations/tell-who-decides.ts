/**
 * An endorsement was given: who can accept it is told by e-mail, once. Of a micro-credential these are the teachers of the course, whoever
 * invited first; of an institution its administrators, who read at the institution's own address, in the language they invited in. The pages show that it waits as well,
 * so that a message that does not get through is not tried again.
 */
import { textIn } from '../../shared/language-map.js';
import { emailKeyOf } from '../awards/confirmed-identity.js';
import type { CourseStore } from '../courses/course-store.js';
import { endorsedThing, type Endorsed, type EndorsedThingDeps } from '../endorsements/endorsed-thing.js';
import type { Endorsement } from '../endorsements/endorsement.js';
import { canBeWrittenTo } from '../notices/beginning-of-notice.js';
import type { Mail, MailMessage } from '../notices/mail.js';
import { noticeLanguage } from '../notices/notice-text.js';
import type { NoticeStops } from '../notices/notice-store.js';
import { stopAddress, stopCode } from '../notices/stop-address.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import { waitingText, type WaitingTold } from './waiting-text.js';

export interface TellWhoDecidesDeps extends EndorsedThingDeps {
  courses: Pick<CourseStore, 'byId' | 'members'>;
  platforms: Pick<PlatformStore, 'byId'>;
  noticeStops: NoticeStops;
  /** Undefined while no mail server is set: nobody is told. */
  mail?: Mail;
  emailPepper: Uint8Array;
}

/** Teachers of a course who are told. */
const mostTold = 10;

interface Reader {
  to: MailMessage['to'];
  language: 'en' | 'fr';
  told: Omit<WaitingTold, 'name' | 'stopUrl'>;
}

export async function tellWhoDecides(deps: TellWhoDecidesDeps, endorsement: Endorsement): Promise<void> {
  const { mail } = deps;
  const endorsed = mail && (await endorsedThing(deps, endorsement));
  if (!mail || !endorsed) return;
  const readers = endorsed.version
    ? await teachersOf(deps, endorsement, endorsed)
    : administratorsOf(deps, endorsement, endorsed);
  await Promise.all(readers.map((reader, place) => tell({ ...deps, mail }, endorsement, reader, place)));
}

async function tell(
  { mail, noticeStops, emailPepper, base }: TellWhoDecidesDeps & { mail: Mail },
  { id }: Endorsement,
  { to, language, told }: Reader,
  place: number,
): Promise<void> {
  const key = emailKeyOf(to.address, emailPepper);
  if (await noticeStops.isStopped(key)) return;
  const stopUrl = stopAddress(base, stopCode(key, emailPepper));
  const text = waitingText(language, { ...told, name: to.name, stopUrl });
  await mail.send({ to, id: `waiting-${id}-${place}`, stopUrl, language, ...text });
}

/** Those whose address the LMS has told. */
async function teachersOf(
  { courses, platforms }: TellWhoDecidesDeps,
  { courseId = '', invitedBy, said }: Endorsement,
  { institution, title }: Endorsed,
): Promise<Reader[]> {
  const [course, members] = await Promise.all([courses.byId(courseId), courses.members(courseId)]);
  const platform = course && (await platforms.byId(course.platformId));
  // an LMS that is not asked is not written for either
  if (!platform || platform.state === 'suspended') return [];
  const courseUrl = differencesOf(platform.family).courseAddress?.(platform, course.contextId);
  return members
    .filter(({ roles }) => roles.teaches)
    .sort((a, b) => Number(b.person.subject === invitedBy) - Number(a.person.subject === invitedBy))
    .flatMap(({ person: { email, name, locale } }): Reader[] => {
      if (!canBeWrittenTo(email)) return [];
      const language = noticeLanguage(locale ?? course.locale);
      const told = {
        organisation: said?.organisation.name ?? '',
        institution: institution.legalName,
        title: textIn(title, language),
        course: course.title,
        link: courseUrl,
      };
      return [{ to: { address: email, name }, language, told }];
    })
    .slice(0, mostTold);
}

function administratorsOf(
  { base }: TellWhoDecidesDeps,
  { id, said, invitedIn = 'en' }: Endorsement,
  { institution }: Endorsed,
): Reader[] {
  const { email, legalName } = institution;
  if (!canBeWrittenTo(email)) return [];
  const link = `${base}/admin/institutions/${institution.id}/endorsements/${id}`;
  const organisation = said?.organisation.name ?? '';
  return [
    { to: { address: email }, language: invitedIn, told: { organisation, institution: legalName, link } },
  ];
}
