import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SEALER, londonDateOf } from '@ibex/kernel';
import type { Clock, Reader, RecordedFact, Sealer } from '@ibex/kernel';
import { FactLog, notFound } from '@ibex/runtime';
import type { Plain } from '@ibex/runtime';
import { agreementStream, termsIn } from '../domain/agreement.events';
import { AgreementList } from '../view/agreement-list';
import { toAgreementShown } from './agreement-shown';
import type { Words } from './agreement-shown';
import type { AgreementDto, AgreementListDto } from './answers.dto';

const isParty = (fact: RecordedFact, authority: string): boolean =>
  termsIn(fact)?.parties.includes(authority) === true;

/** Shows agreements to those who are, or were, parties. */
@Injectable()
export class AgreementReader {
  constructor(
    private readonly log: FactLog,
    private readonly agreements: AgreementList,
    @Inject(SEALER) private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(reader: Reader): Promise<Plain<AgreementListDto>> {
    const ids = await this.agreements.of(reader.authority);
    const found = await Promise.all(ids.map((id) => this.find(reader, id)));
    return { agreements: found.flatMap((one) => one ?? []) };
  }

  /** Throws the one 404 for an agreement of others as for one that does not exist. */
  async one(reader: Reader, id: string): Promise<Plain<AgreementDto>> {
    const found = await this.find(reader, id);
    if (!found) throw notFound();
    return found;
  }

  private async find({ authority }: Reader, id: string): Promise<Plain<AgreementDto> | undefined> {
    const facts = await this.log.readStream(agreementStream(id));
    if (!facts.some((fact) => isParty(fact, authority))) return undefined;
    const day = londonDateOf(this.clock.now());
    return toAgreementShown(id, facts, { day, words: await this.wordsOf(facts) });
  }

  private async wordsOf(facts: readonly RecordedFact[]): Promise<Words> {
    const opened = await Promise.all(
      facts.map(async ({ id, sealed, stream }) => {
        const words = sealed === undefined ? undefined : await this.sealer.unseal(stream, id, sealed);
        return words === undefined ? [] : [[id, words] as const];
      }),
    );
    return new Map(opened.flat());
  }
}
