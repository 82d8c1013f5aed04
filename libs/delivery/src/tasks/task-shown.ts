import type { Authorities } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import { noticePath } from '../notices/notice-path';
import type { TaskDto } from './tasks.dto';
import type { TaskRow } from './tasks.schema';

const dueOf = ({
  recordRef,
  dueAt,
  lateAt,
}: TaskRow): Pick<Plain<TaskDto>, 'recordRef' | 'dueAt' | 'targetAt'> => ({
  ...(recordRef === null ? {} : { recordRef }),
  ...(dueAt === null ? { targetAt: lateAt } : { dueAt }),
});

type Done = Pick<Plain<TaskDto>, 'doneAt' | 'means' | 'proven' | 'corrections'>;
const doneOf = ({ doneAt, means, proven, corrections }: TaskRow): Done =>
  doneAt === null || means === null ? {} : { doneAt, means, proven: proven === 1, corrections };

const linksOf = ({ taskId, notice, factId, state }: TaskRow): Plain<TaskDto>['links'] => ({
  letter: `/v1/tasks/${taskId}/letter`,
  notice: noticePath(notice),
  ...(state === 'joined' ? { recipients: `/v1/notices/${factId}/recipients` } : {}),
});

/** `now`: what it is overdue by. */
export const toTaskShown = (row: TaskRow, authorities: Authorities, now: string): Plain<TaskDto> => {
  const recipient = authorities.find(row.recipient);
  return {
    id: row.taskId,
    state: row.state,
    overdue: row.state === 'open' && row.lateAt <= now,
    recipient: row.recipient,
    recipientName: recipient?.name ?? row.recipient,
    ...(recipient?.followedBy ? { tellInstead: recipient.followedBy } : {}),
    message: row.message,
    capacity: row.capacity,
    urgency: row.urgency,
    ...dueOf(row),
    openedAt: row.openedAt,
    ...doneOf(row),
    links: linksOf(row),
  };
};
