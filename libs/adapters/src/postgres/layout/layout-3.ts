/** Id of the sharing agreement that opened an entry; what was there before was told by law. */
export const LAYOUT_3: readonly string[] = [
  'ALTER TABLE mailbox_entries ADD COLUMN agreement text COLLATE "C"',
];
