import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../questions/question';
import { withHost } from './host';
import { findJourney, isFor, JOURNEYS, offeredOn, OPENINGS } from './journeys';
import type { Journey } from './journey';
import { withChild } from './parts';

type Schema = Readonly<{
  $ref?: string;
  allOf?: readonly Schema[];
  type?: string;
  items?: Schema;
  enum?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  maxLength?: number;
}>;
type Contract = Readonly<{
  paths: Readonly<
    Record<
      string,
      Readonly<{
        post?: Readonly<{
          requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: Schema }>>> }>;
        }>;
      }>
    >
  >;
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;

const CONTRACT = JSON.parse(
  readFileSync(join(__dirname, '..', '..', '..', '..', '..', 'deploy', 'contracts', 'openapi.json'), 'utf8'),
) as Contract;

const PREFIXES = {
  placement: '/v1/placements',
  move: '/v1/moves',
  missing: '/v1/missing-episodes',
  exploitation: '/v1/exploitation-concerns',
} as const;

const refOf = ({ $ref, allOf = [] }: Schema): string | undefined => $ref ?? allOf[0]?.$ref;
const named = (ref: string): Schema => CONTRACT.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)] ?? {};

const resolved = (schema: Schema = {}): Schema => {
  const ref = refOf(schema);
  return ref === undefined ? schema : resolved(named(ref));
};

const pathOf = ({ category, action, opens }: Journey): string => {
  const order = action.slice(action.indexOf('/') + 1);
  if (order === 'consult') return `${PREFIXES[category]}/consult`;
  return opens ? PREFIXES[category] : `${PREFIXES[category]}/{id}/${order}`;
};

/** The body that the action’s own route takes. */
const bodyOf = (journey: Journey): Schema => {
  const { content } = CONTRACT.paths[pathOf(journey)]?.post?.requestBody ?? { content: {} };
  return resolved(content['application/json']?.schema);
};

const fieldOf = (body: Schema, name: string): Schema | undefined =>
  name.split('.').reduce<Schema | undefined>((at, part) => resolved(resolved(at).properties?.[part]), body);

const questionsOf = ({ steps }: Journey): readonly Question[] => steps.flatMap(({ questions }) => questions);

/** Filled by `finish` from what the questions steer. */
const FINISHED = ['otherPostcode', 'otherAddress', 'complete'];

const told = JOURNEYS.flatMap((journey) =>
  questionsOf(journey)
    .filter(({ steers, name }) => steers !== true && !FINISHED.includes(name))
    .map((question) => [journey.name, question.name, journey, question] as const),
);

describe('the questions of every telling', () => {
  it.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
    '%s goes to a route that there is',
    (_, journey) => {
      expect(Object.keys(bodyOf(journey).properties ?? {}).length).toBeGreaterThan(0);
    },
  );

  it.each(told)('%s asks for %s, which its body has', (_, name, journey) => {
    expect(fieldOf(bodyOf(journey), name)).toBeDefined();
    expect(fieldOf(bodyOf(journey), name)).not.toEqual({});
  });

  it.each(told.filter(([, , , { kind }]) => kind === 'choice' || kind === 'several'))(
    '%s offers for %s exactly the codes that the exchange knows',
    (_, name, journey, question) => {
      const field = fieldOf(bodyOf(journey), name);
      const codes = resolved(field?.items ?? field).enum ?? [];
      const offered = 'choices' in question ? question.choices.map(({ value }) => value) : [];
      // a person knows whether it was planned, and whether the host has the papers: a return does not
      const forReturns = ['from-return', 'not-said'];
      expect([...offered].sort()).toEqual(codes.filter((code) => !forReturns.includes(code)).sort());
    },
  );

  it.each(told.filter(([, , , { kind }]) => kind === 'text' || kind === 'words'))(
    '%s lets %s be no longer than the exchange does',
    (_, name, journey, question) => {
      const most = fieldOf(bodyOf(journey), name)?.maxLength ?? Number.POSITIVE_INFINITY;
      expect('max' in question ? question.max : 0).toBeLessThanOrEqual(most);
    },
  );

  it.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
    '%s asks for all that is needed',
    (_, journey) => {
      const asked = new Set(questionsOf(journey).map(({ name }) => name.split('.')[0]));
      expect((bodyOf(journey).required ?? []).filter((name) => !asked.has(name))).toEqual([]);
    },
  );

  it.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
    '%s has each page and each question once',
    (_, journey) => {
      const ids = journey.steps.map(({ id }) => id);
      const names = questionsOf(journey).map(({ name }) => name);
      expect([new Set(ids).size, new Set(names).size]).toEqual([ids.length, names.length]);
    },
  );
});

