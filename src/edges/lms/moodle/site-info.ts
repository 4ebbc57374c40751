/** What Moodle tells of the service that a token belongs to. https://moodledev.io/docs/4.5/apis/subsystems/external */
import { z } from 'zod';

export const siteAnswer = z.object({ functions: z.array(z.object({ name: z.string() })) });
