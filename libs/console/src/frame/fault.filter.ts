import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { SafeLog } from '@ibex/runtime';
import { ExchangeRefused, ExchangeUnavailable } from '@ibex/sdk';
import { Pages } from './pages';
import type { ConsoleRequest } from './visits';

type Reply = Readonly<{
  code: (status: number) => Reply;
  header: (name: string, value: string) => Reply;
  redirect: (url: string, status: number) => unknown;
  send: (body: string) => unknown;
}>;

const NOT_SIGNED_IN = 401;

/** What a fault is to the person who meets it. */
export const statusOf = (fault: unknown): number => {
  if (fault instanceof ExchangeUnavailable) return 503;
  if (fault instanceof ExchangeRefused) return fault.status;
  if (fault instanceof HttpException) return fault.getStatus();
  const said: unknown = fault instanceof Error ? Reflect.get(fault, 'statusCode') : undefined;
  return typeof said === 'number' && said >= 400 && said < 600 ? said : 500;
};

/** Where somebody who has to sign in goes on afterwards: only to what can be asked for again. */
const signInFor = ({ method, url }: ConsoleRequest): string =>
  `/console/sign-in${method === 'GET' ? `?then=${encodeURIComponent(url)}` : ''}`;

/** Every fault as a page that says what to do. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SafeLog) private readonly log: SafeLog,
  ) {}

  catch(fault: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<Reply>();
    const request = http.getRequest<ConsoleRequest>();
    const status = statusOf(fault);
    if (status === NOT_SIGNED_IN) {
      reply.redirect(signInFor(request), 303);
      return;
    }
    if (status >= 500) this.log.error('page-failed', fault, { status });
    const { visit } = request;
    const html = visit
      ? this.pages.show(visit, 'frame/fault.njk', { status })
      : this.pages.open('frame/fault.njk', { status });
    reply.code(status).header('content-type', 'text/html; charset=utf-8').send(html);
  }
}
