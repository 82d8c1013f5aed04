import { Injectable } from '@nestjs/common';
import type { ChildIdentity } from '@ibex/kernel';
import { asSystem } from '@ibex/runtime';
import type { Plain, Reading } from '@ibex/runtime';
import { IdentityDigests } from '../keys/identity-digests';
import { toPerson } from '../keys/to-person';
import { AUTOMATIC, REVIEW } from '../matching/matcher';
import { Likeness } from '../worker/likeness';
import { KeyedRecords } from '../keys/keyed-records';
import { reasonInWords } from '../review/reason-words';
import type { LikelyRecordDto } from './likely-child.dto';
import { LikelyLooks } from './likely-looks';

const MOST_OWN = 10;
/** As many are always asked about, there or not, so that the time says nothing of who else knows the child. */
const OTHERS_ASKED = 5;
/** No record is called so. */
const ASKED = 'asked';

type Near = Readonly<{ recordRef: string; owner: string; weight: number; reasons: readonly string[] }>;

/**
 * Which records a child that is about to be told of looks like: the reader's own, and of others' those alone that it may
 * see for another reason. That there is a record it may not see is not said at all: likeness is asked for by guesses, and
 * every answer to one would be an answer to the next (the search of a MASH is exact, has budgets, and is on record).
 */
@Injectable()
export class LikelyRecords {
  constructor(
    private readonly likeness: Likeness,
    private readonly digests: IdentityDigests,
    private readonly keys: KeyedRecords,
    private readonly looks: LikelyLooks,
  ) {}

  async of(reading: Reading, child: ChildIdentity): Promise<readonly Plain<LikelyRecordDto>[]> {
    // the keys are no reader's; what is found is cut down to what this one may see before anything of it is shown
    const near = await asSystem(() => this.near(child));
    const { reader } = reading;
    const isOwn = ({ owner }: Near): boolean => owner === reader.authority;
    const own = await this.looks.seen(reader, near.filter(isOwn).slice(0, MOST_OWN));
    const others = await this.looks.seen(reader, padded(near.filter((one) => !isOwn(one))));
    await this.looks.note(reading, own, others);
    return [...own.map(toOwn), ...others.map(({ recordRef, owner }) => ({ recordRef, owner }))];
  }

  private async near(child: ChildIdentity): Promise<readonly Near[]> {
    const person = toPerson({ recordRef: ASKED, owner: '' }, child);
    const asked = new Map([[ASKED, { row: this.digests.columnsOf(child), person }]]);
    const { people, near, scales } = await this.likeness.of(asked);
    const likely = near.filter(({ weight }) => weight >= REVIEW).sort((x, y) => y.weight - x.weight);
    const refOf = ({ a, b }: Readonly<{ a: string; b: string }>): string => (a === ASKED ? b : a);
    const rows = await this.keys.of(likely.map(refOf));
    const ownerOf = new Map(rows.map(({ recordRef, owner }) => [recordRef, owner]));
    const self = people.get(ASKED);
    return likely.flatMap((pair) => {
      const recordRef = refOf(pair);
      const [owner, other] = [ownerOf.get(recordRef), people.get(recordRef)];
      if (owner === undefined || !other || !self) return [];
      return [{ recordRef, owner, weight: pair.weight, reasons: scales.reasons(self, other) }];
    });
  }
}

const padded = (others: readonly Near[]): readonly Near[] => {
  const nobody: Near = { recordRef: ASKED, owner: '', weight: 0, reasons: [] };
  const first = others.slice(0, OTHERS_ASKED);
  return [...first, ...Array.from({ length: OTHERS_ASKED - first.length }, () => nobody)];
};

const toOwn = ({ recordRef, owner, weight, reasons }: Near): Plain<LikelyRecordDto> => ({
  ...{ recordRef, owner, likeliness: weight >= AUTOMATIC ? 'very-likely' : 'possible' },
  agrees: reasons.map(reasonInWords),
});
