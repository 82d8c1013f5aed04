import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsIn, IsInt, IsString, Max, Min } from 'class-validator';
import { toDutyConfig } from './duty.settings';
import { toLifeConfig } from './life.settings';
import { parseConfig, readSecret } from './parse-config';
import { toReceiversConfig } from './receivers.settings';
import { ServerSettings } from './server.settings';

class Settings {
  @IsInt() @Min(0) @Max(65_535) readonly PORT: number = 3000;
  @IsIn(['info', 'warn']) readonly LOG: string = 'info';
  @IsString() readonly HOME!: string;
}

const faultOf = (work: () => unknown): unknown => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('settings', () => {
  it('are parsed once, with their defaults, and frozen', () => {
    const config = parseConfig(Settings, { PORT: '8080', HOME: '/var/ibex', PATH: '/bin', LOG: '' });
    expect(config).toMatchObject({ PORT: 8080, LOG: 'info', HOME: '/var/ibex' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('are refused with every fault at once, and no value', () => {
    const fault = faultOf(() => parseConfig(Settings, { PORT: 'canary', LOG: 'canary' }));
    expect(fault).toMatchObject({ code: 'config/not-valid' });
    expect(String(fault)).toMatch(/PORT[\s\S]*LOG[\s\S]*HOME/);
    expect(String(fault)).not.toContain('canary');
  });
});

describe('how long duties and notices may rest', () => {
  it('is 15 minutes where urgent, 4 hours for a move and a day for the rest, unless told', () => {
    const usual = { warnShare: 0.75, silenceMinutes: { urgent: 15, move: 240, other: 1_440 } };
    expect(toDutyConfig(parseConfig(ServerSettings, {}))).toEqual(usual);
    const told = { IBEX_DUTY_WARN_SHARE: '0.5', IBEX_SILENCE_URGENT_MINUTES: '5' };
    expect(toDutyConfig(parseConfig(ServerSettings, told))).toEqual({
      warnShare: 0.5,
      silenceMinutes: { ...usual.silenceMinutes, urgent: 5 },
    });
  });

  it('is refused where nobody would ever be told', () => {
    const never = { IBEX_DUTY_WARN_SHARE: '1', IBEX_SILENCE_URGENT_MINUTES: '0' };
    const fault = faultOf(() => parseConfig(ServerSettings, never));
    expect(String(fault)).toMatch(/IBEX_DUTY_WARN_SHARE[\s\S]*IBEX_SILENCE_URGENT_MINUTES/);
  });
});

describe('what authorities may subscribe to, and hear of receivers that fail', () => {
  it('is fifty at most, after an hour and then daily, with the tries of thirty days, unless told', () => {
    const trouble = { afterMs: 3_600_000, againAfterHours: 24 };
    expect(toReceiversConfig(parseConfig(ServerSettings, {}))).toEqual({
      ...{ mostPerAuthority: 50, trouble, attemptsKeptDays: 30 },
    });
    const told = { IBEX_RECEIVER_TROUBLE_MINUTES: '5', IBEX_SUBSCRIPTIONS_PER_AUTHORITY: '3' };
    expect(toReceiversConfig(parseConfig(ServerSettings, told))).toEqual({
      ...{ mostPerAuthority: 3, trouble: { ...trouble, afterMs: 300_000 }, attemptsKeptDays: 30 },
    });
  });

  it('is refused where nobody would ever be told, or nothing could be subscribed to', () => {
    const never = { IBEX_RECEIVER_TROUBLE_MINUTES: '0', IBEX_SUBSCRIPTIONS_PER_AUTHORITY: '0' };
    const fault = faultOf(() => parseConfig(ServerSettings, never));
    expect(String(fault)).toMatch(/IBEX_SUBSCRIPTIONS_PER_AUTHORITY[\s\S]*IBEX_RECEIVER_TROUBLE_MINUTES/);
  });
});

describe('how often the exchange shows that it is alive', () => {
  it('is every five minutes, without canaries, unless told', () => {
    expect(toLifeConfig(parseConfig(ServerSettings, {}))).toEqual({
      ...{ heartbeatMs: 300_000, canaryMs: 0, canaryWebhook: undefined },
    });
    const told = {
      ...{ IBEX_HEARTBEAT_SECONDS: '30', IBEX_CANARY_MINUTES: '5' },
      IBEX_CANARY_WEBHOOK: 'https://canary.example.org/ibex',
    };
    expect(toLifeConfig(parseConfig(ServerSettings, told))).toEqual({
      ...{ heartbeatMs: 30_000, canaryMs: 300_000, canaryWebhook: 'https://canary.example.org/ibex' },
    });
  });

  it('is refused where it is no time, and an endpoint that anybody could read along', () => {
    const wrong = { IBEX_HEARTBEAT_SECONDS: '-1', IBEX_CANARY_WEBHOOK: 'http://canary.example.org' };
    const fault = faultOf(() => parseConfig(ServerSettings, wrong));
    expect(String(fault)).toMatch(/IBEX_HEARTBEAT_SECONDS[\s\S]*IBEX_CANARY_WEBHOOK/);
  });
});

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ibex-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('come from files, without the line break at the end', () => {
    expect(readSecret('KEY_FILE', file('key', 'secret\n'))).toBe('secret');
  });

  it.each([
    ['missing', () => join(folder, 'nowhere')],
    ['empty', () => file('empty', '\n')],
  ])('are refused when their file is %s', (_, path) => {
    expect(faultOf(() => readSecret('KEY_FILE', path()))).toMatchObject({ code: 'config/secret-unreadable' });
  });
});
