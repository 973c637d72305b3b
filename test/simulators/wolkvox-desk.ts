import { afterEach } from 'vitest';
import { startWolkvox, type WolkvoxOptions, type WolkvoxSimulator } from '../../src/simulators/wolkvox/index.ts';

export type TextRow = Record<string, string>;

export interface Answer {
  status: number;
  text: string;
  msg: string;
  rows: TextRow[];
}

export interface TestDesk {
  sim: WolkvoxSimulator;
  setTime: (local: string) => void;
  ask: (path: string, token?: string) => Promise<Answer>;
  report: (api: string, from: string, to: string) => Promise<Answer>;
}

const open: WolkvoxSimulator[] = [];

afterEach(async () => {
  for (const sim of open.splice(0)) await sim.close();
});

export function bogota(local: string): number {
  return Date.parse(`${local}-05:00`);
}

// The simulator's own rows are flat objects of strings; bodies made otherwise are not read with this.
function readRows(data: unknown): TextRow[] {
  return Array.isArray(data) ? (data as TextRow[]) : [];
}

function readBody(text: string): { msg: string; rows: TextRow[] } {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) return { msg: '', rows: [] };
    const msg = 'msg' in body && typeof body.msg === 'string' ? body.msg : '';
    return { msg, rows: readRows('data' in body ? body.data : body) };
  } catch {
    return { msg: '', rows: [] };
  }
}

export async function openTestDesk(local: string, options: Omit<WolkvoxOptions, 'now'> = {}): Promise<TestDesk> {
  let now = bogota(local);
  const sim = await startWolkvox({ ...options, now: () => now });
  open.push(sim);
  const ask = async (path: string, token = sim.token): Promise<Answer> => {
    const headers: Record<string, string> = token === '' ? {} : { 'wolkvox-token': token };
    const response = await fetch(`${sim.url}/api/v2/${path}`, { headers });
    const text = await response.text();
    return { status: response.status, text, ...readBody(text) };
  };
  return {
    sim,
    setTime: (moment) => {
      now = bogota(moment);
    },
    ask,
    report: (api, from, to) => ask(`reports_manager.php?api=${api}&campaign_id=all&date_ini=${from}&date_end=${to}`),
  };
}
