import type { JobView } from '@contract/job'
import { View } from '@tarojs/components'
import { copy } from '../../../platform/feedback'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import './job-card.scss'
import { kindText, whenText } from './words'

interface Props {
  readonly job: JobView
  readonly isBusy: boolean
  readonly onRetry: () => void
}

/** A piece of work: what it does, when, how often it was tried, why it failed, and the way to try again. */
export function JobCard({ job, isBusy, onRetry }: Props) {
  const { kind, key, state, attempts, lastError } = job
  const mayRetry = state === 'failed' || (state === 'due' && attempts > 0)
  return (
    <Card className="job-card">
      <View className="job-card__title">{kindText(kind)}</View>
      <View className="job-card__when">
        {whenText(job)}
        {attempts > 1 && ` · 试过 ${attempts} 次`}
      </View>
      {lastError && state !== 'done' && (
        <View className="job-card__error" onClick={() => void copy(lastError)}>
          {lastError}
        </View>
      )}
      <View className="job-card__foot">
        <View className="job-card__key">{key}</View>
        {mayRetry && (
          <Button kind="tint" size="small" isLoading={isBusy} onTap={onRetry} className="job-card__retry">
            现在重试
          </Button>
        )}
      </View>
    </Card>
  )
}
