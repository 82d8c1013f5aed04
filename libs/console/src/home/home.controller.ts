import { Controller, Get, Inject } from '@nestjs/common';
import { CurrentVisit, ForAnyRole, Page } from '../frame/page.decorators';
import { Pages } from '../frame/pages';
import type { Visit } from '../frame/visit';
import { homePage } from './home.page';

@ForAnyRole()
@Controller()
export class HomeController {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  @Get()
  @Page()
  home(@CurrentVisit() visit: Visit): string {
    return this.pages.show(visit, 'home/home.njk', homePage(visit));
  }
}
