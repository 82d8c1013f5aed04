import { Inject, Injectable } from '@nestjs/common';
import { Kept } from '../../frame/kept';
import { Drafts } from '../../frame/drafts';
import { toDraft } from './draft';
import type { Draft } from './draft';

@Injectable()
export class AgreementDrafts extends Drafts<Draft> {
  constructor(@Inject(Kept) kept: Kept) {
    super(kept, 'agreement-draft', toDraft);
  }
}
