import { isObject } from './rows/body.ts';

const ROWS_LOOKED_AT = 200;
const PAIRS_NEEDED = 5;
const QUARTER = 15;

/** Watches rows go by and says what zone wolkvox writes its local times in. */
export type ZoneWitness = { readonly see: (row: unknown) => void; readonly offsetMinutes: () => number | null };

/**
 * A `conn_id` holds the second since the epoch at which the interaction began, `date` the local time some seconds or minutes later.
 * The smallest difference of the first rows, rounded to a quarter of an hour, is the zone; fewer than five rows prove nothing.
 */
export function openZoneWitness(): ZoneWitness {
  let seen = 0;
  let pairs = 0;
  let smallest = Number.POSITIVE_INFINITY;
  return {
    see(row) {
      if (seen >= ROWS_LOOKED_AT || !isObject(row)) return;
      seen += 1;
      const began = epochSecond(row['conn_id']);
      const local = localSecond(row['date']);
      if (began === null || local === null) return;
      pairs += 1;
      smallest = Math.min(smallest, local - began);
    },
    offsetMinutes: () => (pairs < PAIRS_NEEDED ? null : Math.round(smallest / 60 / QUARTER) * QUARTER),
  };
}

function epochSecond(connId: unknown): number | null {
  if (typeof connId !== 'string') return null;
  const part = connId.split('.').find((each) => /^[12]\d{9}$/.test(each));
  return part === undefined ? null : Number(part);
}

function localSecond(date: unknown): number | null {
  if (typeof date !== 'string') return null;
  const digits = date.replaceAll(/\D/g, '');
  if (digits.length !== 14) return null;
  const iso = digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
  const second = Date.parse(iso) / 1_000;
  return Number.isFinite(second) ? second : null;
}
