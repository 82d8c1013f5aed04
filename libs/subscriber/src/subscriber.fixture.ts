import type { NoticeEvent } from './contract/notice-event';
import type { Notice } from './handling/notice';

/** A notice about a child, as the inbox announces it; `subject` is the child's record. */
export const anEvent = (
  sequence: number,
  subject = 'child-1',
  more: Partial<NoticeEvent> = {},
): NoticeEvent => ({
  specversion: '1.0',
  id: `e-${sequence}`,
  source: 'urn:ibex:authority:E09000012',
  type: 'uk.ibex.placement.notified',
  subject,
  time: '2026-03-02T09:00:00.000Z',
  sequence,
  data: {
    kind: 'Placement notified',
    urgency: 'prompt',
    capacity: 'host',
    basis: { text: 'a child was placed in your area', source: 'CPPCR Regs 2010, reg 13' },
    from: 'E09000012',
    occurredAt: '2026-03-01',
    links: {
      detail: `/v1/notices/fact-${sequence}`,
      acknowledgement: `/v1/inbox/${sequence}/acknowledgement`,
    },
  },
  ...more,
});

/** Resolves once it holds; rejects after a while. */
export const until = async (holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> => {
  for (const end = Date.now() + withinMs; !(await holds());) {
    if (Date.now() > end) throw new Error(`it does not hold after ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};

/** A handler that writes down what it got. */
export const noting = (): Readonly<{ got: string[]; handler: (notice: Notice) => Promise<void> }> => {
  const got: string[] = [];
  const handler = (notice: Notice): Promise<void> => {
    got.push(notice.id);
    return Promise.resolve();
  };
  return { got, handler };
};
