import { given } from '@ibex/testing';
import { deliveryDecider } from './delivery.decider';
import type { AnswerQuery, AskBack, NoteSilence, RecordAction } from './delivery.decider';
import type { NoticeDelivered } from './delivery.events';

const NOW = '2026-03-02T09:00:00.000Z';
const HOST = 'E09000003';
const SENDER = 'E09000012';
const about = {
  authority: HOST,
  sequence: 7,
  sender: SENDER,
  factId: 'f-1',
  notice: 'placement-1',
  urgency: 'prompt',
  occurredAt: '2026-03-01',
} as const;
const delivered: NoticeDelivered = {
  type: 'NoticeDelivered',
  data: {
    ...{ authority: HOST, sequence: 7, factId: 'f-1', notice: 'placement-1' },
    ...{ channel: 'pull-feed', evidence: 'handed-out', deliveredAt: NOW },
  },
};
const desk = { by: HOST, person: 'duty-1', role: 'duty-desk' };
const placements = { by: SENDER, person: 'worker-1', role: 'placing-practitioner' };
const visit: RecordAction = { type: 'RecordAction', data: { ...desk, action: 'visited' } };
const visited = { type: 'ActionRecorded', data: visit.data } as const;
const ask: AskBack = {
  type: 'AskBack',
  data: { ...about, ...desk, queryId: 'q-1' },
  personal: { text: 'Which school?' },
};
const asked = { type: 'QueryAsked', data: ask.data } as const;
const answer: AnswerQuery = {
  type: 'AnswerQuery',
  data: { ...about, ...placements, queryId: 'q-1' },
  personal: { text: 'None yet.' },
};
const silence: NoteSilence = {
  type: 'NoteSilence',
  data: { ...about, limitAt: NOW, silence: 'not-delivered' },
};
const delivery = given(deliveryDecider, NOW);

describe('an action', () => {
  it('is recorded each time, with its note kept apart from the open part', () => {
    delivery(delivered, visited)
      .when({ ...visit, personal: { note: 'Seen at home' } })
      .then({ ...visited, personal: { note: 'Seen at home' } });
  });

  it('that is no further action says why, and no other does', () => {
    const none: RecordAction = { type: 'RecordAction', data: { ...desk, action: 'no-further-action' } };
    delivery(delivered).when(none).refused('delivery/reason-missing');
    const because = { ...none, data: { ...none.data, reason: 'already-known' } } as const;
    delivery(delivered).when(because).then({ type: 'ActionRecorded', data: because.data });
    delivery(delivered)
      .when({ ...visit, data: { ...visit.data, reason: 'other' } })
      .refused('delivery/reason-without-no-further-action');
  });

  it('is nothing that another authority, or one that was not reached, could record', () => {
    delivery(delivered)
      .when({ ...visit, data: { ...visit.data, by: SENDER } })
      .refused('delivery/not-known');
    delivery().when(visit).refused('delivery/not-known');
  });

  it('takes the notice on, so that nothing is left to acknowledge', () => {
    delivery(delivered, visited).when({ type: 'AcknowledgeNotice', data: desk }).then();
  });
});

describe('a question to the sender', () => {
  it('is asked by the recipient, its text kept apart from the open part', () => {
    delivery(delivered)
      .when(ask)
      .then({ ...asked, personal: { text: 'Which school?' } });
  });

  it('is asked by nobody else', () => {
    delivery(delivered)
      .when({ ...ask, data: { ...ask.data, by: 'E09000004' } })
      .refused('delivery/not-known');
    delivery().when(ask).refused('delivery/not-known');
  });

  it('is answered by the sender, as often as it likes', () => {
    const answered = { type: 'QueryAnswered', data: answer.data } as const;
    delivery(delivered, asked)
      .when(answer)
      .then({ ...answered, personal: { text: 'None yet.' } });
    delivery(delivered, asked, answered)
      .when(answer)
      .then({ ...answered, personal: { text: 'None yet.' } });
  });

  it('is answered by nobody but the sender', () => {
    delivery(delivered, asked)
      .when({ ...answer, data: { ...answer.data, by: HOST } })
      .refused('delivery/not-known');
    delivery(delivered, asked)
      .when({ ...answer, data: { ...answer.data, by: 'E09000004', sender: 'E09000004' } })
      .refused('delivery/not-known');
  });

  it('says to nobody but the sender whether anything was asked', () => {
    delivery(delivered)
      .when({ ...answer, data: { ...answer.data, by: 'E09000004' } })
      .refused('delivery/not-known');
  });

  it('is not answered before it was asked', () => {
    delivery(delivered).when(answer).refused('delivery/nothing-asked');
    delivery(delivered, asked)
      .when({ ...answer, data: { ...answer.data, queryId: 'q-2' } })
      .refused('delivery/nothing-asked');
  });
});

describe('a recipient’s silence', () => {
  const silent = (how: 'not-delivered' | 'not-acknowledged') =>
    ({ type: 'RecipientSilent', data: { ...silence.data, silence: how } }) as const;

  it('is told as not delivered where the entry still waits', () => {
    delivery().when(silence).then(silent('not-delivered'));
  });

  it('is told as not acknowledged where it was fetched, and even opened', () => {
    const opened = { type: 'NoticeOpened', data: desk } as const;
    delivery(delivered, opened).when(silence).then(silent('not-acknowledged'));
  });

  it('is told once', () => {
    delivery(silent('not-delivered')).when(silence).then();
    delivery(silent('not-delivered'), delivered).when(silence).then();
  });

  it('is over once somebody there acknowledged, acted or asked back', () => {
    const acknowledged = { type: 'NoticeAcknowledged', data: desk } as const;
    delivery(delivered, acknowledged).when(silence).then();
    delivery(delivered, visited).when(silence).then();
    delivery(delivered, asked).when(silence).then();
  });
});
