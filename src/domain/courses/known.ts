/** Ports: what each request of a visit asks for. Answers may be five seconds old, never older; decision 0009. */
import type { KnownPlatforms } from '../platforms/known-platforms.js';
import type { CourseStore } from './course-store.js';
import type { VisitStore } from './visit.js';

export interface Known {
  platforms: KnownPlatforms;
  courses: Pick<CourseStore, 'byId'>;
  visits: Pick<VisitStore, 'byId'>;
}
