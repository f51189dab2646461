const fc = require('fast-check')

/**
 * Properties draw from one known seed, so that a run can be repeated anywhere. `FC_SEED=7 npm test` draws others.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) })
