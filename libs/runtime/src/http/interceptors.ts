import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import type { HttpRequest } from '../access/reader-of-request';
import { LOCATION_METADATA } from '../intake/submission-answer';
import { ProblemError } from '../problems/problem-error';
import type { HttpReply } from '../problems/problem.filter';
import { SubscriptionRunner } from '../subscription/subscription.runner';

const LONGEST_WAIT_MS = 5_000;
const POSITION = /^\d{1,15}$/;

const atLeastOf = (query: unknown): unknown =>
  typeof query === 'object' && query !== null && 'atLeast' in query ? query.atLeast : undefined;

/** Lets a GET with `atLeast=<position>` wait for the views, so that a writer can read its own write. */
@Injectable()
export class ViewWaitInterceptor implements NestInterceptor {
  constructor(private readonly subscriptions: SubscriptionRunner) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const atLeast = request.method === 'GET' ? atLeastOf(request.query) : undefined;
    if (atLeast !== undefined) await this.waitFor(atLeast);
    return next.handle();
  }

  private async waitFor(atLeast: unknown): Promise<void> {
    if (typeof atLeast !== 'string' || !POSITION.test(atLeast)) {
      throw new ProblemError(400, 'request-not-valid', 'Request not valid', 'atLeast is not a position.', {
        field: 'atLeast',
        mend: 'Give the position exactly as the exchange returned it.',
      });
    }
    if (await this.subscriptions.caughtUpTo(Number(atLeast), LONGEST_WAIT_MS)) return;
    throw new ProblemError(
      504,
      'view-behind',
      'View behind',
      'The views have not reached that position yet.',
      {
        mend: 'Ask again after a short while.',
        headers: { 'Retry-After': '1' },
      },
    );
  }
}

/** Sets Location to the notice that a POST opened or changed. */
@Injectable()
export class LocationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const path = this.reflector.get<string | undefined>(LOCATION_METADATA, context.getHandler());
    if (path === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<HttpReply>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (
          typeof answer === 'object' &&
          answer !== null &&
          'id' in answer &&
          typeof answer.id === 'string'
        ) {
          reply.header('location', `${path}/${encodeURIComponent(answer.id)}`);
        }
        return answer;
      }),
    );
  }
}
