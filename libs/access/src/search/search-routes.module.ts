import { Module } from '@nestjs/common';
import { SightRoutesModule } from '../sight-routes.module';
import { SearchDesk } from './api/search-desk';
import { SearchesController } from './api/searches.controller';
import { FoundMembers } from './found-members';
import { KeptFromSearch } from './kept-from-search';
import { MashSearch } from './mash-search';
import { MetRestricted } from './met-restricted';
import { SearchBook } from './search-book';
import { PointerContacts } from './pointer-contacts';
import { SearchOrders } from './search-orders';
import { SearchShowing } from './search-showing';

/** Where hubs search. Needs AccessModule, IDENTITY_SEARCH, CLUSTERS, AUTHORITIES, DESK_CONTACTS and PSEUDONYMS. */
@Module({
  imports: [SightRoutesModule],
  controllers: [SearchesController],
  providers: [
    ...[SearchBook, SearchOrders, MetRestricted, KeptFromSearch, FoundMembers],
    ...[PointerContacts, SearchShowing, MashSearch, SearchDesk],
  ],
})
export class SearchRoutesModule {}
