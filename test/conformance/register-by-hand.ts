import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export const KNOWN = /^uk\.ibex\.placement\.(notified|changed|supplied|ended|corrected|withdrawn)$/;

/** Stands in place of an entry that an agreement had opened, and is no notice. */
const EMPTIED = 'uk.ibex.mailbox.withdrawn';

export type Event = Readonly<{
  id: string;
  type: string;
  subject: string;
  sequence: number;
  data: Readonly<Record<string, unknown>>;
}>;
const WORDS = [
  ['.withdrawn', 'recall-as-new', 'recalled'],
  ['.corrected', 'correction-as-new', 'corrected'],
] as const;
type Line = Readonly<{ id: string; recordRef: string; effect: string; sequence: number }>;

const linesIn = (path: string): readonly Line[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Line)
    : [];

/** A register of placements in a file of lines, as somebody may write it in an afternoon; `forgot` says what is missing. */
export class RegisterByHand {
  private readonly done = new Set<string>();
  private readonly latest = new Map<string, number>();
  private readonly recalled = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly forgot: (fault: string) => boolean,
  ) {
    linesIn(path).forEach((line) => this.remember(line));
  }

  has({ id }: Event): boolean {
    return this.done.has(id);
  }

  forget({ id }: Event): void {
    this.done.delete(id);
  }

  apply(event: Event, effect = this.wordFor(event)): void {
    if (this.has(event) && !this.forgot('no-dedupe')) return;
    const { id, type, subject: recordRef, sequence } = event;
    const line = { id, type, recordRef, at: new Date().toISOString(), effect, sequence };
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    this.remember(line);
  }

  private wordFor(event: Event): string {
    if (event.type !== EMPTIED) return this.wordForNotice(event);
    return this.forgot('emptied-as-notice') ? 'applied' : 'noted';
  }

  private wordForNotice({ type, subject, sequence }: Event): string {
    const known = WORDS.find(([ending, fault]) => type.endsWith(ending) && !this.forgot(fault));
    if (known) return known[2];
    const isKnown = KNOWN.test(type) || this.forgot('heartbeat-as-notice');
    if (!isKnown || this.recalled.has(subject)) return 'noted';
    return sequence < (this.latest.get(subject) ?? 0) && !this.forgot('last-arrived-wins')
      ? 'late'
      : 'applied';
  }

  private remember({ id, recordRef, effect, sequence }: Line): void {
    this.done.add(id);
    this.latest.set(recordRef, Math.max(sequence, this.latest.get(recordRef) ?? 0));
    if (effect === 'recalled') this.recalled.add(recordRef);
  }
}
