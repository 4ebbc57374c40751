/**
 * Outcomes of a course and how people did in them, as Canvas's own mastery gradebook works it out of their results.
 * https://developerdocs.instructure.com/services/canvas/resources/outcome_groups
 * https://developerdocs.instructure.com/services/canvas/resources/outcome_results
 */
import { z } from 'zod';
import type { CourseCompetency, RatingRecord } from '../../../domain/courses/course-records.js';
import type { Course } from '../../../domain/courses/course.js';
import { plainText } from '../plain-text.js';
import { asList, courseOf, type AskCanvas, type Query } from './ask-canvas.js';
import { canvasId, canvasTime } from './canvas-values.js';
import { scopes } from './scopes.js';

const linksAnswer = z.array(
  z.object({
    outcome: z.object({
      id: canvasId,
      title: z.string(),
      /** The outcome's own number in its framework. */
      vendor_guid: z.string().nullish(),
      /** HTML of Canvas's editor. */
      description: z.string().nullish(),
    }),
  }),
);

/** An outcome may be linked in several groups. */
export async function outcomesOf(canvas: AskCanvas, course: Course): Promise<CourseCompetency[]> {
  const places = { course_id: courseOf(course) };
  const query: Query = [['outcome_style', 'full'], ...asList];
  const pages = await canvas.pages(scopes.outcomes, places, query, linksAnswer);
  const outcomes = pages.flat().map(({ outcome: { id, title, vendor_guid: guid, description } }) => ({
    id,
    name: title,
    code: guid?.trim() || undefined,
    text: plainText(description ?? '') || undefined,
  }));
  return [...new Map(outcomes.map((one) => [one.id, one])).values()];
}

const rollupsAnswer = z.object({
  rollups: z.array(
    z.object({
      scores: z.array(
        z.object({
          score: z.number().nullish(),
          submitted_at: canvasTime,
          links: z.object({ outcome: canvasId }),
        }),
      ),
      links: z.object({ user: canvasId.optional() }),
    }),
  ),
  linked: z
    .object({ outcomes: z.array(z.object({ id: canvasId, mastery_points: z.number().nullish() })).catch([]) })
    .catch({ outcomes: [] }),
});
type Rollups = z.infer<typeof rollupsAnswer>;

/** People in one question: Canvas gives a hundred on a page. */
const inOneQuestion = 50;

/** By number. @param numbers of active students: Canvas refuses to tell of others */
export async function ratingsOf(
  canvas: AskCanvas,
  course: Course,
  numbers: readonly string[],
): Promise<Map<string, RatingRecord[]>> {
  const ratings = new Map<string, RatingRecord[]>();
  for (let at = 0; at < numbers.length; at += inOneQuestion) {
    const people = numbers.slice(at, at + inOneQuestion).map((number) => ['user_ids[]', number] as const);
    const query = [...people, ['include[]', 'outcomes'] as const, ...asList];
    const pages = await canvas.pages(scopes.rollups, { course_id: courseOf(course) }, query, rollupsAnswer);
    for (const page of pages) addRatings(ratings, page);
  }
  return ratings;
}

/** What Canvas names without a score nobody has assessed; what it does not name, or names without a mark for mastery, stays open. */
function addRatings(ratings: Map<string, RatingRecord[]>, { rollups, linked }: Rollups): void {
  for (const { scores, links } of rollups) {
    if (links.user === undefined) continue;
    const told = linked.outcomes.flatMap(({ id, mastery_points: mastery }): RatingRecord[] => {
      const of = scores.find((one) => one.links.outcome === id);
      if (of?.score === undefined || of.score === null) return [{ competencyId: id, rating: 'unrated' }];
      if (mastery === undefined || mastery === null) return [];
      const rating = of.score >= mastery ? 'proficient' : 'not-proficient';
      return [{ competencyId: id, rating, at: of.submitted_at }];
    });
    // somebody in two sections has two rollups of the same
    if (!ratings.has(links.user)) ratings.set(links.user, told);
  }
}
