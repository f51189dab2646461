import type { Stage, Story } from '../../stories/story'
import { type Pace, StoryEnded, sleep } from './hand'
import { stageFor, type Table } from './stage'

export type PlayState = 'ready' | 'playing' | 'paused' | 'done' | 'failed'

/** How far a telling has come. */
export interface Telling {
  readonly state: PlayState
  /** The step that is played, or comes next. */
  readonly at: number
  readonly fault: string | null
}

const POINT_MS = 700
const READ_MS = 1600

/** Plays one story: by itself, or a step at a time. */
export class Player {
  telling: Telling = { state: 'ready', at: 0, fault: null }
  private readonly stage: Stage
  private isPaused = true
  private isOver = false
  private wake: () => void = () => {}

  constructor(
    private readonly table: Table,
    readonly story: Story,
    /** A fast telling points at nothing and waits for nobody: it is a test. */
    private readonly isFast: boolean,
    private readonly onChange: () => void,
  ) {
    const pace: Pace = { pointsMs: isFast ? 0 : POINT_MS, isOver: () => this.isOver }
    this.stage = stageFor(table, story, Date.now().toString(36), pace)
    // Whoever made this player must hold it before it speaks.
    queueMicrotask(() => void this.run())
  }

  play(): void {
    this.isPaused = false
    this.wake()
    this.tell(this.telling.state === 'paused' || this.telling.state === 'ready' ? { state: 'playing' } : {})
  }

  /** After the step that is being played. */
  pause(): void {
    this.isPaused = true
    this.tell(this.telling.state === 'playing' ? { state: 'paused' } : {})
  }

  /** One step, then a pause. */
  next(): void {
    this.isPaused = true
    this.wake()
  }

  /** Ends the telling, wherever it is. */
  async end(): Promise<void> {
    this.isOver = true
    this.wake()
    if (this.table.clock.offsetMs !== 0) await this.table.clock.move(0)
  }

  private async run(): Promise<void> {
    const { steps } = this.story
    try {
      for (const [at, step] of steps.entries()) {
        this.tell({ at })
        if (this.isPaused) await new Promise<void>((wake) => (this.wake = wake))
        if (this.isOver) return
        this.tell({ state: 'playing' })
        if (!this.isFast) await sleep(READ_MS)
        await step.do?.(this.stage.hand(step.who), this.stage)
        await step.see?.(this.stage.hand(step.who), this.stage)
        if (this.isPaused) this.tell({ state: 'paused' })
      }
      this.tell({ state: 'done', at: steps.length })
    } catch (error) {
      if (error instanceof StoryEnded) return
      this.tell({ state: 'failed', fault: error instanceof Error ? error.message : String(error) })
    }
    await this.end()
  }

  private tell(change: Partial<Telling>): void {
    this.telling = { ...this.telling, ...change }
    this.onChange()
  }
}
