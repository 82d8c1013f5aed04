import { trialAccounts } from '@ibex/adapters/trial-provider';
import type { Role } from '@ibex/kernel';
import { Agent } from '../../console/support/agent';
import { LONDON } from '../view/made-child';

/** Whose people look at pages; its hub searches with those of all the others, since a person may search 30 times an hour. */
export const BOROUGH = 'E09000007';

export type People = Readonly<{
  desk: Agent;
  placing: Agent;
  governance: Agent;
  operator: Agent;
  mash: Agent;
  searchers: readonly Agent[];
}>;

const signedIn = async (url: string, authority: string, role: Role): Promise<Agent> => {
  const account = trialAccounts([{ gss: authority, name: '' }]).find((each) => each.role === role);
  const agent = new Agent(url);
  const page = await agent.get(`/console/sign-in/start?provider=trial&account=${account?.hint ?? ''}`);
  if (page.status === 200 && page.path === '/console') return agent;
  throw new Error(`signing in as ${role} led to ${page.path} (${String(page.status)})`);
};

/** A person of each role of the borough, and the hub of every London authority, through the trial provider. */
export const peopleAt = async (url: string): Promise<People> => {
  const as = (role: Role): Promise<Agent> => signedIn(url, BOROUGH, role);
  const hubs: (readonly [string, Agent])[] = [];
  for (const gss of LONDON) hubs.push([gss, await signedIn(url, gss, 'mash')]);
  const mash = new Map(hubs).get(BOROUGH);
  if (!mash) throw new Error('the borough has no hub');
  return {
    ...{ desk: await as('duty-desk'), placing: await as('placing-practitioner'), mash },
    ...{ governance: await as('governance'), operator: await as('operator') },
    searchers: hubs.map(([, agent]) => agent),
  };
};
