import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, toEpochMs } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';
import { isFields, textIn } from '../parts/fields';

const KIND = 'mash-glass';

/** `grant`: id of the access. `until`: when it closes by itself, UTC. */
export type OpenGlass = Readonly<{ grant: string; recordRef: string; ownerName: string; until: string }>;
export type KeptGlass = OpenGlass & Readonly<{ id: string }>;

const glassIn = (id: string, value: unknown): readonly KeptGlass[] => {
  if (!isFields(value)) return [];
  const [grant, recordRef, ownerName, until] = ['grant', 'recordRef', 'ownerName', 'until'].map((name) =>
    textIn(value, name),
  );
  return grant !== undefined && recordRef !== undefined && ownerName !== undefined && until !== undefined
    ? [{ id, grant, recordRef, ownerName, until }]
    : [];
};

/** The emergency accesses that a person opened here and that are not over: so that they are seen, and ended early. */
@Injectable()
export class OpenGlasses {
  constructor(
    @Inject(Kept) private readonly kept: Kept,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same access again, of a form that was sent twice, is the same one. */
  async put(visit: Visit, glass: OpenGlass): Promise<void> {
    if ((await this.all(visit)).some(({ grant }) => grant === glass.grant)) return;
    const left = Math.ceil((toEpochMs(glass.until) - toEpochMs(this.clock.now())) / 1_000);
    if (left > 0) await this.kept.put(visit, KIND, glass, { ttlSeconds: left });
  }

  async all(visit: Visit): Promise<readonly KeptGlass[]> {
    const kept = await this.kept.list(visit, KIND);
    const now = this.clock.now();
    return kept.flatMap(({ id, value }) => glassIn(id, value)).filter(({ until }) => until > now);
  }

  async find(visit: Visit, recordRef: string): Promise<KeptGlass | undefined> {
    return (await this.all(visit)).find((glass) => glass.recordRef === recordRef);
  }

  async over(visit: Visit, { id }: KeptGlass): Promise<void> {
    await this.kept.remove(visit, KIND, id);
  }
}
