import { grouped } from '../grouped';
import type { Notice } from '../notices/invented-notices';
import type { Effect, EffectWord } from './effect';

const listed = (ids: readonly string[]): string => {
  const [first = '', ...more] = ids;
  return more.length === 0 ? first : `${first} and ${String(more.length)} more`;
};

/** Everything that a receiver did in the run, and what is wrong with it. */
export class EffectLog {
  private readonly byId: ReadonlyMap<string, readonly Effect[]>;

  constructor(private readonly effects: readonly Effect[]) {
    this.byId = grouped(effects, ({ id }) => id);
  }

  of({ id }: Notice): readonly Effect[] {
    return this.byId.get(id) ?? [];
  }

  has(notices: readonly Notice[]): boolean {
    return notices.every((notice) => this.of(notice).length > 0);
  }

  /** Each of these was done exactly once, in one of these words. */
  onceEach(notices: readonly Notice[], words: readonly EffectWord[] = ['applied']): readonly string[] {
    const idsWhere = (wrong: (done: readonly Effect[]) => boolean): readonly string[] =>
      notices.filter((notice) => wrong(this.of(notice))).map(({ id }) => id);
    const never = idsWhere((done) => done.length === 0);
    const again = idsWhere((done) => done.length > 1);
    const other = idsWhere(
      ([first, ...more]) => first !== undefined && more.length === 0 && !words.includes(first.effect),
    );
    return [
      ...(never.length === 0 ? [] : [`never took effect: ${listed(never)}`]),
      ...(again.length === 0 ? [] : [`took effect more than once: ${listed(again)}`]),
      ...(other.length === 0 ? [] : [`took effect other than as ${words.join(' or ')}: ${listed(other)}`]),
    ];
  }

  /** None of these was done. */
  none(notices: readonly Notice[]): readonly string[] {
    const done = notices.filter((notice) => this.of(notice).length > 0).map(({ id }) => id);
    return done.length === 0 ? [] : [`took effect: ${listed(done)}`];
  }

  /** Those of one record were done in the order given. */
  inOrder(notices: readonly Notice[]): readonly string[] {
    // of what was done twice the first time counts
    const place = new Map(this.effects.map(({ id }, at) => [id, at] as const).toReversed());
    const wrong = [...grouped(notices, ({ record }) => record.recordRef).values()].filter((of) => {
      const places = of.flatMap(({ id }) => place.get(id) ?? []);
      return places.some((at, index) => at < (places[index - 1] ?? -1));
    });
    const first = wrong[0]?.[0];
    return first === undefined
      ? []
      : [`out of order in ${String(wrong.length)} records, e.g. around ${first.id}`];
  }
}
