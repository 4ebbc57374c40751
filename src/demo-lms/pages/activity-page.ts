/** The page of an activity: the tool in an iframe, framed as each LMS frames it. */
import { platformStorageScript } from '../canvas/platform-storage.js';
import type { Lms } from '../lms.js';
import type { Activity, Course, Person } from '../state/lms-state.js';
import { Html, html } from './html.js';
import { page } from './layout.js';

const canvasAllow = [
  'geolocation',
  'microphone',
  'camera',
  'midi',
  'encrypted-media',
  'autoplay',
  'clipboard-write',
  'display-capture',
]
  .map((feature) => `${feature} *`)
  .join('; ');

export function activityPage(lms: Lms, course: Course, activity: Activity, person: Person): string {
  const source = `/activities/${activity.id}/launch`;
  const frame =
    lms.state.kind === 'moodle'
      ? html`<iframe
          id="contentframe"
          title="${activity.title}"
          height="600px"
          width="100%"
          src="${source}"
          allow="microphone; camera; geolocation; midi; encrypted-media; autoplay"
          allowfullscreen="1"
        ></iframe>`
      : html`<iframe
            id="tool_content"
            class="tool_launch"
            name="tool_content"
            title="${activity.title}"
            height="600"
            width="100%"
            src="${source}"
            allow="${canvasAllow}"
            allowfullscreen="true"
            data-lti-launch="true"
          ></iframe>
          <iframe
            name="post_message_forwarding"
            title="post_message_forwarding"
            src="/post_message_forwarding"
            id="post_message_forwarding"
            style="display:none"
            tabindex="-1"
          ></iframe>
          <script>
            ${new Html(platformStorageScript)};
          </script>`;
  return page(lms, {
    title: activity.title,
    person,
    body: html`<p>
        <a href="/courses/${course.id}">Back to ${course.title}</a> ·
        <a href="${source}" target="_blank" rel="opener">Open in a new window</a>
      </p>
      ${frame}`,
  });
}
