/** The shop's configuration, parsed once at start by `readConfig`; nothing else reads the environment. */
export interface Config {
  readonly host: string
  readonly port: number
  /** The address others reach this server at; WeChat Pay notifies below it. No trailing slash. */
  readonly publicUrl: string
  readonly trustProxy: boolean
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly shopSecret: string
  readonly logLevel: string
  /** WeChat's servers are the simulator's, and clock and payments can be steered. */
  readonly simulated: boolean
  /** Set exactly where `simulated`. */
  readonly simulatorUrl: string | null
  readonly wechat: { readonly appid: string; readonly secret: string; readonly apiBase: string }
  readonly pay: PayConfig
  readonly rateLimit: { readonly perAddressPerMinute: number; readonly perSessionPerMinute: number }
}

/** PEM texts, not file names. WeChat Pay proves itself by a public key, by platform certificates, or by both. */
export interface PayConfig {
  readonly mchid: string
  readonly serialNo: string
  readonly privateKey: string
  readonly apiV3Key: string
  readonly publicKeyId: string | null
  readonly publicKey: string | null
  readonly platformCertificates: readonly string[]
  readonly apiBase: string
}
