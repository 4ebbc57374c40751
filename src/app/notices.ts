/** Notices by e-mail, where a mail server is set: docs/decisions/0019-notices-by-email.md */
import type { Settings } from '../../config/settings.js';
import { createMail } from '../edges/mail/create-mail.js';
import { startNoticeWorker, type NoticeWorker } from '../jobs/notice-worker.js';
import { systemTimers } from '../shared/timers.js';
import type { WebServices } from '../web/web-services.js';

/** Undefined while no mail server is set. */
export function startNotices(settings: Settings, services: WebServices): NoticeWorker | undefined {
  const { notices, log, base } = services;
  if (!notices) return undefined;
  const onTrouble = (sentence: string, facts: Record<string, unknown>): void => log.warn(facts, sentence);
  const mail = createMail(
    { url: settings.ACQUIS_SMTP_URL, from: settings.ACQUIS_MAIL_FROM, base },
    onTrouble,
  );
  return startNoticeWorker({
    ...services,
    notices,
    mail,
    timers: systemTimers,
    chance: Math.random,
    onTrouble,
  });
}
