/**
 * Sends one notice that was taken, or ends it because there is nothing to say any more. At most one message an offer: what may have
 * reached the mail server is never sent again.
 */
import type { Clock } from '../../shared/clock.js';
import { textIn } from '../../shared/language-map.js';
import type { AwardStore } from '../awards/award-store.js';
import { openReview } from '../awards/award-review.js';
import type { Award } from '../awards/award.js';
import { emailKeyOf } from '../awards/confirmed-identity.js';
import { isOfferedInPerson } from '../awards/new-offer.js';
import type { CourseStore } from '../courses/course-store.js';
import type { InstitutionStore } from '../institutions/institution-store.js';
import type { MicroCredentialStore } from '../micro-credentials/micro-credential-store.js';
import { differencesOf } from '../platforms/differences/differences-of.js';
import type { PlatformStore } from '../platforms/platform-store.js';
import { afterTry } from './after-try.js';
import type { Mail, MailMessage } from './mail.js';
import type { NoticeEnd, TakenNotice } from './notice.js';
import type { NoticeStops, NoticeStore } from './notice-store.js';
import { noticeLanguage, noticeText } from './notice-text.js';
import { stopAddress, stopCode } from './stop-address.js';

export interface SendNoticeDeps {
  notices: NoticeStore;
  noticeStops: NoticeStops;
  mail: Mail;
  awards: AwardStore;
  microCredentials: MicroCredentialStore;
  institutions: InstitutionStore;
  courses: CourseStore;
  platforms: PlatformStore;
  clock: Clock;
  emailPepper: Uint8Array;
  base: string;
  /** 0 to 1. */
  chance: () => number;
}

/**
 * @param leaseMs milliseconds that the mail server gets
 * @returns how it ended; undefined: it is put off, or somebody else has it
 * @throws Problem storage-unavailable
 */
export async function sendNotice(
  deps: SendNoticeDeps,
  notice: TakenNotice,
  leaseMs: number,
): Promise<NoticeEnd | undefined> {
  const { notices, clock } = deps;
  const end = async (how: NoticeEnd): Promise<NoticeEnd> => {
    await notices.end(notice, how, clock());
    return how;
  };
  const { microCredentialId, version, platformId, subject, to } = notice;
  if (!to) return end('needless');
  const award = await deps.awards.ofLearner(microCredentialId, version, platformId, subject);
  if (!award) return later(deps, notice, 'needless'); // noted before it is offered
  if (isNeedless(award)) return end('needless');
  const key = emailKeyOf(to.address, deps.emailPepper);
  if (await deps.noticeStops.isStopped(key)) return end('stopped');
  const stopUrl = stopAddress(deps.base, stopCode(key, deps.emailPepper));
  const message = await messageOf(deps, notice, { to, award, stopUrl });
  if (!message) return end('needless');
  if (!(await notices.begin(notice, new Date(clock().getTime() + leaseMs)))) return undefined;
  const outcome = await deps.mail.send(message);
  if (outcome === 'too-many') {
    await notices.putOff(notice, tomorrow(clock(), deps.chance()), notice.tries);
    return undefined;
  }
  return outcome === 'later' ? later(deps, notice, 'failed') : end(outcome);
}

async function later(
  { notices, clock, chance }: SendNoticeDeps,
  notice: TakenNotice,
  atLast: NoticeEnd,
): Promise<NoticeEnd | undefined> {
  const next = afterTry(notice, clock(), chance());
  if (!next) {
    await notices.end(notice, atLast, clock());
    return atLast;
  }
  await notices.putOff(notice, next.dueAt, next.tries);
  return undefined;
}

/** In the first hour of the next day, when messages are counted anew. */
function tomorrow(now: Date, chance: number): Date {
  return new Date(Date.parse(now.toISOString().slice(0, 10)) + 86_400_000 + Math.round(chance * 3_600_000));
}

function isNeedless(award: Award): boolean {
  return isOfferedInPerson(award) || award.state !== 'offered' || openReview(award) !== undefined;
}

async function messageOf(
  deps: SendNoticeDeps,
  { courseId, subject, microCredentialId }: TakenNotice,
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
  return {
    to,
    id: `offer-${award.id}`,
    stopUrl,
    language,
    ...noticeText(language, {
      name: to.name,
      title: textIn(version.definition.title, language),
      institution: institution.legalName,
      course: course.title,
      activity: course.links.find(({ id }) => id === microCredential.linkId)?.title,
      courseUrl: differencesOf(platform.family).courseAddress?.(platform, course.contextId),
      stopUrl,
    }),
  };
}
