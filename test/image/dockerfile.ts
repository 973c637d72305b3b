/** One instruction of a Dockerfile: its word, and what follows, continued lines joined. */
export type Instruction = { readonly keyword: string; readonly rest: string };
/** A stage: what it starts from, its name where it has one, and its instructions. */
export type Stage = { readonly from: string; readonly name: string; readonly instructions: readonly Instruction[] };

/** The instructions of a Dockerfile in their order; comments and the parser's directives left out. */
export function instructionsOf(text: string): readonly Instruction[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => ({ keyword: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

export function stagesOf(text: string): readonly Stage[] {
  const stages: { from: string; name: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.keyword === 'FROM') {
      const [from = '', , name = ''] = instruction.rest.split(/\s+/);
      stages.push({ from, name, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** What .dockerignore keeps out and lets in, in its order: the last rule that fits a path decides. */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ignores: !line.startsWith('!'), path: line.replace(/^!/, '').replace(/\/$/, '') }));
  return (path) => {
    const fits = ({ path: rule }: (typeof rules)[number]) =>
      rule === '*' || path === rule || path.startsWith(`${rule}/`);
    return rules.findLast(fits)?.ignores ?? false;
  };
}
