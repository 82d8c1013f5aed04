import type { Command } from '@nestjs/cqrs';
import type { Role } from '@ibex/kernel';
import type { Outcome, Submission } from '../decision/order';

/** What a translation from the outside gets: the checked body, the notice's id, who sent it. */
export type Incoming<D> = Readonly<{ id: string; dto: D; submission: Submission }>;

/**
 * One thing that a client may order, known by name to `POST /v1/batches` and to the importers, e.g. `placement/end`.
 * `id` is the notice's id: given by the caller, or derived from the command id where the action opens a new notice.
 */
export type IntakeAction<D extends object = object> = Readonly<{
  name: string;
  /** True when the action may open a new notice, so that no id has to be given. */
  opens: boolean;
  dto: new () => D;
  /** Who may order it through a batch; the same as on its own route. Absent: every role that may send batches. */
  roles?: readonly Role[];
  toCommand(incoming: Incoming<D>): Command<Outcome>;
}>;

/** Declares an action with its DTO's type checked, then lets it stand in lists of actions. */
export const intakeAction = <D extends object>(action: IntakeAction<D>): IntakeAction => ({
  ...action,
  toCommand: (incoming) =>
    action.toCommand({ ...incoming, dto: Object.assign(new action.dto(), incoming.dto) }),
});
