/** The file that the floor's bot is configured with. Requests follow each other at once: what is about pacing says so itself. */
export function floorYaml(wolkvoxUrl: string): string {
  return `
operations:
  - id: bogota
    name: Operación Bogotá
    url: ${wolkvoxUrl}
    token: \${WOLKVOX_TOKEN}
    zone: America/Bogota
    locale: es
    currency: COP
    licences: 10
    country: CO
    pacing: { spacing: 0s }
    ignore_agents: [PRUEBA TI]
    aux:
      allowances: { Almuerzo: 60m }
      ordered: [Capacitación, Reunión]
channels:
  C01OPERACIONES: { operation: bogota, names: initials, audience: everyone, locale: es }
  C02SUPERVISORES: { operation: bogota, names: full, audience: supervisors, locale: es }
roles: { admin: [U02CARLOS], supervisor: [S01SUPERVISORES, U05JOAO, U06GRACE], viewer: everyone }
`;
}
