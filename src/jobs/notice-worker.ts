/**
 * Runs in each process of Acquis while a mail server is set: takes notices that are due, a few at a time, and sends them. Idle it
 * asks the database two indexed questions each tick. docs/decisions/0019-notices-by-email.md
 */
import { sendNotice, type SendNoticeDeps } from '../domain/notices/send-notice.js';
import type { NewId } from '../shared/ids.js';
import { takingTurns } from '../shared/taking-turns.js';
import type { Timers } from '../shared/timers.js';
import { startTicking } from './ticking.js';
import { factsOf } from './work-on-check.js';

export interface NoticeWorkerDeps extends SendNoticeDeps {
  newId: NewId;
  timers: Timers;
  /** Told without personal data what went wrong. */
  onTrouble: (sentence: string, facts: Record<string, unknown>) => void;
}

export interface NoticeTimes {
  /** Milliseconds between two questions for what is due; each is half as long to half as long again. */
  tickMs: number;
  /** Milliseconds after which the notice of a process that was killed is another's. Longer than any mail server takes. */
  leaseMs: number;
}

const usualTimes: NoticeTimes = { tickMs: 5_000, leaseMs: 5 * 60_000 };

/** Due notices that are read at once, and messages on their way at once. */
const page = 50;
const most = 2;

export interface NoticeWorker {
  /** Takes nothing more and waits for what is on its way. */
  stop(): Promise<void>;
}

export function startNoticeWorker(deps: NoticeWorkerDeps, times: NoticeTimes = usualTimes): NoticeWorker {
  const { notices, clock } = deps;
  let inTrouble = false;
  const { tickMs } = times;
  const ticking = startTicking(deps, { firstMs: tickMs, tickMs }, tick);

  async function tick(): Promise<void> {
    try {
      const abandoned = await notices.endAbandoned(clock());
      if (abandoned > 0) deps.onTrouble('it is unclear whether messages were sent', { messages: abandoned });
      while (!ticking.isStopping() && (await sendPage()) === page);
      inTrouble = false;
    } catch (error) {
      // the database is away, most often: told once, not at each tick
      if (!inTrouble) deps.onTrouble('notices cannot be sent', factsOf(error));
      inTrouble = true;
    }
  }

  /** @returns how many were due */
  async function sendPage(): Promise<number> {
    const due = await notices.due(clock(), page);
    const inTurn = takingTurns(most);
    const sent = await Promise.allSettled(due.map(({ id }) => inTurn(() => sendOne(id))));
    for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
    return due.length;
  }

  async function sendOne(id: string): Promise<void> {
    if (ticking.isStopping()) return;
    const now = clock();
    const lease = { holder: deps.newId(), until: new Date(now.getTime() + times.leaseMs) };
    const taken = await notices.take(id, now, lease);
    if (taken) await sendNotice(deps, taken, times.leaseMs);
  }

  return ticking;
}
