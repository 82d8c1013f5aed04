import { ProblemError, checked } from '@ibex/runtime';
import type { IntakeAction, Submission } from '@ibex/runtime';
import { placementActions } from './placement.actions';
import { SubmitPlacement, withHost } from './placement.handler';

const OWNER = 'E09000012';
const submission: Submission = {
  actor: { authority: OWNER, person: 'person-1', role: 'placing-practitioner' },
  commandId: 'command-1',
  commandDigest: 'digest',
  correlationId: 'correlation',
};
const actionOf = (name: string): IntakeAction => {
  const action = placementActions.find((one) => one.name === `placement/${name}`);
  if (!action) throw new Error(`there is no action ${name}`);
  return action;
};
const order = (name: string, body: object): SubmitPlacement => {
  const action = actionOf(name);
  const command = action.toCommand({ id: 'p1', dto: checked(action.dto, body), submission });
  if (command instanceof SubmitPlacement) return command;
  throw new Error('not an order about a placement');
};
const problemOf = (name: string, body: object) => {
  try {
    order(name, body);
  } catch (error) {
    if (error instanceof ProblemError)
      return { status: error.status, field: error.extras.field, detail: error.detail };
  }
  return undefined;
};

const child = { localId: 'CH-1', dateOfBirth: '2010-05-14', nhsNumber: '999 054 8609' };
const start = { child, startsOn: '2026-03-09', notice: 'planned' };
const UNKNOWN = { kind: 'unknown' };

describe('notify', () => {
  it('splits a body into what rules may read and what is sealed', () => {
    const known = {
      flags: ['gangs', 'county-lines'],
      exploitation: { label: 'high', scaleId: 'low-medium-high' },
    };
    const { order: given, place } = order('notify', {
      ...start,
      host: 'E09000008',
      postcode: 'cr01ea',
      address: '1 Sample Road',
      narrative: 'words',
      contacts: { socialWorker: { name: 'Ada Example' } },
      placementType: 'K2',
      providerUrn: 'SC012345',
      carePlan: 'supplied',
      known,
    });
    expect(place).toEqual({ host: 'E09000008', postcode: 'CR0 1EA', orUnknown: false });
    expect(given).toMatchObject({ stream: 'placement-p1', submission });
    expect(given.child).toStrictEqual({ child: { ...child, nhsNumber: '9990548609' } });
    expect(given.command).toEqual({
      type: 'NotifyPlacement',
      data: {
        by: OWNER,
        host: UNKNOWN,
        restricted: false,
        placementType: 'K2',
        providerUrn: 'SC012345',
        known: { exploitation: known.exploitation, flags: ['county-lines', 'gangs'] },
        startsOn: '2026-03-09',
        notice: 'planned',
        carePlan: 'supplied',
        assessment: 'pending',
      },
      personal: {
        child: { ...child, nhsNumber: '9990548609' },
        address: '1 Sample Road',
        postcode: 'CR0 1EA',
        contacts: { socialWorker: { name: 'Ada Example' } },
        narrative: 'words',
      },
    });
  });

  it('takes a body as a 903 return has it, with the host still unknown', () => {
    const { order: given, place } = order('notify', {
      child: { localId: '1' },
      startsOn: '2015-08-01',
      notice: 'from-return',
      sourceSystem: 'ssda903',
    });
    expect(place).toEqual({ orUnknown: true });
    expect(given.command.data).toEqual({
      by: OWNER,
      host: UNKNOWN,
      restricted: false,
      startsOn: '2015-08-01',
      notice: 'from-return',
      sourceSystem: 'ssda903',
      carePlan: 'not-said',
      assessment: 'not-said',
    });
  });

  it.each([{ restricted: true }, { placementType: 'A5' }])('looks no host up for %j', (more) => {
    const { order: given, place } = order('notify', { ...start, postcode: 'CR0 1EA', ...more });
    expect(place).toBeUndefined();
    expect(given.command.data).toMatchObject({ host: { kind: 'withheld' }, restricted: true });
  });

  it('names the child by its reference too', () => {
    const { order: given } = order('notify', { ...start, child: undefined, recordRef: 'record-ref-1' });
    expect(given.child).toEqual({ recordRef: 'record-ref-1' });
    expect(given.command.personal).toBeUndefined();
  });

  it.each([
    ['no child at all', { child: undefined }, 'child'],
    ['two ways of naming it', { recordRef: 'record-ref-1' }, 'child'],
    ['a child who was not born yet', { startsOn: '2010-05-13' }, 'startsOn'],
    ['a child who has turned 18', { startsOn: '2028-05-14' }, 'startsOn'],
    ['a code that no return has', { placementType: 'K9' }, 'placementType'],
    ['a URN of another shape', { providerUrn: '12345' }, 'providerUrn'],
    ['a UPN with a wrong check letter', { child: { localId: '1', upn: 'A801200001001' } }, 'child.upn'],
    [
      'an NHS number with a wrong digit',
      { child: { localId: '1', nhsNumber: '9990548608' } },
      'child.nhsNumber',
    ],
    ['a host that every object knows', { host: 'constructor' }, 'host'],
    [
      'a label that tells a story',
      { known: { exploitation: { label: 'see Sam!', scaleId: 'local' } } },
      'known.exploitation.label',
    ],
    ['a field that is none', { by: 'E09000001' }, 'by'],
  ])('refuses %s', (_, more, field) => {
    expect(problemOf('notify', { ...start, host: 'E09000008', ...more })).toMatchObject({
      status: 422,
      field,
    });
  });

  it('takes a child on the day before the eighteenth birthday', () => {
    expect(problemOf('notify', { ...start, startsOn: '2028-05-13' })).toBeUndefined();
  });
});

