import type { Agent } from '../../console/support/agent';
import type { Known } from './known';
import type { MeasuredPage } from './measured-page';
import type { People } from './people';
import { searchPages } from './search-pages';

const page = (name: string, agent: Agent, ...paths: readonly string[]): MeasuredPage => ({
  ...{ name, status: 200 },
  ask: (round) => ({ agent, path: `/console/${paths[round % paths.length] ?? ''}` }),
});

const ofChildren = (children: readonly string[], tab: string): readonly string[] =>
  children.map((recordRef) => `mash/children/${recordRef}${tab}`);

/** The main pages, each by whom it is for. */
export const measuredPages = (people: People, known: Known): readonly MeasuredPage[] => {
  const { desk, placing, governance, operator, mash } = people;
  const { notices, draftStep, children } = known;
  return [
    page('inbox', desk, 'desk'),
    page('a notice', desk, ...notices),
    page('hand-over', desk, 'desk/hand-over'),
    page('tell: home', placing, 'tell'),
    page('tell: a step', placing, draftStep),
    ...searchPages(people, known),
    page('child: picture', mash, ...ofChildren(children, '')),
    page('child: timeline', mash, ...ofChildren(children, '/timeline')),
    page('child: map of placements', mash, ...ofChildren(children, '/placements')),
    page('registers: home', desk, 'registers'),
    page('registers: placed here', desk, 'registers/placed-here'),
    page('registers: missing', desk, 'registers/missing'),
    page('registers: duties', desk, 'registers/duties'),
    page('registers: trends', governance, 'registers/trends/missing'),
    page('registers: flows', governance, 'registers/flows'),
    page('governance: home', governance, 'governance'),
    page('governance: reads', governance, 'governance/reads'),
    page('governance: agreements', governance, 'governance/agreements'),
    page('operations: views', operator, 'operations/views'),
  ];
};
