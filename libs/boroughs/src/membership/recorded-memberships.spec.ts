import type { RecordedFact } from '@ibex/kernel';
import { MemoryEventStore } from '@ibex/adapters/memory';
import { FactLog, silentLog } from '@ibex/runtime';
import { KENT, aNewFact } from '@ibex/testing';
import { LiveAuthorities } from './live-authorities';
import { RecordedMemberships } from './recorded-memberships';

const SURREY = 'E10000030';
const lifting = { lift: (facts: readonly RecordedFact[]) => facts, versionOf: () => 1 };
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
};

const aTown = () => {
  const store = new MemoryEventStore();
  const log = new FactLog(store, lifting as unknown as ConstructorParameters<typeof FactLog>[1]);
  let ids = 0;
  const put = async (gss: string, type: string) => {
    ids += 1;
    const fact = aNewFact(`m-${String(ids)}`, { type, data: { gss, by: 'E09000007' } });
    await store.append(`membership-${gss}`, 'any', [fact]);
  };
  const start = () => {
    const authorities = new LiveAuthorities([SURREY]);
    return { authorities, memberships: new RecordedMemberships(log, authorities, silentLog()) };
  };
  return { put, start };
};

describe('who is a member', () => {
  it('is known as it was at any place of the log, whatever has come since', async () => {
    const { put, start } = aTown();
    await put(KENT, 'AuthorityJoined');
    await put(SURREY, 'AuthorityLeft');
    await put(KENT, 'AuthorityLeft');
    const { memberships } = start();
    const was = (gss: string) => Promise.all([0, 1, 2, 3].map((at) => memberships.wasMember(gss, at)));
    expect(await was(KENT)).toEqual([false, true, true, false]);
    expect(await was(SURREY)).toEqual([true, true, false, false]);
  });

  it('is as the configuration and the log say after a start, and goes with the log from then on', async () => {
    const { put, start } = aTown();
    await put(KENT, 'AuthorityJoined');
    const { authorities, memberships } = start();
    let changes = 0;
    memberships.whenChanged(() => (changes += 1));
    memberships.onApplicationBootstrap();
    await until(() => authorities.isMember(KENT));
    await put(SURREY, 'AuthorityLeft');
    await until(() => !authorities.isMember(SURREY));
    expect(changes).toBe(2);
    expect(authorities.find(KENT)).toMatchObject({ name: 'Kent', member: true });
    expect(authorities.all().filter(({ member }) => member)).toMatchObject([{ gss: KENT }]);
    await memberships.beforeApplicationShutdown();
  });

  it('does not go back to an older word', () => {
    const { authorities } = aTown().start();
    authorities.apply({ gss: KENT, member: true, position: 7 });
    authorities.apply({ gss: KENT, member: false, position: 5 });
    expect(authorities.isMember(KENT)).toBe(true);
  });
});