describe('the other orders', () => {
  it('consult asks for a host and a child', () => {
    const { order: given, place } = order('consult', {
      child,
      consultedOn: '2026-02-20',
      host: 'E09000008',
      need: 'N1',
    });
    expect(place).toEqual({ host: 'E09000008', orUnknown: false });
    expect(given.child).toStrictEqual({ child: { ...child, nhsNumber: '9990548609' } });
    expect(given.command.data).toEqual({
      by: OWNER,
      host: UNKNOWN,
      restricted: false,
      consultedOn: '2026-02-20',
      carePlan: 'pending',
    });
  });

  it('go-ahead takes the child from the consultation', () => {
    const { order: given } = order('go-ahead', {
      startsOn: '2026-03-09',
      notice: 'planned',
      host: 'E09000008',
    });
    expect(given).not.toHaveProperty('child');
    expect(given.command.type).toBe('GoAhead');
    expect(problemOf('go-ahead', { ...start, host: 'E09000008' })).toMatchObject({ field: 'child' });
  });

  it('correct names its sealed parts and looks the host up only where something is said of it', () => {
    const silent = order('correct', { narrative: 'words', startsOn: '2026-03-08' });
    expect(silent.place).toBeUndefined();
    expect(silent.order.command).toEqual({
      type: 'CorrectPlacement',
      data: { by: OWNER, corrections: { startsOn: '2026-03-08' }, personalParts: ['narrative'] },
      personal: { narrative: 'words' },
    });
    expect(order('correct', { postcode: 'CR0 1EA' }).place).toEqual({
      postcode: 'CR0 1EA',
      orUnknown: false,
    });
    expect(order('correct', { hostUnknown: true }).place).toEqual({ orUnknown: true });
    expect(order('correct', { postcode: 'CR0 1EA', placementType: 'A3' }).place).toBeUndefined();
  });

  it.each([
    ['supply', { supplied: ['care-plan'] }, { by: OWNER, supplied: ['care-plan'] }],
    [
      'end',
      { endedOn: '2026-05-01', reasonEpisodeCeased: 'X1' },
      { by: OWNER, endedOn: '2026-05-01', reasonEpisodeCeased: 'X1' },
    ],
    ['withdraw', { reason: 'duplicate' }, { by: OWNER, reason: 'duplicate' }],
    ['acknowledge', {}, { by: OWNER }],
    [
      'respond',
      { riskAssessedOn: '2026-03-10' },
      { by: OWNER, riskAssessedOn: '2026-03-10', concerns: false },
    ],
  ])('%s acts for the authority of the token', (name, body, data) => {
    expect(order(name, body).order.command.data).toEqual(data);
  });

  it('opens a notice only by consult and notify', () => {
    expect(placementActions.filter(({ opens }) => opens).map(({ name }) => name)).toEqual([
      'placement/consult',
      'placement/notify',
    ]);
  });

  it('lets the host side acknowledge and respond, and the placing side all the rest', () => {
    const ofHost = placementActions
      .filter(({ roles }) => roles?.includes('duty-desk'))
      .map(({ name }) => name);
    expect(ofHost).toEqual(['placement/acknowledge', 'placement/respond']);
    const ofOwner = placementActions.filter(({ roles }) => roles?.includes('placing-practitioner'));
    expect(ofOwner).toHaveLength(placementActions.length - 2);
  });
});

describe('the host that was found', () => {
  const host = { kind: 'authority', gss: 'E09000008' } as const;
  it('goes where the order names it', () => {
    const notify = order('notify', { ...start, host: 'E09000008' }).order.command;
    expect(withHost(notify, host).data).toMatchObject({ host });
    const change = order('change', { changedOn: '2026-04-13', notice: 'planned', host: 'E09000008' }).order
      .command;
    expect(withHost(change, host).data).toMatchObject({ host, changedOn: '2026-04-13' });
    const correct = order('correct', { startsOn: '2026-03-08' }).order.command;
    expect(withHost(correct, host).data).toMatchObject({ corrections: { startsOn: '2026-03-08', host } });
  });
  it('goes nowhere in an order that names none', () => {
    const end = order('end', { endedOn: '2026-05-01' }).order.command;
    expect(withHost(end, host)).toBe(end);
  });
});