describe('what is offered', () => {
  it('depends on the role', () => {
    const names = (role: string) => OPENINGS.filter((each) => isFor(each, [role])).map(({ name }) => name);
    expect(names('placing-practitioner')).toEqual([
      ...['missing', 'placement', 'placement-consult', 'move', 'exploitation'],
    ]);
    expect(names('mash')).toEqual(['move', 'exploitation']);
    expect(names('governance')).toEqual([]);
  });

  it('depends on how far the notice has come', () => {
    const names = (types: readonly string[]) =>
      offeredOn({ category: 'missing', types, isOurs: true }, ['duty-desk']).map(({ name }) => name);
    expect(names(['MissingReported'])).toContain('missing-found');
    expect(names(['MissingReported'])).not.toContain('missing-interview-held');
    expect(names(['MissingReported', 'MissingFound'])).toContain('missing-interview-held');
    expect(names(['MissingReported', 'MissingFound'])).not.toContain('missing-found');
    expect(names(['MissingReported', 'MissingWithdrawn'])).toEqual([]);
  });

  it('is to go ahead with a placement about which its host was consulted, and only then', () => {
    const names = (...types: readonly string[]) =>
      offeredOn({ category: 'placement', types, isOurs: true }, ['placing-practitioner']).map(
        ({ name }) => name,
      );
    const consulted = ['placement-go-ahead', 'placement-supply', 'placement-withdraw'];
    expect(names('PlacementHostConsulted')).toEqual(consulted);
    expect(names('PlacementHostConsulted', 'PlacementResponded')).toEqual(consulted);
    expect(names('PlacementHostConsulted', 'PlacementWithdrawn')).toEqual([]);
    expect(names('PlacementHostConsulted', 'PlacementNotified')).not.toContain('placement-go-ahead');
    expect(names('PlacementNotified')).toContain('placement-end');
    expect(names()).not.toContain('placement-go-ahead');
  });

  it('offers an authority nothing that is the placing authority’s to tell', () => {
    const known = { category: 'placement', types: ['PlacementNotified'], isOurs: false } as const;
    expect(offeredOn(known, ['placing-practitioner'])).toEqual([]);
    const move = { category: 'move', types: ['MoveNotified'], isOurs: false } as const;
    expect(offeredOn(move, ['duty-desk']).map(({ name }) => name)).toContain('move-accept');
  });

  it('begins a notice with what was said when its host was consulted', () => {
    const begun = findJourney('placement-go-ahead')?.begun;
    const data = {
      ...{ by: 'E09000007', host: { kind: 'authority', gss: 'E10000016' }, restricted: false },
      ...{
        consultedOn: '2026-03-02',
        intendedStartOn: '2026-04-13',
        placementType: 'U4',
        carePlan: 'pending',
      },
    };
    const facts = [
      { type: 'PlacementHostConsulted', data, personal: { address: '1 Old Street', narrative: 'Shy' } },
      { type: 'PlacementResponded', data: { concerns: false } },
    ];
    expect(begun?.(facts)).toEqual({
      ...{ placementType: 'U4', address: '1 Old Street', narrative: 'Shy' },
      ...{ hostHow: 'named', hostNamed: 'E10000016' },
      ...{ 'startsOn-day': '13', 'startsOn-month': '04', 'startsOn-year': '2026' },
    });
    expect(begun?.([])).toEqual({});
  });

  it('is known by its name', () => {
    expect(findJourney('placement-end')?.action).toBe('placement/end');
    expect(findJourney('placement/end')).toBeUndefined();
  });
});

describe('the host and the child of a body', () => {
  const HOST = { field: 'host', unknown: 'hostUnknown' };

  it.each([
    [{}, {}],
    [{ hostHow: 'E09000008' }, { host: 'E09000008' }],
    [{ hostHow: 'named', hostNamed: 'E10000016' }, { host: 'E10000016' }],
    [{ hostHow: 'outside', hostOutside: 'SCO' }, { host: 'SCO' }],
    [{ hostHow: 'unknown' }, { hostUnknown: true }],
  ])('are told as chosen: %j', (answers, said) => {
    expect(withHost({}, answers, HOST)).toEqual(said);
  });

  it('are the record or the details, never both', () => {
    const body = { child: { localId: '1' }, startsOn: '2026-03-02' };
    expect(withChild(body, { recordRef: 'new' })).toEqual(body);
    expect(withChild(body, { recordRef: 'abcdefgh' })).toEqual({
      startsOn: '2026-03-02',
      recordRef: 'abcdefgh',
    });
  });

  it('stand at either end of a move', () => {
    const move = findJourney('move');
    const teller = { authority: 'E09000007' };
    const finish = (direction: string) =>
      move?.finish?.({ otherPostcode: 'CR0 1EA' }, { direction, hostHow: 'E09000008' }, teller);
    expect(finish('leaving')).toEqual({
      fromAuthority: 'E09000007',
      toAuthority: 'E09000008',
      newPostcode: 'CR0 1EA',
    });
    expect(finish('arriving')).toEqual({
      fromAuthority: 'E09000008',
      toAuthority: 'E09000007',
      oldPostcode: 'CR0 1EA',
    });
  });
});
