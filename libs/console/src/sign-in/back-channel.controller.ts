import { BadRequestException, Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { IbexError } from '@ibex/kernel';
import type { LoggedOut, SignInProvider } from '@ibex/kernel';
import { SafeLog } from '@ibex/runtime';
import { NotAForm, Open } from '../frame/page.decorators';
import { Sessions } from '../session/sessions';
import { SignIns } from './sign-ins';

const logoutTokenIn = (body: unknown): string => {
  const token: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'logout_token') : undefined;
  return typeof token === 'string' ? token : '';
};

/** A provider tells that a log-in has ended (OpenID Connect Back-Channel Logout 1.0, section 2.5). */
@Controller('back-channel-logout')
export class BackChannelController {
  constructor(
    @Inject(SignIns) private readonly signIns: SignIns,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SafeLog) private readonly log: SafeLog,
  ) {}

  @Post(':provider')
  @Open()
  @NotAForm()
  @HttpCode(200)
  async end(@Param('provider') id: string, @Body() body: unknown): Promise<string> {
    const provider = this.signIns.provider(id);
    await this.sessions.endAll(provider.id, await this.verified(provider, logoutTokenIn(body)));
    this.log.info('back-channel-logout');
    return '';
  }

  private async verified(provider: SignInProvider, token: string): Promise<LoggedOut> {
    try {
      return await provider.loggedOut(token);
    } catch (error) {
      if (error instanceof IbexError && error.code === 'sign-in/refused') throw new BadRequestException();
      throw error;
    }
  }
}
