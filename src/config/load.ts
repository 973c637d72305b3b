import type { CommandContext } from '../core/command/read-command.ts';
import { isRedisUrl } from './address.ts';
import { readRules } from './alerts/alerts.ts';
import { readChannels, readRoles } from './channels.ts';
import { type Config, LOG_LEVELS, PROCESS_ROLES } from './config.ts';
import { readDigests } from './digests/digests.ts';
import { FALLBACK } from './fallback.ts';
import { findOperations } from './find-operations.ts';
import { aKnownName, type Mistake, type Note, shown } from './mistake.ts';
import { readDefaults } from './operations.ts';
import { oneOf, textThat, wholeNumber } from './parsed.ts';
import { someText } from './section.ts';
import { readSlack } from './slack.ts';
import { type Env, noteUnknownNames, type ReadFile, type Variables, variables } from './variables.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/**
 * Every purpose needs an operation; only the `bot` needs Slack.
 * `file`: the YAML file; undefined: `VIGIA_CONFIG`, else `vigia.yml` where it exists; null: none.
 */
export type LoadArguments = {
  readonly env: Env;
  readonly readFile: ReadFile;
  readonly purpose: 'bot' | 'cli' | 'check';
  readonly file?: string | null;
  /** The catalogue: what a digest may name. */
  readonly reports: CommandContext['reports'];
};

export type Loaded =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

const TOP = ['operations', 'channels', 'roles', 'digests', 'alerts'];
const host = textThat((text) => /^[\w.:[\]-]+$/.test(text), 'a host name or an address such as 0.0.0.0');

/** Reads the environment and the file into one frozen configuration, or into all the mistakes of both. Never throws. */
export function loadConfig({ env, readFile, purpose, file: path, reports }: LoadArguments): Loaded {
  const mistakes: Mistake[] = [];
  const note: Note = (mistake) => mistakes.push(mistake);
  const vars = variables(env, readFile, note);
  noteUnknownNames(env, note);

  const slack = readSlack(vars, purpose === 'bot');
  const defaults = readDefaults(vars);
  const machine = readMachine(vars);

  const named = path === undefined ? vars.read('VIGIA_CONFIG', someText) : path;
  const before = mistakes.length;
  const file = path === null ? null : readYamlFile(named ?? 'vigia.yml', named === null, env, readFile, note);
  const unread = file === null && mistakes.length > before;
  const { operations, ids } = findOperations(file, unread, vars, { defaults, readFile, note });
  const channels = file === null ? {} : readChannels(file, ids, note);
  const roles = file === null ? null : readRoles(file, note);
  if (file !== null) checkTop(file, note);

  const known = { operations: operations.map(({ operation }) => operation), ids, reports, note };
  const digests = file === null ? [] : readDigests(file, known);
  const rules = file === null ? [] : readRules(file, operations, ids, note);

  const [first, ...others] = operations;
  if (mistakes.length > 0 || first === undefined) return { ok: false, mistakes };
  return {
    ok: true,
    config: frozen({ slack, operations: [first, ...others], channels, roles, digests, rules, ...machine }),
  };
}

/** What this process is and where it keeps things. */
function readMachine(vars: Variables): Pick<Config, 'store' | 'http' | 'role' | 'logLevel'> {
  const redisUrl = vars.secret('REDIS_URL', 'redis://… or rediss://…', isRedisUrl);
  const role = vars.read('VIGIA_ROLE', oneOf(PROCESS_ROLES)) ?? FALLBACK.role;
  if (role !== 'all' && !vars.given('REDIS_URL')) {
    vars.missing('REDIS_URL', `redis://… or rediss://…, since VIGIA_ROLE=${role} shares its work with other processes`);
  }
  return {
    store: { redisUrl, dataDir: vars.read('VIGIA_DATA_DIR', someText) ?? FALLBACK.dataDir },
    http: {
      host: vars.read('HOST', host) ?? FALLBACK.host,
      port: vars.read('PORT', wholeNumber(0, 65_535)) ?? FALLBACK.port,
    },
    role,
    logLevel: vars.read('LOG_LEVEL', oneOf(LOG_LEVELS)) ?? FALLBACK.logLevel,
  };
}

function checkTop(file: YamlFile, note: Note): void {
  const { meant } = file;
  if (meant === null || meant === undefined) return;
  if (typeof meant !== 'object' || Array.isArray(meant)) {
    note(file.mistake('invalid', [], 'a section with keys', shown(meant)));
    return;
  }
  for (const key of Object.keys(meant)) {
    if (!TOP.includes(key)) note(file.mistake('unknown', [key], aKnownName(key, TOP), shown(key)));
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
