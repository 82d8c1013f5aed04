import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { IbexError } from '@ibex/kernel';
import { SafeLog } from '@ibex/runtime';
import { Open, Page } from '../frame/page.decorators';
import { Pages } from '../frame/pages';
import type { ConsoleRequest } from '../frame/visits';
import { ConsoleSettings } from '../server/console-settings';
import { SESSION_COOKIE, SIGN_IN_COOKIE, cookie, cookieIn, noCookie } from '../session/cookies';
import { failedSignIn, signInPage } from './sign-in.page';
import { SignIns, refusedFor } from './sign-ins';
import { wayOn } from './way-on.rule';

type Reply = Readonly<{
  code: (status: number) => Reply;
  header: (name: string, value: string | readonly string[]) => Reply;
  send: (body?: string) => unknown;
}>;
type Said = Readonly<Record<string, unknown>>;

const HTML = 'text/html; charset=utf-8';
const textIn = (query: Said, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value : '';
};

const isSignInFault = (error: unknown): error is IbexError =>
  error instanceof IbexError && error.code.startsWith('sign-in/');

@Open()
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(ConsoleSettings) private readonly settings: ConsoleSettings,
    @Inject(SafeLog) private readonly log: SafeLog,
  ) {}

  @Get()
  @Page()
  choose(@Query() query: Said): string {
    const model = signInPage(this.signIns.providers, wayOn(query['then']));
    return this.pages.open('sign-in/sign-in.njk', model);
  }

  /** A link, so that no form has to lead to the provider. From elsewhere on the web it leads to our own page first. */
  @Get('start')
  async start(@Query() query: Said, @Req() request: ConsoleRequest, @Res() reply: Reply): Promise<void> {
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      moveTo(reply, '/console/sign-in');
      return;
    }
    const provider = this.signIns.provider(textIn(query, 'provider'));
    const hint = textIn(query, 'account');
    try {
      const origin = this.originOf(request);
      const then = wayOn(query['then']);
      const begun = await this.signIns.begin(provider, { origin, then, ...(hint === '' ? {} : { hint }) });
      reply.header('set-cookie', cookie(SIGN_IN_COOKIE, begun.token));
      moveTo(reply, begun.address);
    } catch (error) {
      this.showFault(reply, error);
    }
  }

  @Get('callback')
  async callback(@Req() request: ConsoleRequest, @Res() reply: Reply): Promise<void> {
    try {
      const token = cookieIn(request.headers, SIGN_IN_COOKIE);
      if (token === undefined) throw refusedFor('cookie-missing');
      const before = cookieIn(request.headers, SESSION_COOKIE);
      const { token: session, then } = await this.signIns.finish(token, searchOf(request.url), before);
      reply.header('set-cookie', [cookie(SESSION_COOKIE, session), noCookie(SIGN_IN_COOKIE)]);
      moveTo(reply, then);
    } catch (error) {
      this.showFault(reply, error);
    }
  }

  private originOf({ headers }: ConsoleRequest): string {
    const host = typeof headers['host'] === 'string' ? headers['host'] : undefined;
    const origin = this.settings.originFor(host);
    if (origin === undefined) throw refusedFor('host-not-known');
    return origin;
  }

  private showFault(reply: Reply, error: unknown): void {
    if (!isSignInFault(error)) throw error;
    const { status, ...model } = failedSignIn(error);
    this.log.info('sign-in-failed', { code: model.reason });
    const html = this.pages.open('sign-in/failed.njk', model);
    reply.code(status).header('content-type', HTML).send(html);
  }
}

const searchOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

const moveTo = (reply: Reply, address: string): void => {
  reply.code(303).header('location', address).send();
};
