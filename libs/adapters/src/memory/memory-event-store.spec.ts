import { eventStoreSuite } from '@ibex/testing';
import { MemoryEventStore } from './memory-event-store';

eventStoreSuite('memory', () => Promise.resolve(new MemoryEventStore()));
