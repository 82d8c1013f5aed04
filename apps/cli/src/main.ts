import { Command } from 'commander';
import { addAccess } from './commands/access.commands';
import { addChild } from './commands/child.commands';
import { addConformance } from './commands/conformance.command';
import { addImport, addPostcodes } from './commands/import.commands';
import { addIdentity } from './commands/identity.commands';
import { addKafka } from './commands/kafka.commands';
import { addKeys } from './commands/key.commands';
import { addPicture } from './commands/picture.commands';
import { addChronology, addDuties, addInbox, addRegister } from './commands/query.commands';
import { addTrends, addWorklist } from './commands/worklist.commands';
import { addRebuild, addToken } from './commands/operator.commands';
import { addReads, addSearch } from './commands/search.commands';
import { addStatus } from './commands/status.commands';
import { addAgreements } from './commands/agreement.commands';
import { addLinks } from './commands/link.commands';
import { addMembers } from './commands/member.commands';
import { addSubscriptions } from './commands/subscription.commands';
import { addDemo } from './demo/demo.command';
import { addEnginesDemo } from './demo/engines/engines.command';

const program = new Command('ibex')
  .description(
    'IBEX: authorities tell each other about children placed, moved or missing across their boundaries',
  )
  .showHelpAfterError('(--help shows what there is)')
  .configureHelp({ sortSubcommands: true });

for (const add of [
  addDemo,
  addEnginesDemo,
  addImport,
  addPostcodes,
  addRegister,
  addChronology,
  addChild,
  addPicture,
  addDuties,
  addWorklist,
  addTrends,
  addInbox,
  addSearch,
  addReads,
  addStatus,
  addSubscriptions,
  addAgreements,
  addAccess,
  addMembers,
  addLinks,
  addKeys,
  addToken,
  addRebuild,
  addKafka,
  addIdentity,
  addConformance,
])
  add(program);

program.parseAsync().catch((fault: unknown) => {
  process.stderr.write(`ibex: ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
