import { sha256, uuidFrom } from '@ibex/runtime';

/** Repeatable choices: the same text gives the same ids, references, orders and strange keys. */
export class Seed {
  constructor(readonly text: string) {}

  uuid(about: string): string {
    return uuidFrom(`${this.text}\n${about}`);
  }

  /** 64 hexadecimal digits. */
  digest(about: string): string {
    return sha256(`${this.text}\n${about}`);
  }

  /** Each item once, in an order of its own for each `about`. */
  shuffled<T>(items: readonly T[], about: string): readonly T[] {
    return items
      .map((item, at) => ({ item, rank: this.digest(`${about}\n${String(at)}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ item }) => item);
  }
}
