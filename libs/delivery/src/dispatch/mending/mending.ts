import { Injectable } from '@nestjs/common';
import { MendingList } from './mending-list';
import { MendingOrders } from './mending-orders';

/** What is to be put right, and orders to put it right. */
@Injectable()
export class Mending {
  constructor(
    readonly list: MendingList,
    readonly orders: MendingOrders,
  ) {}
}
