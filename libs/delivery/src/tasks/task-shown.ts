import type { Authorities } from '@ibex/kernel';
import { noticePath } from '../notices/notice-path';
import type { TaskDto } from './tasks.dto';
import type { TaskRow } from './tasks.schema';
import type { Plain } from '../plain';

const dueOf = ({ recordRef, dueAt }: TaskRow): Pick<Plain<TaskDto>, 'recordRef' | 'dueAt'> => ({
  ...(recordRef === null ? {} : { recordRef }),
  ...(dueAt === null ? {} : { dueAt }),
});

const doneOf = ({ doneAt, means }: TaskRow): Pick<Plain<TaskDto>, 'doneAt' | 'means'> => ({
  ...(doneAt === null ? {} : { doneAt }),
  ...(means === null ? {} : { means }),
});

export const toTaskShown = (row: TaskRow, authorities: Authorities): Plain<TaskDto> => {
  const recipient = authorities.find(row.recipient);
  return {
    id: row.taskId,
    state: row.state,
    recipient: row.recipient,
    recipientName: recipient?.name ?? row.recipient,
    ...(recipient?.followedBy ? { tellInstead: recipient.followedBy } : {}),
    message: row.message,
    capacity: row.capacity,
    urgency: row.urgency,
    ...dueOf(row),
    openedAt: row.openedAt,
    ...doneOf(row),
    links: { letter: `/v1/tasks/${row.taskId}/letter`, notice: noticePath(row.notice) },
  };
};
