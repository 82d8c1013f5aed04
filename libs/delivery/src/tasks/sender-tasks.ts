import { Injectable } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { DecisionRunner, RefusedError, notFound } from '@ibex/runtime';
import type { Plain, Submission } from '@ibex/runtime';
import { OpenedTasks } from './opened-tasks';
import { taskStream } from './other-means-tasks';
import { taskDecider } from './task.decider';
import type { TaskCommand } from './task.decider';
import { PROOF_WORDS } from './task.events';
import { TaskList } from './task-list';
import { toTaskShown } from './task-shown';
import type { OneTaskDto, TaskDoneAnswerDto, TaskDoneDto, TaskListDto, TasksQuery } from './tasks.dto';

const USUAL_TASKS = 100;

type Telling = 'MarkTaskDone' | 'CorrectTaskProof';

const toCommand = (type: Telling, dto: TaskDoneDto, by: string): TaskCommand => {
  const { means, doneAt } = dto;
  const words = PROOF_WORDS.flatMap((name) => (dto[name] === undefined ? [] : [[name, dto[name]] as const]));
  const proven = dto.reference === undefined ? {} : { proven: true };
  const data = { by, means, doneAt, ...proven };
  return words.length === 0 ? { type, data } : { type, data, personal: Object.fromEntries(words) };
};

/** What a sender does with its tasks: list them, mark them as done. */
@Injectable()
export class SenderTasks {
  constructor(
    private readonly taskList: TaskList,
    private readonly decisions: DecisionRunner,
    private readonly opened: OpenedTasks,
  ) {}

  async list(reader: Reader, query: TasksQuery): Promise<Plain<TaskListDto>> {
    const limit = query.limit ?? USUAL_TASKS;
    const now = this.opened.now();
    const late = query.overdue === undefined ? {} : { overdueAt: now };
    const page = {
      state: query.state ?? 'open',
      after: query.after ?? -1,
      limit: limit + 1,
      ...late,
    } as const;
    const rows = await this.taskList.of(reader.authority, page);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      tasks: shown.map((row) => toTaskShown(row, this.opened.authorities, now)),
      ...(rows.length > limit && last ? { next: last.openedPosition } : {}),
    };
  }

  /** Throws the one 404 for a task of another sender as for one that does not exist. */
  async one(reader: Reader, id: string): Promise<Plain<OneTaskDto>> {
    const row = await this.taskList.find(id);
    if (row?.owner !== reader.authority) throw notFound();
    const shown = toTaskShown(row, this.opened.authorities, this.opened.now());
    return { ...shown, proofs: await this.opened.proofsOf(id) };
  }

  done(id: string, dto: TaskDoneDto, submission: Submission): Promise<Plain<TaskDoneAnswerDto>> {
    return this.tell('MarkTaskDone', { id, dto }, submission);
  }

  correct(id: string, dto: TaskDoneDto, submission: Submission): Promise<Plain<TaskDoneAnswerDto>> {
    return this.tell('CorrectTaskProof', { id, dto }, submission);
  }

  private async tell(
    type: Telling,
    { id, dto }: Readonly<{ id: string; dto: TaskDoneDto }>,
    submission: Submission,
  ): Promise<Plain<TaskDoneAnswerDto>> {
    const command = toCommand(type, dto, submission.actor.authority);
    const outcome = await this.decisions.run(taskDecider, { stream: taskStream(id), command, submission });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    const { position, repeated } = outcome;
    return { id, means: dto.means, doneAt: dto.doneAt, position, repeated };
  }
}
