import type { AppProcess } from '../../../apps/cli/src/engines/split';

/** How many pieces of a group of work a process does at this moment, by its own measures. */
export const leasesHeld = async ({ managementUrl }: AppProcess, group: string): Promise<number> => {
  const text = await (await fetch(`${managementUrl}/metrics`)).text();
  return Number(new RegExp(`^ibex_leases_held{.*group="${group}".*} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
};
