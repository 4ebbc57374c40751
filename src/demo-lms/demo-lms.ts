/**
 * A small LMS that speaks real LTI 1.3 over HTTP, as Moodle 4.5 was recorded or as Canvas is documented. For the demonstration
 * and the tests: there are no passwords, and it listens on loopback only.
 */
import { createServer } from 'node:http';
import { randomBytes, randomInt } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '../shared/clock.js';
import { deploymentIdOf } from './canvas/canvas-ids.js';
import { freshCanvasAccount } from './canvas/rest/rest-account.js';
import { makeControls, type DemoLmsControls } from './controls.js';
import { freshAccount } from './moodle/web-services/service-account.js';
import type { Mailbox } from './mailbox/start-mailbox.js';
import { platformEndpoints, type Lms, type PlatformEndpoints } from './lms.js';
import { makePlatformKey } from './platform-keys.js';
import { lmsApp } from './routes.js';
import { readKeptState, stateKeeper } from './state/kept-state.js';
import type { LmsKind, LmsState, ToolSettings } from './state/lms-state.js';
import { seedCourses } from './state/seed.js';

/** Addresses of the tool; its client id is made up unless told. */
export interface DemoTool {
  loginUrl: string;
  launchUrl: string;
  keySetUrl: string;
  clientId?: string;
  deploymentId?: string;
}

export interface DemoLmsOptions {
  kind: LmsKind;
  host: '127.0.0.1';
  /** 0 takes any free port. */
  port: number;
  tool: DemoTool;
  /** JSON file that keeps keys, client id, courses and grades over restarts; in memory only when it is missing. */
  stateFile?: string;
  clock?: Clock;
  /** The Canvas-like LMS names an issuer that is not its host; the Moodle-like one is its own issuer. */
  issuer?: string;
  /** Learners of the course BIG, at most 5000; 0 leaves it out. 65 unless told. */
  bigLearners?: number;
  /** Its messages are shown at /mail. */
  mailbox?: Mailbox;
}

/** What Acquis must know of the LMS. */
export interface DemoLmsRegistration extends PlatformEndpoints {
  issuer: string;
  clientId: string;
  deploymentIds: string[];
}

export interface DemoLms {
  readonly kind: LmsKind;
  /** Without a slash at the end. */
  readonly url: string;
  readonly issuer: string;
  readonly registration: DemoLmsRegistration;
  /** For its own web services. */
  readonly webServiceToken: string;
  /** What tests change and ask behind the pages. */
  readonly controls: DemoLmsControls;
  /** The tool moved, or started after the LMS. */
  setTool(tool: Partial<DemoTool>): void;
  /** Ends all connections, writes the state. */
  close(): Promise<void>;
}

/** @throws Error EADDRINUSE if the port is taken; others if the state file is not ours. */
export async function startDemoLms(options: DemoLmsOptions): Promise<DemoLms> {
  const clock = options.clock ?? systemClock;
  const kept = options.stateFile ? await readKeptState(options.stateFile, options.kind) : undefined;
  const state = kept ?? (await freshState(options, clock));
  // a state kept by an earlier version has none
  state.webServices ??= state.kind === 'moodle' ? freshAccount() : freshCanvasAccount();
  const keeper = stateKeeper(options.stateFile, state);
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  const url = `http://${options.host}:${(server.address() as AddressInfo).port}`;
  const faults: Lms['faults'] = { failure: { kind: 'none' }, clockSkewSeconds: 0 };
  const lms: Lms = {
    state,
    url,
    issuer: options.issuer ?? (options.kind === 'moodle' ? url : 'https://canvas.demo.invalid'),
    clock: () => new Date(clock().getTime() + faults.clockSkewSeconds * 1000),
    faults,
    sessions: new Map(),
    begunLaunches: new Map(),
    accessTokens: new Map(),
    usedAssertions: new Set(),
    toolKeys: {},
    mailbox: options.mailbox,
    keep: keeper.keep,
  };
  const setTool = (tool: Partial<DemoTool>): void => applyTool(lms, tool);
  applyTool(lms, options.tool);
  server.on('request', lmsApp(lms));
  return {
    kind: state.kind,
    url,
    issuer: lms.issuer,
    get registration() {
      const { clientId, deploymentIds } = state.tool;
      return { issuer: lms.issuer, clientId, deploymentIds: [...deploymentIds], ...platformEndpoints(lms) };
    },
    get webServiceToken() {
      return state.webServices?.token ?? '';
    },
    controls: makeControls(lms),
    setTool,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await keeper.done();
    },
  };
}

async function freshState({ kind, bigLearners = 65 }: DemoLmsOptions, clock: Clock): Promise<LmsState> {
  const tool: ToolSettings = {
    loginUrl: '',
    launchUrl: '',
    keySetUrl: '',
    clientId:
      kind === 'moodle'
        ? randomBytes(12).toString('hex').slice(0, 15)
        : `1000000000${randomInt(1000, 10_000)}`,
    deploymentIds: kind === 'moodle' ? ['1'] : [deploymentIdOf(7), deploymentIdOf(8)],
    sharesNames: true,
    sharesEmail: true,
  };
  const learners = Math.min(Math.max(bigLearners, 0), 5000);
  return { kind, keys: [await makePlatformKey()], tool, ...seedCourses(kind, learners, clock()) };
}

function applyTool(lms: Lms, { deploymentId, ...addresses }: Partial<DemoTool>): void {
  const { tool } = lms.state;
  const given = Object.entries(addresses).filter(([, value]) => value !== undefined);
  Object.assign(tool, Object.fromEntries(given));
  if (deploymentId !== undefined) tool.deploymentIds = [deploymentId, ...tool.deploymentIds.slice(1)];
  delete lms.toolKeys.cached;
  lms.keep();
}
