import { z } from 'zod';
import { keepFigure, type KeptFigures, keepSkill, type KeptSkills } from '../../core/history/stored.ts';
import type { Report, Sealed } from '../../reports/report.ts';

/** All metrics of a report over everything, as they are kept. */
export function keptFigures(report: Report, sealed: Sealed): KeptFigures {
  return Object.fromEntries(
    report.metrics.flatMap(({ id }) => {
      const reading = report.read(sealed, id, 'all');
      return reading === null ? [] : [[id, keepFigure(reading)]];
    }),
  );
}

const count = z.number();
const skillsSchema = z.object({
  skills: z.array(
    z.object({ skill: z.string(), offered: count, yes: count, no: count, ok: count, fail: count, debt: count }),
  ),
});

/** The promises of each skill, where a report counts them; undefined for the others. */
export function keptSkills(report: Report, sealed: Sealed): KeptSkills | undefined {
  const figures = skillsSchema.safeParse(report.figures(sealed));
  if (!figures.success) return undefined;
  return Object.fromEntries(
    figures.data.skills.map(({ skill, offered, yes, no, ok, fail, debt }) => [
      skill,
      keepSkill({ debt, yes, ok, fail, treatment: offered, no }),
    ]),
  );
}
