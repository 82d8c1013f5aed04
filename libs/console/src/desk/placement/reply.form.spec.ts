import { formOf } from '../../frame/form-fields';
import type { Detail, Whole } from '../notice/notice.answers';
import { placementIdOf, replyingTo } from './placement-reply';
import { replyBody, replyFaults } from './reply.form';

const [CAMDEN, CROYDON] = ['E09000007', 'E09000008'];
const AT = '2026-11-22T02:14:00.000Z';
const by = { authority: CAMDEN, person: 'p-1', role: 'placing-practitioner' };
const inCroydon = { host: { kind: 'authority', gss: CROYDON } };
const fact = (type: string, data: object = inCroydon, at = 0): Whole['facts'][number] => ({
  ...{ id: `f-${String(at)}`, notice: 'placement-p-1', type, title: type, revision: at, recordedAt: AT, by },
  data: { ...data },
});
const detail: Detail = { ...fact('PlacementNotified'), sight: 'addressee' };
const of = (...facts: readonly Whole['facts'][number][]): Whole => ({
  ...{ notice: 'placement-p-1', sight: 'addressee', facts },
});

describe('what a host answers', () => {
  it('is what was filled in, and nothing else', () => {
    const form = formOf({
      ...{ riskAssessedOn: '3 March 2026', panelReviewOn: '', concerns: 'yes', narrative: 'Gangs <b>' },
      ...{ 'contacts.teamManager.name': 'Joan', 'contacts.teamManager.phone': '' },
    });
    expect(replyFaults(form)).toBeUndefined();
    expect(replyBody(form)).toEqual({
      ...{ riskAssessedOn: '2026-03-03', concerns: true, narrative: 'Gangs <b>' },
      contacts: { teamManager: { name: 'Joan' } },
    });
    expect(replyBody(formOf({ concerns: 'no' }))).toEqual({ concerns: false });
  });

  it.each([
    [{}, { narrative: 'Say what you did, or in words what they should know' }],
    [{ concerns: 'yes' }, { narrative: 'Say what you are concerned about' }],
    [
      { riskAssessedOn: '31/2/2026' },
      { riskAssessedOn: 'Enter a real date, like 3 March 2026, or leave it empty' },
    ],
  ])('is asked for again where it says %j', (fields, messages) => {
    expect(replyFaults(formOf(fields))?.of).toEqual(messages);
  });
});

describe('who may answer', () => {
  it('is the host: the consultation first, the placement once it is notified', () => {
    const consulted = fact('PlacementHostConsulted');
    expect(replyingTo({ detail, whole: of(consulted) }, CROYDON)).toBe('consultation');
    expect(replyingTo({ detail, whole: of(consulted, fact('PlacementNotified')) }, CROYDON)).toBe(
      'placement',
    );
  });

  it('is nobody else, and nobody once it is over, taken back or elsewhere', () => {
    const notified = fact('PlacementNotified');
    const replying = (...facts: readonly Whole['facts'][number][]) =>
      replyingTo({ detail, whole: of(notified, ...facts) }, CROYDON);
    expect(replyingTo({ detail, whole: of(notified) }, CAMDEN)).toBeUndefined();
    expect(replying(fact('PlacementEnded'))).toBeUndefined();
    expect(replying(fact('PlacementWithdrawn'))).toBeUndefined();
    expect(replying(fact('PlacementChanged', { host: { kind: 'withheld' } }))).toBeUndefined();
    expect(replying(fact('PlacementAcknowledged', {}))).toBe('placement');
    expect(
      replyingTo({ detail: { ...detail, sight: 'owner' }, whole: of(notified) }, CROYDON),
    ).toBeUndefined();
    expect(replyingTo({ detail: undefined, whole: undefined }, CROYDON)).toBeUndefined();
    expect(placementIdOf('missing-1')).toBeUndefined();
  });
});
