import 'reflect-metadata';
import { checked, ProblemError } from '@ibex/runtime';
import type { IntakeAction, Submission } from '@ibex/runtime';
import { BRENT, CROYDON, HACKNEY } from '../domain/missing.examples';
import { missingActions } from '../missing.module';
import { SubmitMissing, withHost } from './missing.handler';

const submission: Submission = {
  actor: { authority: HACKNEY, person: 'person-1', role: 'duty-desk' },
  commandId: 'command-1',
  commandDigest: 'd'.repeat(64),
  correlationId: 'command-1',
};
const actionOf = (name: string): IntakeAction => {
  const action = missingActions.find((each) => each.name === `missing/${name}`);
  if (!action) throw new Error(`no action ${name}`);
  return action;
};

/** As the intake does it: check the body, then translate. */
const submit = (name: string, body: object): SubmitMissing => {
  const action = actionOf(name);
  const command = action.toCommand({ id: 'm1', dto: checked(action.dto, body), submission });
  if (!(command instanceof SubmitMissing)) throw new Error('another command');
  return command;
};

const child = { localId: 'CH-1' };
const hostless = { child, kind: 'M', from: 'care', lastSeen: { on: '2026-03-10' } };
const least = { ...hostless, host: CROYDON };
const when = { at: '2026-03-10T22:30:00+01:00' };
/** The problem that a body runs into. */
const problemOf = (name: string, body: object): ProblemError | undefined => {
  try {
    submit(name, body);
    return undefined;
  } catch (error) {
    return error instanceof ProblemError ? error : undefined;
  }
};
const whenUtc = { at: '2026-03-10T21:30:00.000Z' };

describe('a report over HTTP', () => {
  it('needs little: child, kind, from where, last seen when; the own authority is responsible', () => {
    const { order, lookup } = submit('report', least);
    expect(order).toMatchObject({ stream: 'missing-m1', child: { child } });
    expect(order.command).toStrictEqual({
      type: 'ReportMissing',
      data: {
        by: HACKNEY,
        responsible: HACKNEY,
        host: { kind: 'unknown' },
        lastSeen: { on: '2026-03-10' },
        areasAtRisk: [],
        kind: 'M',
        from: 'care',
      },
    });
    expect(lookup.place).toStrictEqual({ host: CROYDON, orUnknown: false });
  });

  it('keeps names, places and words apart from codes', () => {
    const { order, lookup } = submit('report', {
      ...least,
      postcode: 'cr0 1ea',
      lastSeen: when,
      areasAtRisk: [BRENT],
      risk: 'high',
      policeForce: 'metropolitan',
      policeReference: '26MIS001234',
      description: 'Red cap.',
      known: { flags: ['gangs', 'county-lines'] },
      end: { when, foundBy: 'self', area: CROYDON, whereabouts: 'At the placement.' },
    });
    expect(order.command).toStrictEqual({
      type: 'ReportMissing',
      data: {
        by: HACKNEY,
        responsible: HACKNEY,
        host: { kind: 'unknown' },
        lastSeen: whenUtc,
        areasAtRisk: [BRENT],
        kind: 'M',
        from: 'care',
        policeForce: 'metropolitan',
        risk: 'high',
        known: { flags: ['county-lines', 'gangs'] },
        end: { when: whenUtc, foundBy: 'self', area: CROYDON },
      },
      personal: {
        description: 'Red cap.',
        policeReference: '26MIS001234',
        placementPostcode: 'CR0 1EA',
        found: { whereabouts: 'At the placement.' },
      },
    });
    expect(lookup.named).toMatchObject({ areasAtRisk: [BRENT], 'end.area': [CROYDON] });
  });

  it('never looks up a restricted placement, and takes the own area for a child who lives at home', () => {
    const restricted = submit('report', { ...least, restricted: true });
    expect(restricted.lookup.place).toBeUndefined();
    expect(restricted.order.command.data).toMatchObject({ host: { kind: 'withheld' } });
    expect(submit('report', { ...hostless, from: 'home' }).order.command.data).toMatchObject({
      host: { kind: 'authority', gss: HACKNEY },
    });
  });

  it('asks for the host of a child in care, rather than guess', () => {
    expect(submit('report', hostless).lookup.place).toStrictEqual({ orUnknown: false });
    expect(submit('report', { ...hostless, hostUnknown: true }).lookup.place).toStrictEqual({
      orUnknown: true,
    });
  });

  it.each([
    ['no child', { ...least, child: undefined }, 'child'],
    ['a time and a date', { ...least, lastSeen: { ...when, on: '2026-03-10' } }, 'lastSeen'],
    ['neither a time nor a date', { ...least, lastSeen: {} }, 'lastSeen'],
    ['a time without an offset', { ...least, lastSeen: { at: '2026-03-29T01:30:00' } }, 'lastSeen.at'],
    ['an unknown kind', { ...least, kind: 'X' }, 'kind'],
    ['an area that is no authority', { ...least, areasAtRisk: ['Brent'] }, 'areasAtRisk'],
    ['a foreign field', { ...least, authority: CROYDON }, 'authority'],
    [
      'a label that its scale does not have',
      { ...least, known: { exploitation: { label: 'amber', scaleId: 'low-medium-high' } } },
      'known.exploitation.label',
    ],
  ])('refuses %s and names the field', (_, body, field) => {
    const problem = problemOf('report', body);
    expect([problem?.status, problem?.extras.field]).toStrictEqual([422, field]);
  });
});

