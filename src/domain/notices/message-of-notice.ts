/** The message of a notice: who it goes to, in which language, and what it says of the award and the course. */
import { addresses } from '../../documents/addresses.js';
import { textIn } from '../../shared/language-map.js';
import type { AwardStore } from '../awards/award-store.js';
import type { Award } from '../awards/award.js';
import type { CourseStore } from '../courses/course-store.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import type { MailMessage } from './mail.js';
import type { NoticeAbout, TakenNotice } from './notice.js';
import { changeText, noticeLanguage, noticeText } from './notice-text.js';

export interface MessageDeps {
  awards: AwardStore;
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  courses: CourseStore;
  platforms: PlatformStore;
  base: string;
}

/** Undefined where there is nothing to tell it of (any more). */
export async function messageOf(
  deps: MessageDeps,
  { courseId, subject, microCredentialId, about }: TakenNotice,
  { to, award, stopUrl }: { to: MailMessage['to']; award: Award; stopUrl: string },
): Promise<MailMessage | undefined> {
  const [microCredential, course, member, platform] = await Promise.all([
    deps.microCredentials.byId(microCredentialId),
    deps.courses.byId(courseId),
    deps.courses.member(courseId, subject),
    deps.platforms.byId(award.platformId),
  ]);
  const version = microCredential?.versions.find(({ number }) => number === award.version);
  const institution = await deps.institutions.byId(award.institutionId);
  if (!microCredential || !version || !course || !platform || !institution) return undefined;
  // an LMS that is not asked is not written for either
  if (platform.state === 'suspended') return undefined;
  const language = noticeLanguage(member?.person.locale ?? course.locale);
  const told = {
    name: to.name,
    title: textIn(version.definition.title, language),
    institution: institution.legalName,
    course: course.title,
    activity: course.links.find(({ id }) => id === microCredential.linkId)?.title,
    courseUrl: differencesOf(platform.family).courseAddress?.(platform, course.contextId),
    stopUrl,
  };
  if (!about) return { to, id: `offer-${award.id}`, stopUrl, language, ...noticeText(language, told) };
  const page = await pageOf(deps, award, about);
  if (!page) return undefined;
  const { what, at } = about;
  return {
    to,
    id: `${what}-${award.id}-${at.getTime()}`,
    stopUrl,
    language,
    ...changeText(language, {
      ...told,
      what,
      at,
      reason: reasonOf(award, about),
      page: addresses(deps.base).award(page),
      contact: institution.email,
    }),
  };
}

/** Id of the award whose page the message leads to: the one that stands. Undefined for a correction of one that does not stand any more. */
async function pageOf(
  { awards }: MessageDeps,
  award: Award,
  { what }: NoticeAbout,
): Promise<string | undefined> {
  if (what === 'superseded') return award.supersededBy;
  if (what !== 'corrected') return award.id;
  const old = award.correction && (await awards.byId(award.correction.of));
  return old?.state === 'issued' ? old.id : undefined;
}

/** As the pages show it to the learner; that of a resumption is kept for teachers. */
function reasonOf({ history, correction }: Award, { what, at }: NoticeAbout): string | undefined {
  if (what === 'resumed') return undefined;
  if (what === 'corrected') return correction?.reason;
  return history.find((event) => event.what === what && event.at.getTime() === at.getTime())?.reason;
}
