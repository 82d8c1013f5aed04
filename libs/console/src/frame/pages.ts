import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Environment, FileSystemLoader } from 'nunjucks';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { Assets } from './assets';
import { AuthorityNames } from './authority-names';
import { addFilters } from './filters';
import { navigationOf } from './navigation';
import type { Visit } from './visit';

export type Model = Readonly<Record<string, unknown>>;

/** Folder of a package's templates, wherever packages lie. */
const packaged = (name: string, folder: string): string =>
  join(require.resolve(`${name}/package.json`), '..', folder);

const TEMPLATES = join(__dirname, '..');

/** Turns what a page function says into HTML. Everything is escaped unless a template's own macro made it. */
@Injectable()
export class Pages {
  private readonly environment: Environment;

  constructor(
    @Inject(AuthorityNames) private readonly names: AuthorityNames,
    @Inject(Assets) private readonly assets: Assets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    const folders = [
      TEMPLATES,
      packaged('govuk-frontend', 'dist'),
      packaged('@ministryofjustice/frontend', ''),
    ];
    // templates change with the program only
    const loader = new FileSystemLoader(folders, { noCache: false, watch: false });
    this.environment = new Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
    addFilters(this.environment, names, () => this.clock.now());
  }

  /** A page for somebody who is signed in. `template`: path from `libs/console/src`, e.g. `desk/inbox.njk`. */
  show(visit: Visit, template: string, model: Model = {}): string {
    return this.render(template, { ...model, visit, navigation: navigationOf(visit, template) });
  }

  /** A page for anybody. */
  open(template: string, model: Model = {}): string {
    return this.render(template, model);
  }

  private render(template: string, model: Model): string {
    const { names, assets } = this;
    const frame = {
      asset: (name: string) => assets.pathOf(name),
      authorities: names.all(),
      now: this.clock.now(),
    };
    return this.environment.render(template, { ...model, ...frame });
  }
}
