import { Inject, Injectable } from '@nestjs/common';
import { BASIS_OF_OWNER, READ_LEDGER } from '@ibex/kernel';
import type { ReadLedger, Reader, RecordedFact } from '@ibex/kernel';
import { FactLog, FactShelf, notFound } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { knowsNoChild } from '../../policy/need-to-know.rule';
import { LOOKOUT_BASIS } from '../domain/lookout.definition';
import {
  LOOKOUT_CATEGORY,
  isLookoutFact,
  lookoutIdOf,
  lookoutStream,
  lookoutsOf,
} from '../domain/lookout.events';
import type { LookoutAsked, LookoutFact } from '../domain/lookout.events';
import { LookoutSealing } from '../lookout-sealing';
import type { LookoutShownDto } from './lookouts.dto';

type Asked = RecordedFact & LookoutAsked;

const askedIn = (facts: readonly RecordedFact[]): Asked | undefined =>
  facts.filter(isLookoutFact).find((fact): fact is Asked => fact.type === 'LookoutAsked');

const isFor = ({ data }: Asked, reader: Reader): boolean =>
  !knowsNoChild(reader) && (data.by === reader.authority || data.authorities.includes(reader.authority));

const toOwner = ({ data }: Asked): Pick<LookoutShownDto, 'recordRef' | 'authorities'> => ({
  ...{ recordRef: data.about, authorities: data.authorities },
});

const becauseOf = (fact: LookoutFact | undefined): Pick<LookoutShownDto, 'endedBecause'> =>
  fact?.type === 'LookoutEnded' && fact.data.because !== undefined ? { endedBecause: fact.data.because } : {};

/** Lookouts as their owner, and those whom it named, may see them: few, so that they are read from the log. */
@Injectable()
export class LookoutList {
  private readonly shelf: FactShelf;

  constructor(
    private readonly log: FactLog,
    private readonly sealing: LookoutSealing,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {
    this.shelf = new FactShelf(log, [LOOKOUT_CATEGORY]);
  }

  /** The latest first. */
  async of(reader: Reader): Promise<readonly Plain<LookoutShownDto>[]> {
    const facts = await this.shelf.before((await this.log.head()) + 1);
    const streams = [...new Set(facts.map(({ stream }) => stream))];
    const shown = streams.map((stream) =>
      this.shown(
        reader,
        facts.filter((fact) => fact.stream === stream),
      ),
    );
    return (await Promise.all(shown)).flatMap((each) => each ?? []).toReversed();
  }

  /** Throws the one 404 for what the reader was not asked. */
  async one(reader: Reader, id: string): Promise<Plain<LookoutShownDto>> {
    const shown = await this.shown(reader, await this.log.readStream(lookoutStream(id)));
    if (!shown) throw notFound();
    return shown;
  }

  private async shown(
    reader: Reader,
    facts: readonly RecordedFact[],
  ): Promise<Plain<LookoutShownDto> | undefined> {
    const asked = askedIn(facts);
    if (!asked || !isFor(asked, reader)) return undefined;
    const { data, recordedAt } = asked;
    const isOwn = data.by === reader.authority;
    const ended = facts.filter(isLookoutFact).find((fact) => fact.type === 'LookoutEnded');
    const isOver = ended !== undefined;
    await this.note(reader, data.by, isOwn);
    return {
      ...{ id: lookoutIdOf(asked), state: isOver ? 'over' : 'missing', from: data.by },
      ...{ since: data.since, askedAt: recordedAt },
      // whom to ring is for as long as somebody is to be rung
      ...(isOver && !isOwn ? {} : await this.sealing.open(asked)),
      ...(isOwn ? { ...toOwner(asked), ...becauseOf(ended) } : {}),
    };
  }

  /** Filed under the owner: the ledger of whoever looks must not tell which record it was. */
  private async note(reader: Reader, owner: string, isOwn: boolean): Promise<void> {
    const basis = isOwn ? BASIS_OF_OWNER : LOOKOUT_BASIS;
    const purpose = isOwn ? 'own-child' : 'act-on-notice';
    await this.ledger.note(reader, {
      ...{ what: 'lookout', purpose, shown: [{ recordRef: lookoutsOf(owner), owner, basis }] },
    });
  }
}
