import { Inject, Injectable } from '@nestjs/common';
import type { Visit } from '../../frame/visit';
import { CaseFile } from '../parts/case-file';
import type { OpenCase } from '../parts/case-file';
import { PurposePage } from './purpose.page';

type Wanted = Readonly<{ recordRef: string; tab: string }>;

/** The purpose is asked for first, once: no look goes out without it. */
@Injectable()
export class CaseDoor {
  constructor(
    @Inject(CaseFile) private readonly cases: CaseFile,
    @Inject(PurposePage) private readonly purpose: PurposePage,
  ) {}

  async within(visit: Visit, wanted: Wanted, show: (open: OpenCase) => Promise<string>): Promise<string> {
    const open = await this.cases.find(visit, wanted.recordRef);
    return open ? show(open) : this.purpose.ask(visit, wanted);
  }
}
