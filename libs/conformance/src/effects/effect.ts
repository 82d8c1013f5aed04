/**
 * What became of a notice at the receiver. `applied`: it stands as told. `recalled`, `corrected`: what was told before is
 * taken back or put right, whether it has arrived or not. `late`: entered behind something newer of the same record.
 * `noted`: kept without acting on it. `set-aside`: could not be dealt with and is kept for a person.
 */
export const EFFECT_WORDS = ['applied', 'recalled', 'corrected', 'late', 'noted', 'set-aside'] as const;
export type EffectWord = (typeof EFFECT_WORDS)[number];

/** One thing that a receiver did, in the order in which it did them. `id`, `type`, `recordRef`: of the notice. */
export type Effect = Readonly<{
  id: string;
  type: string;
  recordRef: string;
  /** UTC. */
  at: string;
  effect: EffectWord;
}>;

/** What the receiver gave is no list of effects. Quotes nothing. */
export class NotEffects extends Error {
  readonly code = 'conformance/not-effects';

  constructor(where: string) {
    super(
      `${where} is no effect: give {"id","type","recordRef","at"} as texts, and "effect" as one of ${EFFECT_WORDS.join(', ')}`,
    );
    this.name = new.target.name;
  }
}

const isWord = (word: unknown): word is EffectWord => EFFECT_WORDS.some((each) => each === word);

/** Without a word it is `applied`. Throws NotEffects. */
export const toEffect = (given: unknown, where: string): Effect => {
  if (typeof given !== 'object' || given === null) throw new NotEffects(where);
  const { id, type, recordRef, at, effect = 'applied' } = { ...given } as Readonly<Record<string, unknown>>;
  const texts = { id, type, recordRef, at };
  if (!Object.values(texts).every((text) => typeof text === 'string') || !isWord(effect))
    throw new NotEffects(where);
  return { id: String(id), type: String(type), recordRef: String(recordRef), at: String(at), effect };
};

const parsed = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NotEffects(where);
  }
};

/** From JSON lines, or one JSON array. A last line that is not ended yet is left for the next time. Throws NotEffects. */
export const toEffects = (text: string): readonly Effect[] => {
  if (text.trimStart().startsWith('[')) {
    const list = parsed(text, 'what was given');
    if (!Array.isArray(list)) throw new NotEffects('what was given');
    return list.map((each, at) => toEffect(each, `item ${String(at + 1)}`));
  }
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.flatMap((line, at) => {
    const where = `line ${String(at + 1)}`;
    return line.trim() === '' ? [] : [toEffect(parsed(line, where), where)];
  });
};
