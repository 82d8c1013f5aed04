import { Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { Turns } from '../decision/turns';
import { SafeLog } from '../logging/safe-log';
import { Metrics } from '../metrics/metrics';
import { toProblem, toProblemBody, unforeseen } from '../problems/problem-body';
import type { ProblemBody } from '../problems/problem-body';
import { countedAs } from '../problems/problem-error';
import { checked } from '../validation/check';
import type { BatchCommand } from './batch.dto';
import { IntakeService } from './intake.service';
import { KnownActions } from './known-actions';
import type { SubmissionAnswer } from './submission-answer';
import { toIdempotencyKey, toSubmission } from './submission-of-request';

/** The answer to one command of a batch, in the place where the command stood. */
export type BatchAnswer = Readonly<{ key: string; status: number }> &
  (Readonly<{ answer: SubmissionAnswer }> | Readonly<{ problem: ProblemBody }>);

/** Takes commands in batches: what concerns the same notice or child keeps its order, the rest goes side by side. */
@Injectable()
export class BatchService {
  constructor(
    private readonly intake: IntakeService,
    private readonly log: SafeLog,
    private readonly metrics: Metrics,
    private readonly actions: KnownActions,
  ) {}

  submitAll(reader: Reader, commands: readonly BatchCommand[]): Promise<readonly BatchAnswer[]> {
    const turns = new Turns();
    return Promise.all(commands.map((each) => turns.take(subjectsOf(each), () => this.answer(reader, each))));
  }

  private async answer(reader: Reader, command: BatchCommand): Promise<BatchAnswer> {
    try {
      return { key: command.key, status: 201, answer: await this.submit(reader, command) };
    } catch (error) {
      const problem = toProblem(error);
      if (!problem) this.log.error('command-failed', error);
      const told = problem ?? unforeseen();
      this.metrics.refused(countedAs(told));
      return { key: command.key, status: told.status, problem: toProblemBody(told) };
    }
  }

  private submit(reader: Reader, { action: name, id, key, body }: BatchCommand): Promise<SubmissionAnswer> {
    const action = this.actions.get(reader, name, id);
    const submission = toSubmission(reader, toIdempotencyKey(key, 'key'), () => '');
    const dto = checked(action.dto, body);
    return this.intake.submit(action, { ...(id === undefined ? {} : { id }), dto, submission });
  }
}

const textIn = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
};

const childIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, 'child') : undefined;

/** What a command is about, as far as its order among others goes. */
const subjectsOf = ({ id, body }: BatchCommand): readonly string[] =>
  [
    id === undefined ? undefined : `notice ${id}`,
    prefixed('record', textIn(body, 'recordRef')),
    prefixed('child', textIn(childIn(body), 'localId')),
  ].filter((subject) => subject !== undefined);

const prefixed = (kind: string, name: string | undefined): string | undefined =>
  name === undefined ? undefined : `${kind} ${name}`;
