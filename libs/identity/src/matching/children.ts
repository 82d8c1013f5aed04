import learnt from './children.model.json';
import type { Model } from './model';

/** How authorities' records of children agree; written by `ibex identity estimate`. */
export const CHILDREN: Model = learnt;
