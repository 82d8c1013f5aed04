import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, RECORDS, ageOn, isCivilDate, londonDateOf, messageOf, toldByLaw } from '@ibex/kernel';
import type {
  Addressee,
  AgreementCitation,
  Clock,
  FactToShare,
  RecordedFact,
  Records,
  SharingAgreements,
} from '@ibex/kernel';
import { FactLog } from '@ibex/runtime';
import { agreementStream, isAgreementFact } from '../domain/agreement.events';
import { evolveAgreement, inForceOn, partiesOf } from '../domain/agreement.state';
import type { AgreementState } from '../domain/agreement.state';
import { asksForAge, covers } from '../domain/agreement.terms';
import { alsoToldOf } from '../sharing/sharing.rule';
import type { InForce, Step } from '../sharing/sharing.rule';
import { AgreementBook } from './agreement-book';

const NONE: AgreementState = { phase: 'none' };

const askForAge = (agreements: readonly InForce[], type: string): boolean =>
  agreements.some(({ terms }) =>
    terms.clauses.some((clause) => clause.types.includes(type) && asksForAge(clause)),
  );

/** The kernel's port, answered from the log alone. */
@Injectable()
export class RecordedAgreements implements SharingAgreements {
  private readonly book: AgreementBook;

  constructor(
    private readonly log: FactLog,
    @Inject(RECORDS) private readonly records: Pick<Records, 'identityOf'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.book = new AgreementBook(log);
  }

  async alsoTold(shared: FactToShare): Promise<readonly Addressee[]> {
    const { definition, fact, earlier } = shared;
    if (!definition.neighbours || !messageOf(definition, fact)) return [];
    const now = await this.book.inForceAt(fact.position, fact.recordedAt);
    if (!now.some(({ terms }) => terms.clauses.some(({ types }) => types.includes(definition.name))))
      return [];
    const facts = [...earlier, fact];
    return alsoToldOf(await Promise.all(facts.map((_, at) => this.stepAt(at, facts, shared))));
  }

  async isOpen({ id, clause, tells }: AgreementCitation, recipient: string): Promise<boolean> {
    const state = await this.stateOf(id);
    const version = inForceOn(state, londonDateOf(this.clock.now()));
    if (!version || state.phase === 'none') return false;
    const parties = partiesOf(state, version);
    const stands = version.terms.clauses.some((each) => each.id === clause && covers(each, tells, recipient));
    return stands && parties.includes(tells) && parties.includes(recipient);
  }

  async stateOf(id: string): Promise<AgreementState> {
    const facts = await this.log.readStream(agreementStream(id));
    return facts.filter(isAgreementFact).reduce(evolveAgreement, NONE);
  }

  private async stepAt(at: number, facts: readonly RecordedFact[], shared: FactToShare): Promise<Step> {
    const fact = facts[at] ?? shared.fact;
    const { definition } = shared;
    const before = facts.slice(0, at);
    const agreements = await this.book.inForceAt(fact.position, fact.recordedAt);
    return {
      fact,
      type: definition.name,
      told: toldByLaw(definition, fact, before),
      urgency: definition.neighbours?.urgencyOf(fact, before),
      age: askForAge(agreements, definition.name) ? await this.ageAt(fact, facts) : undefined,
      agreements,
    };
  }

  /** In whole years on the London day of recording, by the date of birth that was on record then. */
  private async ageAt(fact: RecordedFact, facts: readonly RecordedFact[]): Promise<number | undefined> {
    const recordRef = fact.metadata.recordRef ?? facts[0]?.metadata.recordRef;
    if (recordRef === undefined) return undefined;
    const child = await this.records.identityOf(recordRef, fact.position);
    const born = child?.dateOfBirth;
    const day = londonDateOf(fact.recordedAt);
    return born === undefined || !isCivilDate(born) || born > day ? undefined : ageOn(born, day);
  }
}
