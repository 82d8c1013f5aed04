import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Notice, SeenEvents } from '@ibex/subscriber';

export type Word = 'applied' | 'recalled' | 'corrected' | 'late' | 'noted' | 'set-aside';

const wordFor = ({ type, isLate }: Notice): Word => {
  if (isLate) return 'late';
  if (type.endsWith('.withdrawn')) return 'recalled';
  return type.endsWith('.corrected') ? 'corrected' : 'applied';
};

const idsIn = (path: string): readonly string[] => {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return lines.filter(Boolean).map((line) => (JSON.parse(line) as Readonly<{ id: string }>).id);
};

/** What a borough's system did, a line of JSON each, as the conformance kit reads it. */
export class EffectsFile {
  private readonly ids: Set<string>;

  constructor(private readonly path: string) {
    this.ids = new Set(idsIn(path));
  }

  /** Dedupes by what the system itself has written: the effect and the memory of it are one write. */
  seenWith(kept: SeenEvents): SeenEvents {
    return {
      has: async (id) => this.ids.has(id) || kept.has(id),
      add: (event) => kept.add(event),
      sequences: () => kept.sequences(),
      latestOf: async (recordRef) => kept.latestOf?.(recordRef),
    };
  }

  readonly handle = (notice: Notice): Promise<void> => {
    this.write(notice, wordFor(notice));
    return Promise.resolve();
  };

  readonly note = (notice: Notice): Promise<void> => {
    this.write(notice, 'noted');
    return Promise.resolve();
  };

  write({ id, type, recordRef }: Pick<Notice, 'id' | 'type' | 'recordRef'>, effect: Word): void {
    const line = JSON.stringify({ id, type, recordRef, at: new Date().toISOString(), effect });
    this.ids.add(id);
    appendFileSync(this.path, `${line}\n`);
  }
}
