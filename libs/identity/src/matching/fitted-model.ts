import type { Comparison } from './compare/comparison';
import { toChances } from './model';
import type { Chances, FieldModel, Model } from './model';

/** From so many people on, how strangers agree is taken from themselves; a place's names are its own. */
const ENOUGH_PEOPLE = 1_000;
export const areMany = (people: number): boolean => people >= ENOUGH_PEOPLE;
/** What is not in a model is taken to be right so often. */
const USUALLY_RIGHT = 0.8;

/** Of records that several sources hold, about as many pairs are one person as there are records. */
const matchesAmong = (people: number): number => 1 / Math.max(2, people);

const usual = ({ levels }: Comparison, u: readonly number[]): FieldModel => {
  const rest = toChances(u.slice(1), 0.01).map((chance) => chance * (1 - USUALLY_RIGHT));
  return { m: levels.map((_, level) => (level === 0 ? USUALLY_RIGHT : (rest[level - 1] ?? 0))), u, s: u };
};

/** A model that was learnt elsewhere, fitted to these people: m is kept, u is theirs where they are many. */
export const fittedModel = (
  model: Model,
  comparisons: readonly Comparison[],
  { strangers, people }: Readonly<{ strangers: Chances; people: number }>,
): Model => {
  const fields: Record<string, FieldModel> = {};
  for (const comparison of comparisons) {
    const u = strangers.get(comparison.name) ?? [];
    const known = model.fields[comparison.name];
    if ((u[0] ?? 0) === 0) continue;
    if (!known) fields[comparison.name] = usual(comparison, u);
    else fields[comparison.name] = areMany(people) ? { ...known, u } : known;
  }
  return { ...model, fields, matches: matchesAmong(people) };
};
