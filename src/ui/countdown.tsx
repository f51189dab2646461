import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../platform/clock'
import './countdown.scss'

interface Props {
  /** The shop's time, ms since 1970. */
  readonly until: number
  readonly onEnd?: () => void
}

const two = (n: number) => String(n).padStart(2, '0')

/** What is left as `14:59`, `3:20:05`, or days and hours. Rounded up, so 0 means it is over. */
export function leftText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600)]
  if (days > 0) return `${days}天${hours % 24}小时`
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** Counts down by the server's time. One small update a second, none once it is over. */
export function Countdown({ until, onEnd }: Props) {
  const [text, setText] = useState(() => leftText(until - serverNow()))
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const left = until - serverNow()
      setText(leftText(left))
      if (left > 0) timer = setTimeout(tick, left % 1000 || 1000)
      else end.current?.()
    }
    tick()
    return () => clearTimeout(timer)
  }, [until])
  return <Text className="countdown">{text}</Text>
}
