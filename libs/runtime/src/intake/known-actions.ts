import { Inject, Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { roleNeeded } from '../access/token.guard';
import { ProblemError } from '../problems/problem-error';
import { INTAKE_ACTIONS } from '../runtime.tokens';
import type { IntakeActions } from '../runtime.tokens';
import type { IntakeAction } from './intake-action';

/** Actions by name, for those who may order them. */
@Injectable()
export class KnownActions {
  private readonly actions: ReadonlyMap<string, IntakeAction>;

  constructor(@Inject(INTAKE_ACTIONS) actions: IntakeActions) {
    this.actions = new Map(actions.map((action) => [action.name, action]));
  }

  /** Throws the 422 problem for an action that there is not or that lacks its notice, 403 where another role is needed. */
  get(reader: Reader, name: string, id: string | undefined): IntakeAction {
    const action = this.actions.get(name);
    if (!action) throw actionUnknown();
    if (action.roles && !reader.roles.some((role) => action.roles?.includes(role)))
      throw roleNeeded(action.roles);
    if (id === undefined && !action.opens) throw idNeeded();
    return action;
  }
}

const actionUnknown = (): ProblemError =>
  new ProblemError(422, 'body-not-valid', 'Body not valid', 'action is not one that the exchange knows.', {
    field: 'action',
    mend: 'Give the name of an action as documented, e.g. placement/notify.',
  });

const idNeeded = (): ProblemError =>
  new ProblemError(422, 'body-not-valid', 'Body not valid', 'id is missing.', {
    field: 'id',
    mend: 'Give the id of the notice that the action is on.',
  });
