export function installedPostgres(): string | null
