import { expect } from 'chai';
import { startDemoLms, type DemoLms } from '../../src/demo-lms/demo-lms.js';
import { startStandInTool, tokenFor, type StandInTool } from './stand-in-tool.js';

const types = {
  members: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
};
interface Member {
  user_id: string;
  roles: string[];
  message?: Record<string, unknown>[];
}

describe('demo LMS: rosters as Moodle gives them', () => {
  let lms: DemoLms;
  let tool: StandInTool;
  let token: string;
  before(async () => {
    tool = await startStandInTool();
  });
  beforeEach(async () => {
    lms = await startDemoLms({ kind: 'moodle', host: '127.0.0.1', port: 0, tool: tool.addresses });
    token = await tokenFor(lms, tool);
  });
  afterEach(async () => {
    await lms.close();
  });
  after(() => tool.close());
  const call = (
    path: string,
    { accept, method = 'GET', body, type, bearer = token }: Record<string, string | undefined> = {},
  ): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${lms.url}/mod/lti/services.php${path}`, {
      method: method ?? 'GET',
      headers: {
        ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(accept === undefined ? {} : { Accept: accept }),
        ...(type === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
  const roster = (query = '', course = '2'): Promise<Response> =>
    call(`/CourseSection/${course}/bindings/1/memberships${query}`, { accept: types.members });
  const membersOf = async (response: Response): Promise<Member[]> =>
    ((await response.json()) as { members: Member[] }).members;
  const idsOf = async (response: Response): Promise<string[]> =>
    (await membersOf(response)).map(({ user_id: id }) => id);

  describe('roster', () => {
    it('roster, when a course is read, then it is written as recorded: short roles, the tutor a learner, no paging', async () => {
      const response = await roster();
      const text = await response.text();
      expect(response.headers.get('content-type')).to.equal(`${types.members}; charset=utf-8`);
      expect(response.headers.get('link')).to.equal(null);
      const escaped = lms.url.replaceAll('/', '\\/');
      expect(text)
        .to.match(/^\{"id":"/)
        .and.contain(
          `"id":"${escaped}\\/mod\\/lti\\/services.php\\/CourseSection\\/2\\/bindings\\/1\\/memberships","context":{"id":"2","label":"MC101","title":"Micro-credential: Data Literacy"},"members":[{"status":"Active","roles":["Learner"],"user_id":"6","lis_person_sourcedid":"S-0001","name":"Stu1 Learner1","given_name":"Stu1","family_name":"Learner1","email":"student1@example.invalid","ext_user_username":"student1"}`,
        );
      expect(text).to.contain('{"status":"Active","roles":["Instructor"],"user_id":"3"');
      expect(text).to.contain(
        '{"status":"Active","roles":["Learner"],"user_id":"4","lis_person_sourcedid":"T-0002"',
      );
    });

    it('roster, when an activity is restricted, then rlid leaves out learners who did not pass', async () => {
      const response = await roster('?rlid=5');
      const members = await membersOf(response);
      expect(members.map(({ user_id: id }) => id)).to.deep.equal(['6', '75', '3', '4']);
      expect(members[0]?.message).to.deep.equal([
        { 'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiResourceLinkRequest' },
      ]);
    });

    it('roster, when the restricted activity is hidden or not restricted, then rlid lists everybody', async () => {
      lms.controls.hide('8', true);
      expect(await idsOf(await roster('?rlid=5'))).to.have.lengthOf(6);
      expect(await idsOf(await roster('?rlid=1'))).to.have.lengthOf(6);
    });

    it('roster, when the activity is graded or of another tool, then the message has a basic outcome', async () => {
      for (const rlid of ['1', '6']) {
        const [member] = await membersOf(await roster(`?rlid=${rlid}`));
        expect(member?.message?.[0]).to.have.property(
          'https://purl.imsglobal.org/spec/lti-bo/claim/basicoutcome',
        );
      }
    });

    it('roster, when the link is unknown, of another course or the course is unknown, then as recorded', async () => {
      const unknown = await roster('?rlid=99');
      expect([unknown.status, unknown.statusText]).to.deep.equal([
        404,
        "Not Found: LTI link 99 doesn't exist",
      ]);
      expect((await roster('?rlid=7')).status).to.equal(502);
      expect((await roster('', '999')).statusText).to.equal("Not Found: Course 999 doesn't exist");
    });

    it('roster, when a limit is asked for, then Link is right and keeps rlid', async () => {
      const link = (await roster('?rlid=5&limit=2')).headers.get('link');
      const base = `${lms.url}/mod/lti/services.php/CourseSection/2/bindings/1/memberships`;
      expect(link).to.equal(`<${base}?limit=2&from=2&rlid=5>; rel="next"`);
      expect((await roster('?limit=2&from=4')).headers.get('link')).to.equal(null);
      expect(await idsOf(await roster('?limit=2&from=4'))).to.deep.equal(['3', '4']);
    });

    it('roster, when a role is asked for, short or as URI, then only those are listed', async () => {
      expect(await idsOf(await roster('?role=Instructor'))).to.deep.equal(['3']);
      const uri = encodeURIComponent('http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor');
      expect(await idsOf(await roster(`?role=${uri}`))).to.deep.equal(['3']);
    });

    it('roster, when an enrolment is suspended, then it is missing; a suspended account stays', async () => {
      lms.controls.suspendEnrolment('2', '8', true);
      lms.controls.suspendAccount('7', true);
      expect(await idsOf(await roster())).to.deep.equal(['6', '7', '75', '3', '4']);
    });

    it('roster, when somebody is enrolled, then the next reading lists them', async () => {
      lms.controls.enrol('2', '9', 'learner');
      expect(await idsOf(await roster())).to.include('9');
    });

    it('roster, when nothing is shared, then members have four members only', async () => {
      lms.controls.setPrivacy({ names: false, email: false });
      const [member] = await membersOf(await roster());
      expect(Object.keys(member ?? {})).to.deep.equal(['status', 'roles', 'user_id', 'lis_person_sourcedid']);
    });

    it('roster, when the big course is read, then all 66 come in one page', async () => {
      expect(await idsOf(await roster('', '3'))).to.have.lengthOf(66);
    });

    it('roster, when Accept is anything it answers, when application/json it refuses with the recorded words', async () => {
      const path = '/CourseSection/2/bindings/1/memberships';
      expect((await call(path, { accept: '*/*' })).status).to.equal(200);
      const refused = await call(path, { accept: 'application/json' });
      expect([refused.status, refused.statusText]).to.deep.equal([
        400,
        `No handler found for ${path} application/json`,
      ]);
      expect(await refused.text()).to.equal(
        `{\n    "status": 400,\n    "reason": "No handler found for ${path} application/json ",\n    "request": {\n        "method": "GET",\n        "url": "/mod/lti/services.php${path}",\n        "accept": "application/json",\n        "contentType": ""\n    }\n}`,
      );
    });

    it('roster, when the token is missing, unknown, of the wrong scope or the binding foreign, then 401', async () => {
      const path = '/CourseSection/2/bindings/1/memberships';
      const scores = await tokenFor(lms, tool, 'https://purl.imsglobal.org/spec/lti-ags/scope/score');
      for (const bearer of ['', 'never-issued', scores])
        expect((await call(path, { accept: types.members, bearer })).status).to.equal(401);
      const foreign = await call('/CourseSection/2/bindings/2/memberships', { accept: types.members });
      expect([foreign.status, foreign.statusText]).to.deep.equal([401, 'Unauthorized']);
    });

    it('roster, when the token is an hour old, then 401', async () => {
      lms.controls.setClockSkew(3601);
      expect((await roster()).status).to.equal(401);
    });
  });
});
