/** Messages by e-mail, where a mail server is set: docs/decisions/0019-notices-by-email.md */
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import type { Mail } from '../domain/notices/mail.js';
import { fewMessages, type FewMessagesDeps } from '../domain/notices/few-messages.js';
import { createMail } from '../edges/mail/create-mail.js';
import { startNoticeWorker, type NoticeWorker } from '../jobs/notice-worker.js';
import type { WebServices } from '../web/web-services.js';

/** Undefined while no mail server is set. */
export function mailOf(settings: Settings, log: Logger, deps: FewMessagesDeps): Mail | undefined {
  if (settings.ACQUIS_SMTP_URL === '') return undefined;
  const mail = createMail(
    { url: settings.ACQUIS_SMTP_URL, from: settings.ACQUIS_MAIL_FROM, base: settings.ACQUIS_BASE_ADDRESS },
    (sentence, facts) => log.warn(facts, sentence),
  );
  return fewMessages(mail, deps);
}

/** Undefined while no mail server is set. */
export function startNotices(services: WebServices): NoticeWorker | undefined {
  const { notices, mail, log } = services;
  if (!notices || !mail) return undefined;
  return startNoticeWorker({
    ...services,
    notices,
    mail,
    chance: Math.random,
    onTrouble: (sentence, facts) => log.warn(facts, sentence),
  });
}
