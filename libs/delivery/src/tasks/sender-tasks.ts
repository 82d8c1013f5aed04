import { Injectable } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import type { Reader } from '@ibex/kernel';
import { DecisionRunner, RefusedError, notFound } from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';
import { toDocument } from './letter-form';
import { LetterMaker } from './letter-maker';
import { OpenedTasks } from './opened-tasks';
import { taskStream } from './other-means-tasks';
import { taskDecider } from './task.decider';
import type { TaskCommand } from './task.decider';
import { TaskList } from './task-list';
import { toTaskShown } from './task-shown';
import type { TaskDoneAnswerDto, TaskDoneDto, TaskListDto, TasksQuery } from './tasks.dto';
import type { Plain } from '../plain';

const USUAL_TASKS = 100;

const toCommand = ({ means, doneAt, note }: TaskDoneDto, by: string): TaskCommand => ({
  type: 'MarkTaskDone',
  data: { by, means, doneAt },
  ...(note === undefined ? {} : { personal: { note } }),
});

/** What a sender does with its tasks: list them, print the letter, mark them as done. */
@Injectable()
export class SenderTasks {
  constructor(
    private readonly taskList: TaskList,
    private readonly letters: LetterMaker,
    private readonly decisions: DecisionRunner,
    private readonly opened: OpenedTasks,
  ) {}

  async list(reader: Reader, query: TasksQuery): Promise<Plain<TaskListDto>> {
    const limit = query.limit ?? USUAL_TASKS;
    const page = { state: query.state ?? 'open', after: query.after ?? -1, limit: limit + 1 } as const;
    const rows = await this.taskList.of(reader.authority, page);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      tasks: shown.map((row) => toTaskShown(row, this.opened.authorities)),
      ...(rows.length > limit && last ? { next: last.openedPosition } : {}),
    };
  }

  async letter(reader: Reader, id: string, accept: string | undefined): Promise<StreamableFile> {
    const task = await this.opened.find(id);
    const letter = task?.owner === reader.authority ? await this.letters.letterFor(task) : undefined;
    if (!letter) throw notFound();
    return toDocument(letter, accept);
  }

  async done(id: string, dto: TaskDoneDto, submission: Submission): Promise<Plain<TaskDoneAnswerDto>> {
    const command = toCommand(dto, submission.actor.authority);
    const outcome = await this.decisions.run(taskDecider, { stream: taskStream(id), command, submission });
    if (outcome.outcome === 'refused') throw new RefusedError(outcome.refusal);
    return { id, means: dto.means, doneAt: dto.doneAt, repeated: outcome.repeated };
  }
}
