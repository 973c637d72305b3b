import { cadenceOfCron, cronsOf, PRESETS, times } from './cadence.ts';
import type { Cadence } from './digest.ts';

/** The cadences that a form offers, in the order in which it does. */
export const CADENCE_CHOICES = ['weekdays', 'cuts', 'hourly', 'mondays', 'monthly', 'own', 'cron'] as const;
export type CadenceChoice = (typeof CADENCE_CHOICES)[number];

/** What somebody chose of a cadence; only the fields of the choice count (`SHOWN`). `times` as written. */
export type CadenceForm = {
  readonly cadence: CadenceChoice;
  readonly time: string;
  readonly days: readonly number[];
  readonly times: string;
  readonly cron: string;
};
export type CadenceField = Exclude<keyof CadenceForm, 'cadence'>;

/** The fields that each choice asks for besides. */
export const SHOWN: Readonly<Record<CadenceChoice, readonly CadenceField[]>> = {
  weekdays: ['time'],
  cuts: ['times'],
  hourly: [],
  mondays: ['time'],
  monthly: ['time'],
  own: ['days', 'times'],
  cron: ['cron'],
};

export const PLAIN_CADENCE: CadenceForm = {
  cadence: 'weekdays',
  time: '08:00',
  days: [1, 2, 3, 4, 5],
  times: PRESETS.cuts.at.join(', '),
  cron: '',
};

const TIME = /^(\d{1,2})[:.h](\d{2})$/;

/** Why there is no cadence yet; `word`: the time that cannot be read. */
export type CadenceMistake =
  | { readonly field: 'time' | 'days' | 'cron' }
  | { readonly field: 'times'; readonly word: string | null };

/** The cadence that was chosen, or what is missing of it. */
export function cadenceOfForm(form: CadenceForm): { readonly cadence: Cadence } | { readonly mistake: CadenceMistake } {
  const time = readTime(form.time);
  const at = (weekdays: readonly number[]) =>
    time === null ? { mistake: { field: 'time' as const } } : { cadence: times([time], weekdays) };
  switch (form.cadence) {
    case 'weekdays':
      return at(PRESETS.weekdays.weekdays);
    case 'mondays':
      return at(PRESETS.mondays.weekdays);
    case 'monthly':
      return time === null ? { mistake: { field: 'time' } } : { cadence: { ...PRESETS.monthly, at: time } };
    case 'hourly':
      return { cadence: PRESETS.hourly };
    case 'cuts':
      return timesOf(form.times, PRESETS.cuts.weekdays);
    case 'own':
      return form.days.length === 0 ? { mistake: { field: 'days' } } : timesOf(form.times, form.days);
    case 'cron': {
      const cadence = cadenceOfCron(form.cron);
      return cadence === null ? { mistake: { field: 'cron' } } : { cadence };
    }
  }
}

/** The form that a cadence amounts to: a preset where it is one, with its cron text where nothing else says it. */
export function formOfCadence(cadence: Cadence): CadenceForm {
  switch (cadence.kind) {
    case 'cron':
      return { ...PLAIN_CADENCE, cadence: 'cron', cron: cadence.cron };
    case 'monthly':
      return cadence.day === 1
        ? { ...PLAIN_CADENCE, cadence: 'monthly', time: cadence.at }
        : { ...PLAIN_CADENCE, cadence: 'cron', cron: cronsOf(cadence).join(' ') };
    case 'times': {
      const one = times(cadence.at, cadence.weekdays);
      const [first = PLAIN_CADENCE.time] = one.at;
      const written = one.at.join(', ');
      if (isSame(one, PRESETS.hourly)) return { ...PLAIN_CADENCE, cadence: 'hourly' };
      if (isSame(one, PRESETS.cuts)) return { ...PLAIN_CADENCE, cadence: 'cuts', times: written };
      if (one.at.length === 1 && isSame({ ...one, at: PRESETS.weekdays.at }, PRESETS.weekdays)) {
        return { ...PLAIN_CADENCE, cadence: 'weekdays', time: first };
      }
      if (one.at.length === 1 && isSame({ ...one, at: PRESETS.mondays.at }, PRESETS.mondays)) {
        return { ...PLAIN_CADENCE, cadence: 'mondays', time: first };
      }
      return { ...PLAIN_CADENCE, cadence: 'own', days: one.weekdays, times: written };
    }
  }
}

function timesOf(text: string, weekdays: readonly number[]): ReturnType<typeof cadenceOfForm> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const bad = words.find((word) => readTime(word) === null);
  if (bad !== undefined || words.length === 0) return { mistake: { field: 'times', word: bad ?? null } };
  return {
    cadence: times(
      words.flatMap((word) => readTime(word) ?? []),
      weekdays,
    ),
  };
}

function readTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function isSame(one: Cadence, other: Cadence): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
