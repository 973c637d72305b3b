import type { Control } from '../options.ts';

export interface Panel {
  readonly controls: readonly Control[];
  /** The one that was run last; the first one before any was. */
  current: () => Control | undefined;
  /** Whether it is not how things usually are. */
  unusual: () => boolean;
  run: (id: string) => Promise<boolean>;
}

export function openPanel(controls: readonly Control[]): Panel {
  let current = controls[0];
  return {
    controls,
    current: () => current,
    unusual: () => current !== controls[0],
    run: async (id) => {
      const wanted = controls.find((control) => control.id === id);
      if (!wanted) return false;
      await wanted.run();
      if (!wanted.moment) current = wanted;
      return true;
    },
  };
}
