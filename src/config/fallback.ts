import type { Config } from './config.ts';
import type { OperationDefaults } from './operations.ts';

type Fallback = Pick<OperationDefaults, 'zone' | 'locale'> &
  Pick<Config, 'role' | 'logLevel'> &
  Config['http'] & { readonly command: string; readonly dataDir: string };

/** What variables of the environment mean where they are not set. */
export const FALLBACK: Fallback = {
  zone: 'America/Bogota',
  locale: 'es',
  command: '/wolkvox',
  dataDir: './data',
  host: '127.0.0.1',
  port: 3_000,
  role: 'all',
  logLevel: 'info',
};
