import type { Arrival, NoticeSource } from '@ibex/kernel';

export type SourceUnderTest = Readonly<{
  /** The same subscription, opened as after a restart. */
  open: () => Promise<NoticeSource>;
  /** Sends so many events about a few children. Ids and numbers grow. */
  send: (count: number) => Promise<void>;
  end: () => Promise<void>;
}>;

const until = async (holds: () => boolean): Promise<void> => {
  for (const end = Date.now() + 20_000; !holds();) {
    if (Date.now() > end) throw new Error('it does not hold after 20 seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const numberOf = ({ content }: Arrival): number =>
  'event' in content ? Number(content.event['sequence']) : NaN;
const numbersOf = (arrivals: readonly Arrival[]): readonly number[] =>
  arrivals.map(numberOf).sort((a, b) => a - b);

const grouped = (arrivals: readonly Arrival[], by: 'key' | 'lane'): readonly (readonly Arrival[])[] => {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) groups.set(arrival[by], [...(groups.get(arrival[by]) ?? []), arrival]);
  return [...groups.values()];
};
const ascends = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));

/** What every source of notices keeps to. `make` gives a fresh subscription without events; the suite ends it. */
export const noticeSourceSuite = (name: string, make: () => Promise<SourceUnderTest>): void => {
  describe(`a source of notices: ${name}`, () => {
    let under: SourceUnderTest;
    const open: NoticeSource[] = [];
    beforeEach(async () => {
      under = await make();
    }, 60_000);
    afterEach(async () => {
      await Promise.all(open.splice(0).map((source) => source.close()));
      await under.end();
    }, 60_000);

    const listen = async (): Promise<
      Readonly<{ source: NoticeSource; arrived: Arrival[]; ended: Promise<void> }>
    > => {
      const arrived: Arrival[] = [];
      const source = await under.open();
      open.push(source);
      const ended = source.run((arrival) => Promise.resolve(void arrived.push(arrival)));
      return { source, arrived, ended };
    };

    it('hands over what was sent before and what is sent now, each child’s in order', async () => {
      await under.send(5);
      const { arrived } = await listen();
      await until(() => arrived.length >= 5);
      await under.send(4);
      await until(() => arrived.length >= 9);
      expect(numbersOf(arrived)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const byChild = grouped(arrived, 'key');
      expect(byChild.length).toBeGreaterThan(1);
      expect(byChild.map((of) => ascends(of.map(numberOf)))).toEqual(byChild.map(() => true));
      const byLane = grouped(arrived, 'lane');
      expect(byLane.map((of) => ascends(of.map(({ place }) => place)))).toEqual(byLane.map(() => true));
      expect(new Set(arrived.map(({ where }) => where)).size).toBe(9);
    }, 60_000);

    it('hands over again, from where it came before, what was not settled, and nothing that was', async () => {
      await under.send(6);
      const first = await listen();
      await until(() => first.arrived.length === 6);
      const settled = first.arrived.slice(0, 4);
      for (const { lane, place } of settled) first.source.settled(lane, place);
      await first.source.close();
      const again = await listen();
      await under.send(1);
      await until(() => again.arrived.length >= 3);
      const left = first.arrived.slice(4);
      expect(numbersOf(again.arrived)).toEqual([...numbersOf(left), 7]);
      const wheres = new Set(again.arrived.map(({ where }) => where));
      expect(left.every(({ where }) => wheres.has(where))).toBe(true);
    }, 60_000);

    it('hands over nothing once halted, but still takes what is settled; ends when closed', async () => {
      await under.send(3);
      const { source, arrived, ended } = await listen();
      await until(() => arrived.length === 3);
      source.halt();
      await under.send(2);
      await new Promise((resolve) => setTimeout(resolve, 200));
      for (const { lane, place } of arrived) source.settled(lane, place);
      await source.close();
      await ended;
      expect(arrived).toHaveLength(3);
      const again = await listen();
      await until(() => again.arrived.length >= 2);
      expect(numbersOf(again.arrived)).toEqual([4, 5]);
    }, 60_000);
  });
};
