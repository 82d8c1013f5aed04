import { Inject, Injectable } from '@nestjs/common';
import type { Desk, OpeningHours } from '@ibex/kernel';
import { DEFINITIONS, DecisionRunner, RefusedError } from '@ibex/runtime';
import type { Definitions, Plain, Submission } from '@ibex/runtime';
import { deskDecider } from './desk.decider';
import type { DeskCommand } from './desk.decider';
import { ANY_KIND } from './desk.events';
import { fromDay, toDay } from './desks.dto';
import type { DeskChangedDto, DeskDto, DesksShownDto, EscalationDto, HoursDto } from './desks.dto';
import { RecordedDesks, desksOf } from './recorded-desks';

const toHours = ({ always, hours = [] }: Plain<DeskDto>): Desk['hours'] =>
  always ? 'always' : hours.map(({ day, opens, closes }) => ({ days: [toDay(day)], opens, closes }));

const fromHours = (hours: readonly OpeningHours[]): readonly Plain<HoursDto>[] =>
  hours.flatMap(({ days, opens, closes }) => days.map((day) => ({ day: fromDay(day), opens, closes })));

/** What an authority says of its own desks. */
@Injectable()
export class OwnDesks {
  constructor(
    private readonly desks: RecordedDesks,
    private readonly decisions: DecisionRunner,
    @Inject(DEFINITIONS) private readonly definitions: Definitions,
  ) {}

  async shown(authority: string): Promise<Plain<DesksShownDto>> {
    const [{ desks, steps }, contacts] = await Promise.all([
      this.desks.of(authority),
      this.desks.contactsOf(authority),
    ]);
    return {
      desks: desks.map(({ desk, role, hours }) => {
        const contact = contacts.get(desk);
        return {
          ...{ desk, role, always: hours === 'always', hours: hours === 'always' ? [] : fromHours(hours) },
          ...(contact === undefined ? {} : { contact }),
        };
      }),
      escalations: Object.entries(steps).map(([kind, of]) => ({ kind, steps: of })),
    };
  }

  name(dto: DeskDto, submission: Submission): Promise<Plain<DeskChangedDto>> {
    const { desk, role, contact } = dto;
    const data = { by: submission.actor.authority, desk, role, hours: toHours(dto) };
    const personal = contact === undefined ? {} : { personal: { contact } };
    return this.submit({ type: 'NameDesk', data, ...personal }, submission);
  }

  escalate({ kind, steps }: EscalationDto, submission: Submission): Promise<Plain<DeskChangedDto>> {
    const by = submission.actor.authority;
    this.checkKind(kind);
    const plain = steps.map(({ desk, afterMinutes }) => ({ desk, afterMinutes }));
    return this.submit({ type: 'SetEscalation', data: { by, kind, steps: plain } }, submission);
  }

  /** A kind that no duty has would be set and never looked at. */
  private checkKind(kind: string): void {
    const kinds = new Set([ANY_KIND, ...this.definitions.flatMap(({ dutyKinds = [] }) => dutyKinds)]);
    if (kinds.has(kind)) return;
    const known = [...kinds].sort().join(', ');
    const because = `There is no duty of this kind. Known are: ${known}.`;
    throw new RefusedError({ code: 'desk/unknown-kind', because, field: 'kind' });
  }

  private async submit(command: DeskCommand, submission: Submission): Promise<Plain<DeskChangedDto>> {
    const stream = desksOf(submission.actor.authority);
    const order = { stream, command, submission };
    const outcome = await this.decisions.run(deskDecider, order, { recordRef: stream });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return { position: outcome.position, repeated: outcome.repeated };
  }
}
