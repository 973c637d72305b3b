import type { Pool } from 'undici';
import type { Patience } from './open-wolkvox.ts';

type Address = { readonly pool: Pool; readonly prefix: string };

/** A pool for each server and token, made when it is first needed; undici is loaded with the first. */
export function openPools(patience: Patience): {
  readonly of: (baseUrl: string, token: string, inFlight: number) => Promise<Address>;
  readonly close: () => Promise<void>;
} {
  const pools = new Map<string, Promise<Address>>();
  const make = async (baseUrl: string, connections: number): Promise<Address> => {
    const { Pool } = await import('undici');
    const { origin, pathname } = new URL(baseUrl);
    const pool = new Pool(origin, {
      connections,
      pipelining: 1,
      connect: { timeout: patience.connectMs },
      headersTimeout: patience.totalMs,
      bodyTimeout: patience.totalMs,
    });
    return { pool, prefix: pathname.replace(/\/+$/, '') };
  };
  return {
    of(baseUrl, token, inFlight) {
      const key = `${baseUrl}\n${token}`;
      const known = pools.get(key) ?? make(baseUrl, inFlight);
      pools.set(key, known);
      return known;
    },
    async close() {
      for (const { pool } of await Promise.all(pools.values())) await pool.destroy();
      pools.clear();
    },
  };
}
