import { Module } from '@nestjs/common';
import { BackChannelController } from './back-channel.controller';
import { SessionController } from './session.controller';
import { SignInController } from './sign-in.controller';
import { SignIns } from './sign-ins';

/** How people come in and leave. */
@Module({ controllers: [SignInController, SessionController, BackChannelController], providers: [SignIns] })
export class SignInModule {}