describe('later actions over HTTP', () => {
  it.each([
    [
      'update',
      { kind: 'A', areasAtRisk: [BRENT], description: 'Blue coat.' },
      {
        type: 'UpdateMissing',
        data: { kind: 'A', areasAtRisk: [BRENT] },
        personal: { description: 'Blue coat.' },
      },
    ],
    [
      'sighting',
      { when, area: BRENT, place: 'Bus station.' },
      { type: 'RecordSighting', data: { when: whenUtc, area: BRENT }, personal: { place: 'Bus station.' } },
    ],
    [
      'found',
      { when: { on: '2026-03-10' }, whereabouts: 'Home.' },
      { type: 'RecordFound', data: { when: { on: '2026-03-10' } }, personal: { whereabouts: 'Home.' } },
    ],
    [
      'interview-offered',
      { when, commissioned: CROYDON },
      { type: 'OfferInterview', data: { when: whenUtc, commissioned: CROYDON } },
    ],
    ['interview-accepted', { when }, { type: 'AcceptInterview', data: { when: whenUtc } }],
    [
      'interview-held',
      { when, heldBy: 'host-authority', interviewer: 'A. Person' },
      {
        type: 'HoldInterview',
        data: { when: whenUtc, heldBy: 'host-authority' },
        personal: { interviewer: 'A. Person' },
      },
    ],
    [
      'interview-declined',
      { when, declinedBy: 'child', narrative: 'No.' },
      {
        type: 'DeclineInterview',
        data: { when: whenUtc, declinedBy: 'child' },
        personal: { narrative: 'No.' },
      },
    ],
    [
      'strategy-discussed',
      { when, trigger: 'exploitation' },
      { type: 'RecordStrategyDiscussion', data: { when: whenUtc, trigger: 'exploitation' } },
    ],
    [
      'close',
      { turnedEighteenOn: '2026-03-10' },
      { type: 'CloseAtEighteen', data: { turnedEighteenOn: '2026-03-10' } },
    ],
    ['withdraw', { because: 'duplicate' }, { type: 'WithdrawMissing', data: { because: 'duplicate' } }],
    [
      'acknowledge',
      { response: 'with-police', whatWeAreDoing: 'Looking.' },
      {
        type: 'AcknowledgeMissing',
        data: { response: 'with-police' },
        personal: { whatWeAreDoing: 'Looking.' },
      },
    ],
    [
      'correct',
      { lastSeen: { on: '2026-03-09' }, narrative: 'Typing error.' },
      {
        type: 'CorrectMissing',
        data: { lastSeen: { on: '2026-03-09' }, fields: ['lastSeen'] },
        personal: { narrative: 'Typing error.' },
      },
    ],
  ])('%s is translated, with the authority from the token', (name, body, command) => {
    const { order } = submit(name, body);
    expect(order.command).toStrictEqual({ ...command, data: { by: HACKNEY, ...command.data } });
    expect(order.child).toBeUndefined();
  });

  it('a correction of the host names it among the fields once it was found', () => {
    const { order, lookup } = submit('correct', { host: BRENT, placementAddress: '1 New Street' });
    expect(lookup.place).toStrictEqual({ host: BRENT, orUnknown: false });
    expect(withHost(order.command, { kind: 'authority', gss: BRENT }).data).toStrictEqual({
      by: HACKNEY,
      fields: ['host', 'placementAddress'],
      host: { kind: 'authority', gss: BRENT },
    });
  });

  it('an update names no host: that would be a correction', () => {
    expect(problemOf('update', { host: BRENT })?.extras.field).toBe('host');
  });

  it('are open to the duty desk at night', () => {
    expect(missingActions).toHaveLength(13);
    expect(missingActions.every(({ roles }) => roles?.includes('duty-desk') === true)).toBe(true);
  });
});
