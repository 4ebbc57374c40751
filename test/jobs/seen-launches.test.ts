import { expect } from 'chai';
import { createSeenLaunches } from '../../src/jobs/seen-launches.js';
import { Problem } from '../../src/shared/problem.js';
import { thrownProblem } from '../support/thrown-problem.js';
import { aMicroCredential } from '../support/builders/a-definition.js';
import { heldTime } from '../support/held-time.js';
import { memoryChecks } from '../support/memory/memory-checks.js';
import { memoryMicroCredentials } from '../support/memory/memory-micro-credentials.js';

const course = { id: 'course-1', platformId: 'platform-1' };
const second = 1_000;

function world() {
  const time = heldTime();
  const store = memoryMicroCredentials(
    aMicroCredential(),
    aMicroCredential({ id: 'micro-credential-2', courseId: 'course-2' }),
  );
  const asked: string[] = [];
  const deps = {
    checks: memoryChecks(),
    microCredentials: {
      ...store,
      ofCourse: (id: string) => {
        asked.push(id);
        return store.ofCourse(id);
      },
    },
    clock: time.clock,
  };
  return { ...deps, time, asked, launches: createSeenLaunches(deps, 60 * second) };
}

describe('launches on their way to the checks', () => {
  it('a launch, when it is noted, then asks the database nothing until its course is told of', async () => {
    const { launches, asked, checks } = world();
    launches.note(course);
    expect(asked).to.deep.equal([]);
    await launches.tell('those-in-turn');
    expect(await checks.ofCourse('course-1')).to.have.length(1);
  });

  it('a class that launches for a minute, when it is told of each five seconds, then asks twice, and the last launch counts', async () => {
    const { launches, asked, time } = world();
    for (let at = 0; at <= 60; at += 5) {
      for (let learner = 0; learner < 40; learner += 1) launches.note(course);
      await launches.tell('those-in-turn');
      await time.pass(5 * second);
    }
    expect(asked).to.deep.equal(['course-1', 'course-1']);
  });

  it('a launch shortly after its course was told of, when the minute is over, then is told of without another launch', async () => {
    const { launches, asked, time } = world();
    launches.note(course);
    await launches.tell('those-in-turn');
    launches.note(course);
    await time.pass(55 * second);
    await launches.tell('those-in-turn');
    expect(asked).to.have.length(1);
    await time.pass(5 * second);
    await launches.tell('those-in-turn');
    expect(asked).to.have.length(2);
  });

  it('two courses, when both launch, then each has its own minute', async () => {
    const { launches, asked } = world();
    launches.note(course);
    await launches.tell('those-in-turn');
    launches.note({ ...course, id: 'course-2' });
    await launches.tell('those-in-turn');
    expect(asked).to.deep.equal(['course-1', 'course-2']);
  });

  it('what waits for its minute, when Acquis stops, then is told of at once', async () => {
    const { launches, asked } = world();
    launches.note(course);
    await launches.tell('those-in-turn');
    launches.note(course);
    await launches.tell('all');
    expect(asked).to.have.length(2);
  });

  it('the database, when it is away, then the launch is told of when it is back', async () => {
    const { launches, microCredentials, checks } = world();
    const { ofCourse } = microCredentials;
    microCredentials.ofCourse = () => Promise.reject(new Problem('storage-unavailable'));
    launches.note(course);
    expect((await thrownProblem(() => launches.tell('those-in-turn'))).code).to.equal('storage-unavailable');
    microCredentials.ofCourse = ofCourse;
    await launches.tell('those-in-turn');
    expect(await checks.ofCourse('course-1')).to.have.length(1);
  });
});
