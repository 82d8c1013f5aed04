import { Controller, Get, Inject, Req } from '@nestjs/common';
import { Open, Page } from '../frame/page.decorators';
import { Pages } from '../frame/pages';
import type { ConsoleRequest } from '../frame/visits';

@Open()
@Controller('help')
export class HelpController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  help(@Req() request: ConsoleRequest): string {
    return this.show(request, 'home/help.njk');
  }

  @Get('cookies')
  @Page()
  cookies(@Req() request: ConsoleRequest): string {
    return this.show(request, 'home/cookies.njk');
  }

  @Get('accessibility')
  @Page()
  accessibility(@Req() request: ConsoleRequest): string {
    return this.show(request, 'home/accessibility.njk');
  }

  private show({ visit }: ConsoleRequest, template: string): string {
    return visit ? this.pages.show(visit, template) : this.pages.open(template);
  }
}
