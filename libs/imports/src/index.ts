export * from './import-fault';
export * from './exchange/exchange-client.port';
export * from './report/refusal';
export * from './report/import-report';
export type * from './ssda903/import-options';
export * from './ssda903/import-ssda903';
export * from './exchange/http-exchange-client';
export * from './postcodes/load-postcodes';
export * from './report/report-as-text';
