import { Module } from '@nestjs/common';
import { HelpController } from './help.controller';
import { HomeController } from './home.controller';

/** Where people arrive, and what helps them along. */
@Module({ controllers: [HomeController, HelpController] })
export class HomeModule {}
