import type { Poster } from '@contract/staff'
import { useEffect, useRef, useState } from 'react'
import { saveFileToAlbum } from '../../../../platform/album'
import { type Canvas, canvasFile, findCanvas } from '../../../../platform/canvas'
import { toast } from '../../../../platform/feedback'
import { viewPictures } from '../../../../platform/navigate'
import { useAction } from '../../../../platform/use-action'
import { drawPoster } from './draw'

export const POSTER_ID = 'poster'

export interface Drawing {
  readonly state: 'drawing' | 'drawn' | 'failed'
  readonly isSaving: boolean
  readonly save: () => void
  readonly again: () => void
}

/** Draws the poster on the page's canvas once it is known, and saves what was drawn. */
export function usePoster(poster: Poster | null): Drawing {
  const [state, setState] = useState<Drawing['state']>('drawing')
  const [attempt, setAttempt] = useState(0)
  const drawn = useRef<Canvas | null>(null)
  // The same poster fetched anew is no other one.
  const wish = poster && JSON.stringify({ poster, attempt })
  useEffect(() => {
    if (!wish) return
    let isOver = false
    setState('drawing')
    const draw = async () => {
      const canvas = await findCanvas(POSTER_ID)
      const isDrawn =
        canvas !== null &&
        (await drawPoster(canvas, (JSON.parse(wish) as { poster: Poster }).poster).catch(() => false))
      if (isOver) return
      drawn.current = canvas
      setState(isDrawn ? 'drawn' : 'failed')
    }
    void draw()
    return () => {
      isOver = true
    }
  }, [wish])
  const { isBusy, run } = useAction(async () => {
    if (drawn.current) await save(drawn.current)
  })
  return { state, isSaving: isBusy, save: () => void run(), again: () => setAttempt((n) => n + 1) }
}

async function save(canvas: Canvas): Promise<void> {
  const file = await canvasFile(canvas)
  if (file === null) return toast('没有存成，可截屏保存')
  const saved = await saveFileToAlbum(file)
  if (saved.ok) return toast('已存到相册', 'done')
  if (saved.error === 'not_allowed') return toast('没有相册权限，可截屏保存')
  // Hosts without an album still show the picture large, to be kept by a long press.
  if (saved.error === 'unavailable') viewPictures([file], file)
}
