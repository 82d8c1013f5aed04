import { given } from '@ibex/testing';
import { deliveryDecider } from './delivery.decider';
import type { AcknowledgeNotice, OpenNotice, RecordDelivery, SetDeliveryAside } from './delivery.decider';
import type { DeliverySetAside, NoticeDelivered } from './delivery.events';

const NOW = '2026-03-02T09:00:00.000Z';
const HOST = 'E09000003';
const handed: NoticeDelivered['data'] = {
  authority: HOST,
  sequence: 7,
  factId: 'f-1',
  notice: 'placement-1',
  channel: 'pull-feed',
  evidence: 'handed-out',
  deliveredAt: NOW,
};
const desk = { by: HOST, person: 'duty-1', role: 'duty-desk' };
const deliver: RecordDelivery = { type: 'RecordDelivery', data: handed };
const open: OpenNotice = { type: 'OpenNotice', data: desk };
const acknowledge: AcknowledgeNotice = { type: 'AcknowledgeNotice', data: desk };
const delivered: NoticeDelivered = { type: 'NoticeDelivered', data: handed };
const opened = { type: 'NoticeOpened', data: desk } as const;
const acknowledged = { type: 'NoticeAcknowledged', data: desk } as const;
const place = { authority: HOST, sequence: 7, factId: 'f-1', notice: 'placement-1' };
const setAside: SetDeliveryAside = {
  type: 'SetDeliveryAside',
  data: { ...place, channel: 'bus', reason: 'not-taken' },
};
const aside: DeliverySetAside = { type: 'DeliverySetAside', data: setAside.data };
const delivery = given(deliveryDecider, NOW);

describe('a mailbox entry', () => {
  it('is delivered when it was first handed out', () => {
    delivery().when(deliver).then(delivered);
  });

  it('is not delivered again by another channel', () => {
    delivery(delivered)
      .when({ type: 'RecordDelivery', data: { ...handed, channel: 'event-stream' } })
      .then();
  });

  it('is opened when somebody there first looks at it', () => {
    delivery(delivered).when(open).then(opened);
  });

  it('is not opened a second time', () => {
    delivery(delivered, opened).when(open).then();
  });

  it('is acknowledged by the desk, with its note kept apart from the open part', () => {
    delivery(delivered)
      .when({ ...acknowledge, personal: { note: 'Passed to Ms Ade' } })
      .then({ ...acknowledged, personal: { note: 'Passed to Ms Ade' } });
  });

  it('is acknowledged without having been opened: a call may have told all that is needed', () => {
    delivery(delivered).when(acknowledge).then(acknowledged);
  });

  it('is acknowledged once; the first acknowledgement stays', () => {
    delivery(delivered, opened, acknowledged)
      .when({ ...acknowledge, data: { ...desk, person: 'duty-2' } })
      .then();
  });

  it('is not known to another authority', () => {
    delivery(delivered)
      .when({ ...open, data: { ...desk, by: 'E09000004' } })
      .refused('delivery/not-known');
    delivery(delivered)
      .when({ ...acknowledge, data: { ...desk, by: 'E09000004' } })
      .refused('delivery/not-known');
  });

  it('cannot be opened or acknowledged before it was delivered', () => {
    delivery().when(open).refused('delivery/not-known');
    delivery().when(acknowledge).refused('delivery/not-known');
  });

  it('keeps what was recorded out of order as it is', () => {
    delivery(opened, acknowledged).when(deliver).then(delivered);
  });

  it('is set aside for a channel that will never take it, once for each', () => {
    const byPost = { ...setAside, data: { ...setAside.data, channel: 'post' } };
    delivery().when(setAside).then(aside);
    delivery(aside).when(setAside).then();
    delivery(aside)
      .when(byPost)
      .then({ ...aside, data: byPost.data });
  });

  it('is delivered, opened and acknowledged by another way although a channel did not take it', () => {
    delivery(aside).when(deliver).then(delivered);
    delivery(delivered, aside).when(open).then(opened);
    delivery(aside, delivered).when(acknowledge).then(acknowledged);
  });

  it('is not delivered by being set aside', () => {
    delivery(aside).when(acknowledge).refused('delivery/not-known');
  });
});
