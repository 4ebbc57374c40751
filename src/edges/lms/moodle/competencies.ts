/**
 * The competencies of a course, and how one person is rated in them.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/report/competency/classes/external.php
 */
import { z } from 'zod';
import type {
  CompetencyActivities,
  CourseCompetency,
  RatingRecord,
} from '../../../domain/courses/course-records.js';
import { plainText } from '../plain-text.js';
import { moodleId, moodleTime } from './moodle-values.js';

export const competenciesAnswer = z.array(
  z.object({
    competency: z.object({
      id: moodleId,
      shortname: z.string(),
      idnumber: z.string().nullish(),
      /** HTML, as Moodle cleans it. */
      description: z.string().nullish(),
    }),
  }),
);

export function competenciesIn(listed: z.infer<typeof competenciesAnswer>): CourseCompetency[] {
  return listed.map(({ competency: { id, shortname, idnumber, description } }) => ({
    id,
    name: shortname,
    code: idnumber?.trim() || undefined,
    text: plainText(description ?? '') || undefined,
  }));
}

export const ratingsAnswer = z.object({
  usercompetencies: z.array(
    z.object({
      usercompetencycourse: z.object({
        competencyid: moodleId,
        grade: z.number().nullish(),
        proficiency: z.boolean().nullish(),
        timemodified: moodleTime,
      }),
    }),
  ),
});

/** Moodle makes a row for whoever is looked at: without a grade it says nothing, its time included. */
export function ratingsIn({ usercompetencies }: z.infer<typeof ratingsAnswer>): RatingRecord[] {
  return usercompetencies.map(({ usercompetencycourse: told }) => {
    const { competencyid: competencyId, grade, proficiency, timemodified } = told;
    if (grade === undefined || grade === null) return { competencyId, rating: 'unrated' };
    return { competencyId, rating: proficiency ? 'proficient' : 'not-proficient', at: timemodified };
  });
}

/**
 * Only what the token's user may see of each competency's activities is in it.
 * https://github.com/moodle/moodle/blob/MOODLE_405_STABLE/admin/tool/lp/classes/external.php (data_for_course_competencies_page)
 */
export const linksAnswer = z.object({
  competencies: z.array(
    z.object({
      competency: z.object({ id: moodleId }),
      coursemodules: z.array(z.object({ id: moodleId, name: z.string() })),
    }),
  ),
});

export function linkedIn({ competencies }: z.infer<typeof linksAnswer>): CompetencyActivities {
  return new Map(competencies.map(({ competency, coursemodules }) => [competency.id, coursemodules]));
}
