interface Waiting<Wish, Answer> {
  readonly wish: Wish
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export interface CoalesceOptions<Wish, Answer> {
  /** Carries out a batch of one key and answers each wish in its place. */
  readonly run: (key: string, wishes: readonly Wish[]) => Promise<readonly Answer[]>
  readonly maxBatch: number
  /** Whether one wish may be what a batch failed by: then each is tried by itself, so that it fails alone. */
  readonly isOwnFault: (error: unknown) => boolean
}

/**
 * Gathers what arrives for one key while a batch of that key is under way, and carries it out as the next batch: one
 * in flight per key, first come first served. A lone wish does not wait. What is kept here are only callers waiting
 * for their answer, so several processes may do the same side by side.
 */
export function coalesce<Wish, Answer>({ run, maxBatch, isOwnFault }: CoalesceOptions<Wish, Answer>) {
  const queues = new Map<string, Waiting<Wish, Answer>[]>()

  const settle = async (key: string, batch: readonly Waiting<Wish, Answer>[]): Promise<void> => {
    try {
      const answers = await run(
        key,
        batch.map(({ wish }) => wish),
      )
      // The next batch sets out before these callers are answered, so that the database need not wait for that.
      setImmediate(() => {
        for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer)
      })
    } catch (error) {
      if (batch.length === 1 || !isOwnFault(error)) {
        for (const { reject } of batch) reject(error)
        return
      }
      for (const one of batch) await settle(key, [one])
    }
  }

  const drain = async (key: string, queue: Waiting<Wish, Answer>[]): Promise<void> => {
    while (queue.length > 0) await settle(key, queue.splice(0, maxBatch))
    queues.delete(key)
  }

  return (key: string, wish: Wish): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const queue = queues.get(key)
      const waiting = { wish, resolve, reject }
      if (queue) {
        queue.push(waiting)
        return
      }
      const begun = [waiting]
      queues.set(key, begun)
      void drain(key, begun)
    })
}
