/** The pages of endorsements as a teacher finds them, at every point of their life. */
import type { Endorsement } from '../../../src/domain/endorsements/endorsement.js';
import {
  aGivenEndorsement,
  anAcceptedEndorsement,
  anInvitedEndorsement,
} from '../../support/builders/an-endorsement.js';
import { memoryEndorsements } from '../../support/memory/memory-endorsements.js';
import { startCourse } from './course-web.js';
import { listed, type PageOfCourse } from './page-of-course.js';

const idOf = (number: number): string => `End0rsement${String(number).padStart(11, '0')}`;

export async function withEndorsements(locale: string): Promise<PageOfCourse[]> {
  const at = new Date('2026-11-23T08:00:00Z');
  const all: Partial<Endorsement>[] = [
    anInvitedEndorsement(),
    anInvitedEndorsement({ state: 'opened', openedAt: at }),
    aGivenEndorsement({ state: 'unconfirmed' }),
    aGivenEndorsement(),
    anAcceptedEndorsement(),
    anAcceptedEndorsement({ state: 'hidden', isCarried: false }),
    aGivenEndorsement({ state: 'declined', endedAt: at }),
    anAcceptedEndorsement({ state: 'withdrawn', endedAt: at }),
    anInvitedEndorsement({ state: 'cancelled', endedAt: at }),
    anInvitedEndorsement({ expiresAt: at }),
  ];
  const endorsements = memoryEndorsements(
    ...all.map((one, n) => ({ ...anInvitedEndorsement(), ...one, id: idOf(n), linkHash: `hash-${n}` })),
  );
  const web = await startCourse({ services: { endorsements } });
  const teacher = listed(web, await web.teacher({ locale }));
  const empty = await startCourse({
    services: { mail: { send: async () => 'sent' as const } },
  });
  return [
    teacher('endorsements', 'credential/endorsements?done=accept'),
    ...[0, 3, 4, 5].map((n) => teacher(`endorsement-${n}`, `credential/endorsements/${idOf(n)}`)),
    listed(empty, await empty.teacher({ locale }))('endorsements-none', 'credential/endorsements'),
  ];
}
