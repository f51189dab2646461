/** Thrown by a handler where trying again cannot help: the job is given up at once, with this as its reason. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused'
}
