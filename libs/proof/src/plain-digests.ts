import { Injectable } from '@nestjs/common';
import type { Digests } from '@ibex/kernel';
import { sha256, uuidFrom } from '@ibex/runtime';

/** The kernel's port over the functions that the runtime itself uses, so that both always agree. */
@Injectable()
export class PlainDigests implements Digests {
  sha256(text: string): string {
    return sha256(text);
  }

  uuidFrom(text: string): string {
    return uuidFrom(text);
  }
}
