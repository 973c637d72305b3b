import type { Cell, Column, Table } from '../../core/card/card.ts';
import { rateCell } from '../../core/phrases/rate-said.ts';
import type { Rate } from '../../core/stats/rate.ts';
import { nameIn } from '../../core/values/name-in.ts';
import type { CardContext } from '../report.ts';
import type { HoldSummary, SkillFigures } from './summary.ts';
import { said } from './words.ts';

const UNKNOWN = '—';

export function table(summary: HoldSummary, { format, locale, names }: CardContext): Table {
  const { caption, columns } = said[locale];
  const right = (title: string): Column => ({ title, align: 'right' });
  const whole = (many: number): Cell => ({ number: many, text: format.number(many) });
  const share = (one: Rate): Cell => rateCell(one, { format, locale });
  const row = (skill: SkillFigures): Cell[] => [
    nameIn(names.skills, skill.skill) ?? skill.skill,
    whole(skill.offered),
    whole(skill.yes),
    whole(skill.no),
    share(skill.accepted),
    whole(skill.ok),
    whole(skill.fail),
    share(skill.recallSuccess),
    share(skill.kept),
    whole(skill.debt),
    whole(skill.undecided),
    skill.serviceLevelGain === null
      ? UNKNOWN
      : { number: skill.serviceLevelGain, text: format.percent(skill.serviceLevelGain, 1) },
  ];
  return {
    caption: caption(summary.skills.length),
    columns: [
      { title: columns.skill, align: 'left' },
      right(columns.offered),
      right(columns.yes),
      right(columns.no),
      right(columns.accepted),
      right(columns.ok),
      right(columns.fail),
      right(columns.recall),
      right(columns.kept),
      right(columns.debt),
      right(columns.undecided),
      right(columns.gain),
    ],
    rows: summary.skills.map(row),
  };
}
