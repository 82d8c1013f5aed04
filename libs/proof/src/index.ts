export * from './plain-digests';
export * from './proof.module';
export * from './pseudonyms/keyed-pseudonyms';
export * from './receipts/receipt';
export * from './receipts/receipt.service';
export * from './sealing/record-sealer';
