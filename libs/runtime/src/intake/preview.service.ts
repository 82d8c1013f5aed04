import { Inject, Injectable, Optional } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AUTHORITIES, IDS, SHARING_AGREEMENTS, toldByLaw } from '@ibex/kernel';
import type { Addressee, Authorities, Ids, Reader, RecordedFact, SharingAgreements } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import type { Submission } from '../decision/order';
import { RefusedError } from '../problems/problem-error';
import { DEFINITIONS } from '../runtime.tokens';
import type { Definitions } from '../runtime.tokens';
import { checked } from '../validation/check';
import { KnownActions } from './known-actions';
import type { Plain } from './plain';
import type { FactPreviewed, PreviewDto, PreviewOrder, RecipientPreviewed } from './preview.dto';
import { dutiesBegun, eachOnce } from './preview.rule';
import { toActor } from './submission-of-request';

/** Who a telling depends on besides the rules themselves. */
@Injectable()
export class PreviewSources {
  constructor(
    @Inject(DEFINITIONS) readonly definitions: Definitions,
    @Inject(IDS) readonly ids: Ids,
    @Optional() @Inject(SHARING_AGREEMENTS) readonly agreements?: SharingAgreements,
    @Optional() @Inject(AUTHORITIES) readonly authorities?: Pick<Authorities, 'isMember'>,
  ) {}
}

/** Says what an order would come to and who would be told on which basis, by the rules that decide and tell; records nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly commands: CommandBus,
    private readonly actions: KnownActions,
    private readonly log: FactLog,
    private readonly sources: PreviewSources,
  ) {}

  /** Throws what the order itself would throw: RefusedError where the decider says no, the 422 problem of its body. */
  async preview(reader: Reader, { action: name, id, body }: PreviewOrder): Promise<Plain<PreviewDto>> {
    const action = this.actions.get(reader, name, id);
    const dto = checked(action.dto, body);
    const submission = this.rehearsalBy(reader);
    const incoming = { id: id ?? submission.commandId, dto, submission };
    const outcome = await this.commands.execute(action.toCommand(incoming));
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    const { facts } = outcome;
    const stream = facts[0]?.stream;
    const before = stream === undefined ? [] : await this.log.readStream(stream);
    const told = await Promise.all(
      facts.map((fact, at) => this.toldOf(fact, [...before, ...facts.slice(0, at)])),
    );
    const rules = this.sources.definitions;
    return {
      facts: facts.map((fact) => this.shown(fact, id === undefined)),
      told: eachOnce(told.flat()).map((each) => this.toRecipient(each)),
      duties: facts.flatMap((fact, at) =>
        dutiesBegun(rules, { fact, earlier: [...before, ...facts.slice(0, at)] }, reader.authority),
      ),
    };
  }

  private rehearsalBy(reader: Reader): Submission {
    const commandId = this.sources.ids.next();
    const nobodyElses = { commandId, correlationId: commandId, commandDigest: commandId };
    return { actor: toActor(reader), ...nobodyElses, isRehearsal: true };
  }

  private async toldOf(fact: RecordedFact, earlier: readonly RecordedFact[]): Promise<readonly Addressee[]> {
    const definition = this.sources.definitions.find(({ facts }) => fact.type in facts);
    if (!definition) return [];
    const byAgreement = await this.sources.agreements?.alsoTold({ definition, fact, earlier });
    return [...toldByLaw(definition, fact, earlier), ...(byAgreement ?? [])];
  }

  /** Of a notice that is there the fact may say more than whoever acts on it has been told. */
  private shown({ type, data }: RecordedFact, isOwn: boolean): Plain<FactPreviewed> {
    const definition = this.sources.definitions.find(({ facts }) => type in facts);
    const title = definition?.facts[type]?.title ?? type;
    return { type, title, ...(isOwn ? { data } : {}) };
  }

  private toRecipient(addressee: Addressee): Plain<RecipientPreviewed> {
    const { authority, capacity, urgency, basis, duty, agreement } = addressee;
    return {
      ...{ authority, capacity, urgency, basis },
      ...(duty === undefined ? {} : { duty }),
      ...(agreement === undefined ? {} : { agreement }),
      member: this.sources.authorities?.isMember(authority) ?? true,
    };
  }
}
