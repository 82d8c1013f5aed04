import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { IDS } from '@ibex/kernel';
import type { Ids } from '@ibex/kernel';
import { SafeLog } from '../logging/safe-log';
import { Metrics } from '../metrics/metrics';
import { countedAs } from './problem-error';
import { toProblem, toProblemBody, unforeseen } from './problem-body';

/** What the shell needs to see of an answer, whatever server carries it. */
export interface HttpReply {
  code(status: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(payload: string): unknown;
}

/** The only place that turns errors into HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: SafeLog,
    @Inject(IDS) private readonly ids: Ids,
    private readonly metrics: Metrics,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<HttpReply>();
    const known = toProblem(error);
    const problem = known ?? unforeseen();
    const { method } = host.switchToHttp().getRequest<Readonly<{ method: string }>>();
    if (method === 'POST') this.metrics.refused(countedAs(problem));
    const correlationId = problem.status >= 500 ? this.ids.next() : undefined;
    if (correlationId !== undefined)
      this.log.error('request-failed', error, { correlationId, status: problem.status });
    const body = {
      ...toProblemBody(problem),
      ...(correlationId === undefined ? {} : { instance: `urn:uuid:${correlationId}` }),
    };
    reply.code(problem.status).header('content-type', 'application/problem+json; charset=utf-8');
    for (const [name, value] of Object.entries(problem.extras.headers ?? {})) reply.header(name, value);
    reply.send(JSON.stringify(body));
  }
}
