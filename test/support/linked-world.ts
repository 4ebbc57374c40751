/** A running Acquis that is set up, linked with demonstration LMSs, and has a published micro-credential in an activity. */
import { linkDemo } from '../../src/app/link-demo.js';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import type { MicroCredential } from '../../src/domain/micro-credentials/micro-credential.js';
import type { Definition } from '../../src/domain/micro-credentials/definition.js';
import { randomId } from '../../src/shared/ids.js';
import type { WebServices } from '../../src/web/web-services.js';
import { aMicroCredential, aVersion } from './builders/a-definition.js';
import { personOverHttp } from './person-over-http.js';

/** Numbers of the demonstration LMS: see its seed. */
export const people = { teacher: '3', tutor: '4', passed: '6', failed: '7' } as const;
export const activities = { open: '4', restricted: '8' } as const;

/** An LMS whose tool is the Acquis at `base`, linked with it. */
export async function linkedLms(
  services: WebServices,
  base: string,
  kind: 'moodle' | 'canvas' = 'moodle',
): Promise<DemoLms> {
  const tool = {
    loginUrl: `${base}/lti/login`,
    launchUrl: `${base}/lti/launch`,
    keySetUrl: `${base}/lti/keys`,
  };
  const lms = await startDemoLms({ kind, host: '127.0.0.1', port: 0, tool, bigLearners: 0 });
  await linkDemo(services, [lms], 'a long enough passphrase');
  return lms;
}

/** Publishes version 1 in the open activity, as after a teacher's launch; the definition passes by an examiner unless told. */
export async function publishedIn(
  services: WebServices,
  lms: DemoLms,
  definition: Partial<Definition> = {},
): Promise<MicroCredential> {
  const { url } = await personOverHttp().launch(lms, people.teacher, activities.open);
  const visit = await services.visits.byId(new URL(url).pathname.split('/')[2] ?? '', services.clock());
  const course = visit && (await services.courses.byId(visit.courseId));
  const link = course?.links[0];
  if (!course || !link) throw new Error('the launch of the teacher made a course');
  const microCredential = aMicroCredential({
    id: randomId(),
    institutionId: course.institutionId,
    courseId: course.id,
    linkId: link.id,
    versions: [aVersion(definition)],
  });
  await services.microCredentials.add(microCredential);
  return microCredential;
}

/** The examiner has confirmed the learner for version 1. */
export async function confirmed(
  services: WebServices,
  microCredential: MicroCredential,
  subject: string,
): Promise<void> {
  const course = await services.courses.byId(microCredential.courseId);
  await services.confirmations.decide({
    microCredentialId: microCredential.id,
    version: 1,
    platformId: course?.platformId ?? '',
    subject,
    confirmed: true,
    examiner: { subject: people.teacher, name: 'Teresa Teacher' },
    reason: 'Oral examination, passed.',
    at: new Date(),
  });
}
