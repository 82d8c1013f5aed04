import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Clock, Ids } from '@ibex/kernel';

@Injectable()
export class SystemClock implements Clock {
  now(): string {
    return new Date().toISOString();
  }
}

@Injectable()
export class RandomIds implements Ids {
  next(): string {
    return randomUUID();
  }
}
