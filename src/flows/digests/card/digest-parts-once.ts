import { remembering } from '../../history/usual-memory.ts';
import type { PartRead } from './digest-part.ts';
import { type PartAsked, type PartPorts, readPart } from './digest-parts.ts';

/** As long as the digests of one minute may take to be made; a part that was missing is read anew by whoever comes next. */
const TOGETHER_MS = 30_000;
const MOST = 500;

/** The same part of the same slot for the same audience is read and worded once, however many digests hold it. */
export function partReader(ports: PartPorts): (asked: PartAsked) => Promise<PartRead> {
  const read = remembering<PartRead>(MOST, TOGETHER_MS, ports.clock);
  const flights = new Map<string, Promise<PartRead>>();

  const fly = async (key: string, asked: PartAsked): Promise<PartRead> => {
    try {
      const part = await readPart(ports, asked);
      if (part.kind !== 'missing') read.keep(key, part, false);
      return part;
    } finally {
      flights.delete(key);
    }
  };

  return async (asked) => {
    const { part, operation, at, locale, audience } = asked;
    const key = JSON.stringify([part, operation.id, at, locale, audience]);
    const known = read.get(key);
    if (known !== undefined) return known;
    const flight = flights.get(key) ?? fly(key, asked);
    flights.set(key, flight);
    return flight;
  };
}
