import { leasesSuite } from '@ibex/testing';
import { MemoryLeases } from './index';

leasesSuite('memory', () => Promise.resolve(new MemoryLeases()));
