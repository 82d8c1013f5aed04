import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Addressee, Reader, RecordedFact } from '@ibex/kernel';
import { FactLog } from '../decision/fact-log';
import type { Submission } from '../decision/order';
import { RefusedError } from '../problems/problem-error';
import { checked } from '../validation/check';
import { KnownActions } from './known-actions';
import type { Plain } from '../openapi/plain';
import type { FactPreviewed, PreviewDto, PreviewOrder, RecipientPreviewed } from './preview.dto';
import { dutiesBegun, eachOnce } from './preview.rule';
import { PreviewedAudience } from './previewed-audience';
import { toActor } from './submission-of-request';

/** Says what an order would come to and who would be told on which basis, by the rules that decide and tell; records nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly commands: CommandBus,
    private readonly actions: KnownActions,
    private readonly log: FactLog,
    private readonly audience: PreviewedAudience,
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
      facts.map((fact, at) => this.audience.toldOf(fact, [...before, ...facts.slice(0, at)])),
    );
    const rules = this.audience.sources.definitions;
    return {
      facts: facts.map((fact) => this.shown(fact, id === undefined)),
      told: eachOnce(told.flat()).map((each) => this.toRecipient(each)),
      duties: facts.flatMap((fact, at) =>
        dutiesBegun(rules, { fact, earlier: [...before, ...facts.slice(0, at)] }, reader.authority),
      ),
    };
  }

  private rehearsalBy(reader: Reader): Submission {
    const commandId = this.audience.sources.ids.next();
    const nobodyElses = { commandId, correlationId: commandId, commandDigest: commandId };
    return { actor: toActor(reader), ...nobodyElses, isRehearsal: true };
  }

  /** Of a notice that is there the fact may say more than whoever acts on it has been told. */
  private shown({ type, data }: RecordedFact, isOwn: boolean): Plain<FactPreviewed> {
    const definition = this.audience.sources.definitions.find(({ facts }) => type in facts);
    const title = definition?.facts[type]?.title ?? type;
    return { type, title, ...(isOwn ? { data } : {}) };
  }

  private toRecipient(addressee: Addressee): Plain<RecipientPreviewed> {
    const { authority, capacity, urgency, basis, duty, agreement } = addressee;
    return {
      ...{ authority, capacity, urgency, basis },
      ...(duty === undefined ? {} : { duty }),
      ...(agreement === undefined ? {} : { agreement }),
      member: this.audience.sources.authorities?.isMember(authority) ?? true,
    };
  }
}
