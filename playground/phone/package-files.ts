/** What the playground's server sends of one package; styles are CSS already. */
export interface PackageFiles {
  readonly scripts: Readonly<Record<string, string>>
  readonly configs: Readonly<Record<string, unknown>>
  readonly styles: Readonly<Record<string, string>>
}
