/** Names of keys that are given to nobody in the ordinary way. */
export const LAYOUT_4: readonly string[] = ['CREATE TABLE keys_apart (name text COLLATE "C" PRIMARY KEY)'];
