import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitions } from '@ibex/notifications';
import { intakeActions } from '@ibex/notifications/api';
import { never } from '@ibex/kernel';
import type { Decider, Fact, NotificationDefinition, RecordedFact } from '@ibex/kernel';

const notifications = join(__dirname, '..', '..', 'libs', 'notifications', 'src');
const types = definitions.map((definition) => [definition.name, definition] as const);
type Sample = RecordedFact & { personal?: Record<string, unknown> };

const samplesOf = (name: string): Sample[] => {
  const folder = join(notifications, name, 'samples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Sample);
};

const upcast = (definition: NotificationDefinition, sample: RecordedFact): RecordedFact => {
  const fact = definition.facts[sample.type];
  let lifted = sample;
  for (let version = sample.metadata.schemaVersion; version < (fact?.version ?? 0); version += 1)
    lifted = (fact?.upcasters?.[version] ?? never(undefined as never))(lifted);
  return lifted;
};

const deciderOf = (name: string): Decider<never, Fact, unknown> => {
  const module = jest.requireActual<Record<string, Decider<never, Fact, unknown>>>(
    join(notifications, name, 'domain', `${name}.decider`),
  );
  const decider = module[`${name}Decider`];
  if (!decider) throw new Error(`${name}.decider.ts must export ${name}Decider`);
  return decider;
};

describe('every notification type', () => {
  it('stands in a folder of its own, and every folder is registered', () => {
    const folders = readdirSync(notifications, { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(
      folders
        .map((entry) => entry.name)
        .filter((name) => name !== 'shared')
        .sort(),
    ).toEqual(types.map(([name]) => name).sort());
  });
});

describe.each(types)('%s', (name, definition) => {
  const factTypes = Object.keys(definition.facts);

  it('has a frozen sample of every stored version of every fact', () => {
    const wanted = Object.entries(definition.facts).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, i) => `${type}.v${String(i + 1)}.json`),
    );
    expect(readdirSync(join(notifications, name, 'samples')).sort()).toEqual(wanted.sort());
  });

  it('names every kind of duty that its domain opens, and no other', () => {
    const domain = join(notifications, name, 'domain');
    const sources = readdirSync(domain)
      .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
      .map((file) => readFileSync(join(domain, file), 'utf8'))
      .filter((text) => text.includes('owedBy'));
    // `kind: 'one' | 'other'` in a parameter, and what is put together of a word and a thing
    const kinds = sources
      .flatMap((text) => [...text.matchAll(/\bkind: ((?:'[a-z0-9-]+'(?: \| )?)+)/g)])
      .flatMap(([, words = '']) => words.split(' | ').map((word) => word.slice(1, -1)));
    const composed = name === 'placement' ? ['supply-care-plan', 'supply-assessment'] : [];
    expect([...(definition.dutyKinds ?? [])].sort()).toEqual([...new Set([...kinds, ...composed])].sort());
  });

  it('lifts every sample to the current version and folds it', () => {
    const decider = deciderOf(name);
    const samples = samplesOf(name).map((sample) => upcast(definition, sample));
    for (const sample of samples) {
      expect(sample.metadata.schemaVersion).toBe(definition.facts[sample.type]?.version);
      expect(() =>
        decider.evolve(decider.initialState, { type: sample.type, data: sample.data }),
      ).not.toThrow();
    }
  });

  it('folds to the same state whether or not the personal part can still be read', () => {
    const decider = deciderOf(name);
    for (const { type, data, personal } of samplesOf(name)) {
      const whole = decider.evolve(
        decider.initialState,
        personal === undefined ? { type, data } : { type, data, personal },
      );
      expect(whole).toEqual(decider.evolve(decider.initialState, { type, data }));
    }
  });

  it('declares every personal field of its samples, and keeps none of them in the open part', () => {
    for (const sample of samplesOf(name)) {
      const declared = definition.facts[sample.type]?.personal ?? [];
      expect(declared).toEqual(expect.arrayContaining(Object.keys(sample.personal ?? {})));
      expect(Object.keys(sample.data).filter((key) => declared.includes(key))).toEqual([]);
    }
  });

  it('tells each fact outside as a message, or says why it stays inside', () => {
    for (const type of factTypes) {
      const tells = definition.facts[type]?.tells;
      const word = tells === undefined ? '' : 'message' in tells ? tells.message : tells.internal;
      expect(word).toMatch(
        tells !== undefined && 'message' in tells ? new RegExp(`^uk\\.ibex\\.${name}\\.[a-z-]+$`) : /\w+ \w+/,
      );
    }
  });

  it('begins every refusal with its own name', () => {
    expect(definition.refusals.filter((code) => !code.startsWith(`${name}/`))).toEqual([]);
    expect(definition.refusals.length).toBeGreaterThan(0);
  });

  it('names its actions after itself', () => {
    expect(intakeActions.filter((action) => action.name.startsWith(`${name}/`)).length).toBeGreaterThan(0);
  });

  it.each([
    `domain/${name}.decider.spec.ts`,
    `domain/${name}.deadlines.spec.ts`,
    `contract/${name}.audience.spec.ts`,
    `contract/${name}.messages.spec.ts`,
  ])('has %s', (spec) => {
    expect(existsSync(join(notifications, name, spec))).toBe(true);
  });
});
