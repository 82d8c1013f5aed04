import { given } from '@ibex/testing';
import { lookoutDecider } from './lookout.decider';
import type { LookoutFact } from './lookout.events';

const NOW = '2026-03-02T09:00:00.000Z';
const [OWNER, HOST, AREA] = ['E09000012', 'E09000008', 'E09000005'] as const;
const asked = { by: OWNER, person: 'ann', about: 'record-1', authorities: [HOST, AREA], since: '2026-03-01' };
const personal = { words: 'sealed' };
const order = {
  type: 'AskLookout',
  data: { ...asked, isRestricted: true, areKnown: true },
  personal,
} as const;
const began: LookoutFact = { type: 'LookoutAsked', data: asked };
const lookout = given(lookoutDecider, NOW);

describe('a lookout for a restricted child', () => {
  it('is asked of whom its owner names, each once', () => {
    lookout()
      .when({ ...order, data: { ...order.data, authorities: [HOST, AREA, HOST] } })
      .then({ type: 'LookoutAsked', data: asked, personal });
    lookout(began).when(order).then();
  });

  it('is for a restricted child alone, and not for its own authority', () => {
    lookout()
      .when({ ...order, data: { ...order.data, isRestricted: false } })
      .refused('lookout/not-restricted');
    lookout()
      .when({ ...order, data: { ...order.data, authorities: [OWNER] } })
      .refused('lookout/own-authority');
    lookout()
      .when({ ...order, data: { ...order.data, areKnown: false } })
      .refused('lookout/authority-not-known');
  });

  it('is ended by its owner, once', () => {
    const end = { type: 'EndLookout', data: { by: OWNER, person: 'bob' } } as const;
    lookout(began).when(end).then({ type: 'LookoutEnded', data: end.data });
    lookout(began, { type: 'LookoutEnded', data: end.data }).when(end).refused('lookout/ended-already');
    lookout(began)
      .when({ ...end, data: { by: HOST, person: 'hal' } })
      .refused('lookout/not-known');
    lookout().when(end).refused('lookout/not-known');
  });

  it('is ended by the service once the child is back, and reminded of for as long as it is open', () => {
    const back = { by: OWNER, person: 'lookouts', because: 'child-found' } as const;
    const ended = { type: 'LookoutEnded', data: back } as const;
    lookout(began).when({ type: 'EndLookout', data: back }).then(ended);
    const remind = { type: 'RemindOfLookout', data: { by: OWNER } } as const;
    const reminded = { type: 'LookoutReminded', data: { by: OWNER } } as const;
    lookout(began).when(remind).then(reminded);
    lookout(began, reminded).when(remind).then(reminded);
    lookout(began, ended).when(remind).then();
    lookout().when(remind).then();
  });
});
