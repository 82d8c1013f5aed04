import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialIssuer } from '@ibex/adapters/jose';
import { trialAccounts } from '@ibex/adapters/trial-provider';
import type { Clock, Role } from '@ibex/kernel';
import type { ConsoleConfig, ServerConfig } from '@ibex/runtime';
import { mountConsole } from '../../../apps/exchange/src/mount-console';
import { ExchangeInProcess } from '../../support/exchange-in-process';
import type { Time } from '../../support/exchange-in-process';
import { Agent } from './agent';
import { buildAssets } from './built';

const MINUTE_MS = 60_000;
const USUAL_PAGES: ConsoleConfig = {
  isOn: true,
  signInFile: undefined,
  times: { idleMs: 15 * MINUTE_MS, longestMs: 12 * 60 * MINUTE_MS },
};

/** `time`: for the exchange and the console alike. `home`: of another one, which has stopped. */
export type ConsoleOptions = Readonly<{
  pages?: Partial<ConsoleConfig>;
  server?: Partial<ServerConfig>;
  time?: Time;
  /** By which sessions end; left out: as `time`. */
  clock?: Clock;
  home?: string;
}>;

/** GSS codes of the authorities that stories are told of. */
export const BOROUGHS = {
  camden: 'E09000007',
  croydon: 'E09000008',
  ealing: 'E09000009',
  hackney: 'E09000012',
  lambeth: 'E09000022',
} as const;

/**
 * The whole exchange with its console in this process, on a free port of this machine; people sign in by the trial
 * provider over HTTP. `exchange` posts and asks by the API as any system would.
 */
export class ConsoleInProcess {
  private constructor(
    readonly url: string,
    readonly exchange: ExchangeInProcess,
    private readonly home: string,
    private readonly options: ConsoleOptions,
  ) {}

  static async start(options: ConsoleOptions = {}): Promise<ConsoleInProcess> {
    buildAssets();
    const home = options.home ?? mkdtempSync(join(tmpdir(), 'ibex-console-'));
    const keys = join(home, 'keys');
    mkdirSync(keys, { recursive: true });
    const pages = { ...USUAL_PAGES, ...options.pages };
    const exchange = await ExchangeInProcess.start(home, options.time, {
      issuers: [await trialIssuer(keys)],
      prepare: (app, config) =>
        mountConsole(
          app,
          { server: { ...config, developmentKeys: keys, ...options.server }, pages },
          options.clock,
        ),
    });
    return new ConsoleInProcess(await exchange.listen(), exchange, home, options);
  }

  /** Nobody yet. */
  anybody(): Agent {
    return new Agent(this.url);
  }

  /** Somebody of that authority and role, signed in. `authority`: GSS code. */
  async as(authority: string, role: Role): Promise<Agent> {
    const agent = this.anybody();
    const page = await agent.get(
      `/console/sign-in/start?provider=trial&account=${accountOf(authority, role)}`,
    );
    if (page.status !== 200 || page.path !== '/console')
      throw new Error(`signing in led to ${page.path} (${String(page.status)}): ${page.text}`);
    return agent;
  }

  /** The same stores and keys, another process as far as anybody can tell. */
  async restart(): Promise<ConsoleInProcess> {
    await this.exchange.stop();
    return ConsoleInProcess.start({ ...this.options, home: this.home });
  }

  async stop(): Promise<void> {
    await this.exchange.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Name of the trial account of an authority and role. */
export const accountOf = (authority: string, role: Role): string => {
  const [account] = trialAccounts([{ gss: authority, name: '' }]).filter((each) => each.role === role);
  if (!account) throw new Error(`there is no trial account of ${role}`);
  return account.hint;
};
