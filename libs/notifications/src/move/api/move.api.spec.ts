import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { FixedClock, MemoryPostcodes } from '@ibex/adapters/memory';
import { knownAuthorities } from '@ibex/boroughs';
import { ProblemError } from '@ibex/runtime';
import type { IntakeAction, Submission } from '@ibex/runtime';
import { MoveCourseController } from './move-course.controller';
import { declineMove, supplyInformation } from './move-course.actions';
import { correctMove, moveActions, notifyMove } from './move.actions';
import { MoveController } from './move.controller';
import { NotifyMoveDto } from './move.dto';
import { SubmitMove, withPlaces } from './move.handler';
import { PlaceResolver } from './place.resolver';
import type { PlaceGiven } from './place.resolver';

const CROYDON = 'E09000008';
const LEWISHAM = 'E09000023';
const submission: Submission = {
  actor: { authority: CROYDON, person: 'person-1', role: 'placing-practitioner' },
  commandId: 'command-1',
  commandDigest: 'digest',
  correlationId: 'correlation-1',
};
const ordered = (action: IntakeAction, body: object): SubmitMove => {
  const command = action.toCommand({ id: 'move-id', dto: plainToInstance(action.dto, body), submission });
  if (!(command instanceof SubmitMove)) throw new Error('not a move order');
  return command;
};
const faultsOf = (dto: new () => object, body: object): readonly string[] =>
  validateSync(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true }).map(
    ({ property }) => property,
  );

const notice = {
  child: { localId: 'CH-1', forename: 'Maya' },
  cohort: 'child-in-need',
  permanence: 'permanent',
  fromAuthority: CROYDON,
  toAuthority: LEWISHAM,
  newPostcode: 'SE6 4RU',
  movedOn: '2026-03-02',
  narrative: 'Near a grandmother.',
};

describe('the body of a notice', () => {
  it('is taken as documented', () => expect(faultsOf(NotifyMoveDto, notice)).toEqual([]));
  it('needs cohort and permanence, and takes no field that is not documented', () => {
    expect(faultsOf(NotifyMoveDto, { by: CROYDON })).toEqual(
      expect.arrayContaining(['by', 'cohort', 'permanence']),
    );
  });
  it('checks codes, dates and postcodes', () => {
    const wrong = { cohort: 'other', movedOn: '2026-02-30', newPostcode: 'nowhere', toAuthority: 'Lewisham' };
    expect([...faultsOf(NotifyMoveDto, { ...notice, ...wrong })].sort()).toEqual([
      'cohort',
      'movedOn',
      'newPostcode',
      'toAuthority',
    ]);
  });
});

describe('orders', () => {
  it('a notice keeps what identifies people apart, and takes the authority from the token', () => {
    const { order, places } = ordered(notifyMove, notice);
    expect(order).toEqual({
      stream: 'move-move-id',
      submission,
      child: { child: { localId: 'CH-1', forename: 'Maya' } },
      command: {
        type: 'NotifyMove',
        data: {
          by: CROYDON,
          fromAuthority: { kind: 'unknown' },
          toAuthority: { kind: 'unknown' },
          movedOn: '2026-03-02',
          permanence: 'permanent',
          cohort: 'child-in-need',
          section47Open: false,
          unborn: false,
          addressRestricted: false,
        },
        personal: { newPostcode: 'SE6 4RU', narrative: 'Near a grandmother.' },
      },
    });
    expect(places).toEqual([
      { field: 'fromAuthority', code: CROYDON, postcode: undefined, unknown: false, needed: true },
      { field: 'toAuthority', code: LEWISHAM, postcode: 'SE6 4RU', unknown: false, needed: true },
    ]);
  });

  it('a notice of open section 47 enquiries says so', () => {
    const { order } = ordered(notifyMove, { ...notice, cohort: 'section-47-open' });
    expect(order.command.data).toMatchObject({ section47Open: true });
  });

  it('a notice names its child in exactly one way', () => {
    expect(() => ordered(notifyMove, { ...notice, recordRef: 'record-12345' })).toThrow(ProblemError);
  });

  it('a correction holds only what was said, and says whether personal fields come along', () => {
    expect(
      ordered(correctMove, { movedOn: '2026-03-01', newAddress: '1 Sample Road' }).order.command,
    ).toEqual({
      type: 'CorrectMove',
      data: { by: CROYDON, corrections: { movedOn: '2026-03-01' }, personalCorrected: true },
      personal: { newAddress: '1 Sample Road' },
    });
    expect(ordered(correctMove, { unborn: true }).order.command).toEqual({
      type: 'CorrectMove',
      data: { by: CROYDON, corrections: { unborn: true }, personalCorrected: false },
    });
  });

  it('a decline tells the rules whether it is explained, never the explanation', () => {
    const body = { declinedOn: '2026-03-03', reason: 'other', explanation: 'See our call.' };
    expect(ordered(declineMove, body).order.command).toEqual({
      type: 'DeclineMove',
      data: { by: CROYDON, declinedOn: '2026-03-03', reason: 'other', explained: true },
      personal: { explanation: 'See our call.' },
    });
  });

  it('an action with nothing personal seals nothing', () => {
    const body = { suppliedOn: '2026-03-03', kinds: ['plan'], complete: false };
    expect(ordered(supplyInformation, body).order).toEqual({
      stream: 'move-move-id',
      submission,
      command: { type: 'SupplyMoveInformation', data: { by: CROYDON, ...body } },
    });
  });

  it('places that were found take their place in the command', () => {
    const found = { toAuthority: { kind: 'authority', gss: LEWISHAM } } as const;
    expect(withPlaces(ordered(notifyMove, notice).order.command, found).data).toMatchObject(found);
    expect(withPlaces(ordered(correctMove, { unborn: true }).order.command, found).data).toMatchObject({
      corrections: { unborn: true, ...found },
    });
  });
});

