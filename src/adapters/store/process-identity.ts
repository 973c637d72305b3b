import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** `space`: the machine and the process-number space (a container has its own) in which `pid` means something. */
export type ProcessIdentity = { readonly pid: number; readonly space: string; readonly started: string | null };

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, space: space(), started: startOf(process.pid) };
}

/** Whether that very process runs, not another one that got its number later; null when it lives in another space. */
export function stillRuns(held: ProcessIdentity): boolean | null {
  if (held.space !== space()) return null;
  if (!pidExists(held.pid)) return false;
  const started = startOf(held.pid);
  return held.started === null || started === null || held.started === started;
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function space(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** Linux says it in clock ticks since boot, other Unixes as a date; null where neither answers. */
function startOf(pid: number): string | null {
  try {
    // The command's name, in parentheses, may hold spaces: the start time is the 20th field after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return startByPs(pid);
  }
}

function startByPs(pid: number): string | null {
  if (process.platform === 'win32') return null;
  try {
    const words = ['-o', 'lstart=', '-p', String(pid)];
    return execFileSync('ps', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
