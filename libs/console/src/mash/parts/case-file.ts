import { Inject, Injectable } from '@nestjs/common';
import type { Purpose } from '@ibex/kernel';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';
import { isFields, textIn } from './fields';
import { purposeIn } from './purposes';

const KIND = 'mash-case';
/** A shift: the next one says anew what it reads for. */
const SHIFT_S = 12 * 3_600;

/** What a person reads of one child for, and the search that led there. */
export type OpenCase = Readonly<{ recordRef: string; purpose: Purpose; search?: string }>;

const caseIn = (value: unknown): OpenCase | undefined => {
  if (!isFields(value)) return undefined;
  const [recordRef, search] = [textIn(value, 'recordRef'), textIn(value, 'search')];
  const purpose = purposeIn(value['purpose']);
  if (recordRef === undefined || purpose === undefined) return undefined;
  return { recordRef, purpose, ...(search === undefined ? {} : { search }) };
};

/** Asks for a purpose once per child and shift, so that each look is sent with it. */
@Injectable()
export class CaseFile {
  constructor(@Inject(Kept) private readonly kept: Kept) {}

  async find(visit: Visit, recordRef: string): Promise<OpenCase | undefined> {
    return (await this.keptOf(visit, recordRef))?.open;
  }

  /** Replaces what was said before of the same child. */
  async open(visit: Visit, open: OpenCase): Promise<void> {
    const before = await this.keptOf(visit, open.recordRef);
    const id = before === undefined ? {} : { id: before.id };
    await this.kept.put(visit, KIND, open, { ttlSeconds: SHIFT_S, ...id });
  }

  private async keptOf(visit: Visit, recordRef: string) {
    const all = await this.kept.list(visit, KIND);
    return all
      .flatMap(({ id, value }) => {
        const open = caseIn(value);
        return open ? [{ id, open }] : [];
      })
      .find(({ open }) => open.recordRef === recordRef);
  }
}