describe('finding the authority of a side', () => {
  const resolve = async (given: Partial<PlaceGiven>) => {
    const postcodes = new MemoryPostcodes();
    await postcodes.load(
      (async function* () {
        yield await Promise.resolve([['SE6 4RU', LEWISHAM] as const]);
      })(),
    );
    const resolver = new PlaceResolver(postcodes, knownAuthorities(), new FixedClock());
    const nothing = { code: undefined, postcode: undefined, unknown: false, needed: true };
    return resolver.resolve({ field: 'toAuthority', ...nothing, ...given });
  };

  it('goes by the code', () =>
    expect(resolve({ code: CROYDON })).resolves.toEqual({ kind: 'authority', gss: CROYDON }));
  it('goes by the postcode', () =>
    expect(resolve({ postcode: 'SE6 4RU' })).resolves.toEqual({ kind: 'authority', gss: LEWISHAM }));
  it('knows the other countries', () =>
    expect(resolve({ code: 'WAL' })).resolves.toEqual({ kind: 'outside-england', code: 'WAL' }));
  it('leaves unknown what the sender says is unknown', () =>
    expect(resolve({ unknown: true })).resolves.toEqual({ kind: 'unknown' }));
  it('leaves a correction silent where it says nothing', () =>
    expect(resolve({ needed: false })).resolves.toBeUndefined());
  it('asks where nothing tells it, naming the field', () =>
    expect(resolve({ postcode: 'SW1A 1AA' })).rejects.toMatchObject({
      status: 422,
      extras: { field: 'toAuthority', mend: expect.stringContaining('toUnknown') as string },
    }));
  it('asks where code and postcode disagree', () =>
    expect(resolve({ code: CROYDON, postcode: 'SE6 4RU' })).rejects.toMatchObject({
      extras: { errors: [{ rule: 'place-and-postcode' }] },
    }));
  it('asks where the code is of no authority with children’s services', () =>
    expect(resolve({ code: 'E07000001' })).rejects.toMatchObject({
      extras: { errors: [{ rule: 'authority-known' }] },
    }));
  it('asks where the authority was abolished: nobody there reads a mailbox', () =>
    expect(resolve({ code: 'E10000006' })).rejects.toMatchObject({
      detail: 'toAuthority is Cumbria (E10000006), which was abolished on 2023-04-01.',
      extras: { errors: [{ rule: 'authority-present' }] },
    }));
  it.each(['constructor', 'toString', '__proto__'])('takes %s for no place at all', async (word) => {
    expect(faultsOf(NotifyMoveDto, { ...notice, toAuthority: word })).toEqual(['toAuthority']);
    await expect(resolve({ code: word })).rejects.toMatchObject({
      extras: { errors: [{ rule: 'authority-known' }] },
    });
  });
});

describe('routes', () => {
  const rolesOf = (controller: new (...parts: never[]) => object): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(Object.getOwnPropertyDescriptors(controller.prototype))
        .filter(([name]) => name !== 'constructor')
        .map(([name, { value }]): [string, unknown] => [
          name,
          Reflect.getMetadata('ibex:roles', value as object) ?? Reflect.getMetadata('ibex:roles', controller),
        ]),
    );
  const originating = ['placing-practitioner', 'system-client'];
  const receiving = ['duty-desk', 'mash', 'system-client'];
  const either = ['placing-practitioner', 'duty-desk', 'mash', 'system-client'];

  it('say which side may use them', () => {
    expect(rolesOf(MoveController)).toEqual({ notify: either, correct: either, withdraw: either });
    expect(rolesOf(MoveCourseController)).toEqual({
      supply: originating,
      accept: receiving,
      decline: receiving,
      conference: receiving,
      handOver: originating,
      arrived: either,
      notArrived: either,
      permanent: either,
    });
  });

  it('and batches hold to the same', () => {
    expect(Object.fromEntries(moveActions.map(({ name, roles }) => [name, roles]))).toEqual({
      'move/notify': either,
      'move/correct': either,
      'move/supply-information': originating,
      'move/accept': receiving,
      'move/decline': receiving,
      'move/conference-held': receiving,
      'move/hand-over': originating,
      'move/arrived': either,
      'move/not-arrived': either,
      'move/became-permanent': either,
      'move/withdraw': either,
    });
  });
});
