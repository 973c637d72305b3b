const USUAL_PORT = 4_700;

/** The port that PORT asks for (0: any free one), the demo's own when unset, or null when PORT is none. */
export function demoPort(written: string | undefined): number | null {
  if (written === undefined || written.trim() === '') return USUAL_PORT;
  const port = /^\d{1,5}$/.test(written.trim()) ? Number(written) : Number.NaN;
  return port <= 65_535 ? port : null;
}
