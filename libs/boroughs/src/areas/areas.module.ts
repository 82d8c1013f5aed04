import { Module } from '@nestjs/common';
import { AreasController } from './areas.controller';

/** Which authority a postcode lies in. Needs POSTCODES, CLOCK and BoroughsModule. */
@Module({ controllers: [AreasController] })
export class AreaRoutesModule {}
