import type { AnswerOf } from '@ibex/sdk';
import { counted } from '../../frame/cells';
import type { Cell } from '../../frame/cells';
import { lengthOf } from '../canary/canary.page';
import type { Canary } from '../canary/canary.page';
import type { Status } from '../completeness/completeness.page';
import { healthOf } from '../views/views.page';
import type { Views } from '../views/views.page';

export type Overview = Readonly<{
  views: Views;
  canary: Canary;
  silent: Status;
  authorities: AnswerOf<'get', '/v1/authorities'>;
}>;

const canaryCell = ({ lastSentAt, places }: Canary): Cell => {
  if (lastSentAt === undefined) return { hint: 'None was ever sent' };
  const mailbox = places.find(({ place }) => place === 'mailbox');
  return {
    lines: [
      mailbox?.isLatest === true
        ? `In the mailbox after ${lengthOf(mailbox.ms)}`
        : { tag: 'Not in the mailbox yet', colour: 'yellow' },
      { hint: 'last sent' },
      { ago: lastSentAt },
    ],
  };
};

const row = (key: string, value: Cell, path: string) => ({
  ...{ key, value, href: `/console/operations/${path}`, action: 'Look closer' },
});

const silentCell = ({ items }: Status): Cell =>
  items.length === 0
    ? 'No feed is silent'
    : { tag: `${counted(items.length, 'authority', 'authorities')} silent`, colour: 'red' };

/** How the service stands, at a glance. */
export const homePage = ({ views, canary, silent, authorities }: Overview) => {
  const current = authorities.authorities.filter(({ endedOn }) => endedOn === undefined);
  const health = healthOf(views);
  const members = current.filter(({ member }) => member).length;
  return {
    title: 'Operations',
    crumbs: [],
    rows: [
      row(
        'Lag and health',
        {
          lines: [
            { tag: health.isWell ? 'Well' : 'Failing', colour: health.isWell ? 'green' : 'red' },
            health.text,
          ],
        },
        'views',
      ),
      row('Canary', canaryCell(canary), 'canary'),
      row('Completeness', silentCell(silent), 'completeness'),
      row(
        'Members',
        `${String(members)} of ${String(current.length)} authorities read their mailbox here`,
        'members',
      ),
      row('Calendar', 'Bank holidays that were proclaimed', 'calendar'),
    ],
  };
};
