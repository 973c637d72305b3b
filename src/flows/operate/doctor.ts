import { doctorWords } from '../../core/i18n/doctor/doctor-words.ts';
import type { Locale } from '../../core/i18n/locale.ts';
import type { Settings } from '../../core/settings.ts';
import type { Clock, Wolkvox } from '../../ports.ts';
import { type Bedside, type Check, check } from './doctor-check.ts';
import { checkSlack, type SlackProbe } from './doctor-slack.ts';
import { checkStore, type StoreProbe } from './doctor-store.ts';
import { checkWolkvox } from './doctor-wolkvox.ts';
import type { FormatFor } from '../read/format-for.ts';

export type { Check } from './doctor-check.ts';

/** What a right configuration opens for the doctor to look at. */
export type Patient = {
  readonly settings: Settings;
  readonly store: StoreProbe;
  readonly slack: SlackProbe | null;
  /** The bot scopes that manifest.yml declares. */
  readonly scopes: readonly string[];
  readonly wolkvox: Pick<Wolkvox, 'ask'>;
};

export type DoctorArguments = {
  readonly nodeVersion: string;
  readonly clock: Clock;
  readonly formatFor: FormatFor;
  /** The mistakes as lines where the configuration is wrong: then nothing else can be looked at. */
  readonly patient:
    | { readonly ok: true; readonly value: Patient }
    | { readonly ok: false; readonly mistakes: readonly string[] };
};

/** Looks at everything the bot needs; each check says what was found and the very next step, in the reader's language. */
export type Doctor = (locale: Locale) => Promise<readonly Check[]>;

const NEEDED_NODE = '22.19';

export function makeDoctor({ nodeVersion, clock, formatFor, patient }: DoctorArguments): Doctor {
  return async (locale) => {
    const words = doctorWords(locale);
    const version = nodeVersion.replace(/^v/, '');
    const node = isEnough(version)
      ? check('node', 'yes', words.node.enough({ version }))
      : check('node', 'no', words.node.old({ version, needed: NEEDED_NODE }));
    if (!patient.ok) {
      return [
        node,
        check('config', 'no', words.config.wrong({ mistakes: patient.mistakes })),
        ...['store', 'slack', 'wolkvox'].map((id) => check(id, 'skipped', words.config.needed)),
      ];
    }
    const { settings, store, slack, scopes, wolkvox } = patient.value;
    const { operations } = settings;
    const now = clock.now();
    const bedside = (operation = operations[0]): Bedside => ({
      words,
      locale,
      format: formatFor(locale, operation),
      now,
    });
    const [storeChecks, slackChecks, ...wolkvoxChecks] = await Promise.all([
      checkStore(store, bedside()),
      checkSlack(slack, settings, scopes, bedside()),
      ...operations.map((operation) => checkWolkvox(wolkvox, clock, operation, bedside(operation))),
    ]);
    return [
      node,
      check('config', 'yes', words.config.right({ operations: operations.map(({ name }) => name) })),
      checkRoles(settings, bedside()),
      ...storeChecks,
      ...slackChecks,
      ...wolkvoxChecks.flat(),
    ];
  };
}

function checkRoles({ roles }: Settings, { words }: Bedside): Check {
  // Having none is allowed and well defined: it is advice, not an illness.
  if (roles === null) return check('roles', 'yes', words.roles.none);
  const [admins, supervisors] = [roles.admin.length, roles.supervisor.length];
  return admins === 0
    ? check('roles', 'no', words.roles.noAdmin)
    : check('roles', 'yes', words.roles.some({ admins, supervisors }));
}

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}
