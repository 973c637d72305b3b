import { ApiError } from '../api/method.ts';
import type { Workspace } from '../workspace.ts';

const lifetime = 3_000;

/** A trigger opens one view, within three seconds. */
export class Triggers {
  private readonly known = new Map<string, { person: string; born: number; used: boolean }>();
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  make(person: string): string {
    const trigger = `${this.workspace.count()}.${this.workspace.count()}.simulated`;
    this.known.set(trigger, { person, born: this.workspace.now(), used: false });
    return trigger;
  }

  use(trigger: string): { person: string } {
    const known = this.known.get(trigger);
    if (!known) throw new ApiError('invalid_trigger_id');
    if (known.used) throw new ApiError('exchanged_trigger_id');
    if (this.workspace.now() - known.born > lifetime) throw new ApiError('expired_trigger_id');
    known.used = true;
    return { person: known.person };
  }
}
