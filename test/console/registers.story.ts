import { randomUUID } from 'node:crypto';
import { CLOCK, IDS } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { By } from '../support/exchange-in-process';
import { inventedChild } from '../support/invented-child';
import { BOROUGHS, ConsoleInProcess } from './support/console-in-process';

const { camden, croydon, ealing, lambeth } = BOROUGHS;
export const KENT = 'E10000016';
const DAY_MS = 86_400_000;
const NOW_MS = Date.now();

/** What somebody typed for a name: markup for a browser, a command for a spreadsheet. */
export const PLANTED = { forename: '<script>alert(1)</script>', surname: "=cmd|' /C calc'!A0" };

export const day = (ago: number): string => new Date(NOW_MS - ago * DAY_MS).toISOString().slice(0, 10);
const instant = (ago: number): string => new Date(NOW_MS - ago * DAY_MS).toISOString();

/** Stands where the story is; once it is told, time goes on as everywhere, since people sign in then. */
class StoryClock implements Clock {
  private told: string | undefined;

  now(): string {
    return this.told ?? new Date().toISOString();
  }

  set(at: string | undefined): void {
    this.told = at;
  }
}

@Module({})
class StoryTime {
  static of(clock: StoryClock): DynamicModule {
    const providers = [
      { provide: CLOCK, useValue: clock },
      { provide: IDS, useValue: { next: () => randomUUID() } },
    ];
    return { module: StoryTime, global: true, providers, exports: [CLOCK, IDS] };
  }
}

const SEXES = ['F', 'M', 'F', 'M', 'F', 'U'] as const;
const ETHNICITIES = ['WBRI', 'BCRB', 'BAFR', 'MWBC', 'WBRI', 'BAFR', 'AIND', 'BCRB'] as const;
const TYPES = ['U6', 'K2', 'K3', 'U4'] as const;

/** Most of a year in which children were placed in Camden by Croydon, Lambeth and Kent, which then fell silent. */
export class RegistersStory {
  private told = 0;

  private constructor(
    readonly ibex: ConsoleInProcess,
    private readonly clock: StoryClock,
  ) {}

  static async start(): Promise<RegistersStory> {
    const clock = new StoryClock();
    clock.set(instant(120));
    const ibex = await ConsoleInProcess.start({ time: { module: StoryTime.of(clock), clock } });
    return new RegistersStory(ibex, clock);
  }

  async tell(): Promise<void> {
    // Kent posts every day, until nine days ago
    for (let ago = 119; ago >= 9; ago -= 1) {
      this.clock.set(instant(ago));
      await this.place(KENT, camden, { startsOn: day(ago) });
      if (ago % 5 === 0) await this.place(croydon, camden, { startsOn: day(ago + (ago % 10)) });
      if (ago % 4 === 0)
        await this.place(camden, [ealing, croydon, KENT, lambeth][ago % 3] ?? ealing, { startsOn: day(ago) });
      if (ago % 9 === 0) await this.goMissing(ago);
    }
    await this.recent();
    this.clock.set(undefined);
    await this.ibex.exchange.settled();
  }

  stop(): Promise<void> {
    return this.ibex.stop();
  }

  /** What happened lately: somebody with a hostile name, somebody who left, somebody kept secret, somebody missing. */
  private async recent(): Promise<void> {
    this.clock.set(instant(8));
    const gone = await this.place(lambeth, camden, { startsOn: day(100) });
    await this.post([lambeth, 'placing-practitioner'], `/v1/placements/${gone}/end`, {
      ...{ endedOn: day(30), reasonEpisodeCeased: 'X1' },
    });
    await this.place(lambeth, camden, { startsOn: day(8), child: { localId: '=1+1', ...PLANTED } });
    await this.place(camden, ealing, { startsOn: day(8), restricted: true });
    this.clock.set(instant(2));
    await this.post([lambeth, 'duty-desk'], '/v1/missing-episodes', {
      ...{ child: { localId: 'L-missing', ...inventedChild(9_001) }, kind: 'M', from: 'care', risk: 'high' },
      ...{ host: camden, lastSeen: { at: instant(2) }, circumstances: 'Did not come back from school' },
    });
    await this.post([camden, 'duty-desk'], '/v1/missing-episodes', {
      ...{
        child: { localId: 'C-missing', ...inventedChild(9_002) },
        kind: 'M',
        from: 'care',
        risk: 'medium',
      },
      ...{ host: croydon, lastSeen: { at: instant(3) } },
    });
  }

  private async goMissing(ago: number): Promise<void> {
    const by: By = [camden, 'duty-desk'];
    this.told += 1;
    const { id } = await this.post(by, '/v1/missing-episodes', {
      ...{ child: this.child('M'), kind: 'M', from: 'care', host: croydon, risk: 'high' },
      ...{ lastSeen: { at: instant(ago) } },
    });
    this.clock.set(instant(ago - 1));
    await this.post(by, `/v1/missing-episodes/${String(id)}/found`, { when: { at: instant(ago - 1) } });
  }

  private child(letter: string): object {
    this.told += 1;
    return {
      ...{ localId: `${letter}-${String(this.told)}`, ...inventedChild(this.told) },
      sex: SEXES[this.told % SEXES.length],
      ethnicity: ETHNICITIES[this.told % ETHNICITIES.length],
    };
  }

  private async place(by: string, host: string, changes: object): Promise<string> {
    const { id } = await this.post([by, 'placing-practitioner'], '/v1/placements', {
      ...{
        child: this.child('P'),
        host,
        notice: 'emergency',
        placementType: TYPES[this.told % TYPES.length],
      },
      ...{ legalStatus: 'C2', address: '1 Old Street', providerUrn: 'SC012345', ...changes },
    });
    return String(id);
  }

  private async post(by: By, url: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.ibex.exchange.post(by, url, body);
    if (answer.status >= 300) throw new Error(`${url} answered ${String(answer.status)}: ${answer.text}`);
    return answer.body;
  }
}
