export type Query = Readonly<Record<string, string>>;

export type PlantedRows = readonly unknown[] | ((query: Query) => readonly unknown[]);

export function rowsPlanted(planted: PlantedRows, query: Query): readonly unknown[] {
  return typeof planted === 'function' ? planted(query) : planted;
}
