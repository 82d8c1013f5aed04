import { join } from 'node:path';
import { FileQuarantine } from './file-quarantine';
import { FileSeenEvents } from './file-seen-events';
import { FilePlace } from './place-kept';

export type Kept = Readonly<{
  seen: FileSeenEvents;
  quarantine: FileQuarantine;
  place: FilePlace;
  close: () => Promise<void>;
}>;

/** Everything that a subscriber remembers, as plain files in one folder. For one process at a time. */
export const keptIn = async (folder: string): Promise<Kept> => {
  const seen = await FileSeenEvents.open(join(folder, 'seen.txt'));
  const quarantine = await FileQuarantine.open(join(folder, 'quarantine.jsonl'));
  const place = await FilePlace.open(join(folder, 'place.txt'));
  const close = async (): Promise<void> => {
    await Promise.all([seen.close(), quarantine.close(), place.close()]);
  };
  return { seen, quarantine, place, close };
};
