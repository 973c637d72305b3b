/** What a row of the table measured. `told`: notices that somebody got; `step`: whether each held the step to take; `ms`: how long it took. */
export type Measured = {
  readonly cases: number;
  readonly wanted: number;
  readonly lost: number;
  readonly doubled: number;
  readonly told: number;
  readonly toldWanted: number;
  readonly step: boolean | null;
};

/** One fault, and what is to come of it. `of`: what is sent, such as digests or alerts. */
export type FaultRow = { readonly of: string; readonly fault: string; readonly run: () => Promise<Measured> };

type Line = { readonly row: FaultRow; readonly measured: Measured | null; readonly ms: number };

/** Runs rows, remembers what came of them, and prints them as a table. */
export function faultTable(title: string) {
  const lines: Line[] = [];
  return {
    async run(row: FaultRow): Promise<Measured> {
      const from = performance.now();
      let measured: Measured | null = null;
      try {
        measured = await row.run();
        return measured;
      } finally {
        lines.push({ row, measured, ms: performance.now() - from });
      }
    },
    print(): void {
      const cells = lines.map(({ row, measured, ms }) => [
        row.of,
        row.fault,
        ...(measured === null
          ? ['–', '–', '–', '–', '–', 'broken']
          : [
              String(measured.cases),
              String(measured.wanted),
              String(measured.lost),
              String(measured.doubled),
              `${measured.told}/${measured.toldWanted}`,
              measured.step === null ? '' : measured.step ? 'right' : 'WRONG',
            ]),
        `${(ms / 1000).toFixed(1)} s`,
      ]);
      const head = ['of', 'fault', 'cases', 'posts', 'lost', 'doubled', 'told', 'step', 'took'];
      const widths = head.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
      const text = [head, ...cells].map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
      process.stdout.write(`\n${title}\n${text.join('\n')}\n\n`);
    },
  };
}

/** A row in which nothing went wrong that the table counts. */
export function isSound({ lost, doubled, told, toldWanted, step }: Measured): boolean {
  return lost === 0 && doubled === 0 && told === toldWanted && step !== false;
}
