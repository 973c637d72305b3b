/** PostgreSQL's defaults are for servers; with these the whole process stays near 150 MB instead of 300. */
export const SETTINGS: readonly string[] = [
  'shared_buffers=4MB',
  'wal_buffers=256kB',
  'max_connections=5',
  'maintenance_work_mem=4MB',
];
