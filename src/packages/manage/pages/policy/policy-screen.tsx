import type { PolicyPreview, PolicySettings, PolicyView } from '@contract/policy'
import { momentText } from '@domain/shop-time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../../features/manage/audit/reason-sheet'
import { HistoryCard } from '../../../../features/manage/policy/history-card'
import { KindsCard } from '../../../../features/manage/policy/kinds-card'
import { PresetCard } from '../../../../features/manage/policy/preset-card'
import { PreviewCard } from '../../../../features/manage/policy/preview-card'
import { SettingsCard } from '../../../../features/manage/policy/settings-card'
import { isSame, PRESET_WORDS } from '../../../../features/manage/policy/words'
import { Shell } from '../../../../features/shell/shell'
import { errorText } from '../../../../platform/error-text'
import { toast } from '../../../../platform/feedback'
import { go } from '../../../../platform/navigate'
import { scrollToTop } from '../../../../platform/page'
import { call } from '../../../../platform/request'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import './policy-screen.scss'

interface Props {
  readonly view: PolicyView
  readonly onSaved: (view: PolicyView) => void
  /** Somebody else saved meanwhile: look at theirs first. */
  readonly onStale: () => Promise<void>
}

/** The policy as a form; what it would change is shown before it is saved. */
export function PolicyScreen({ view, onSaved, onStale }: Props) {
  const { current, history, presets } = view
  const [settings, setSettings] = useState<PolicySettings>(current.settings)
  const [preview, setPreview] = useState<PolicyPreview | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isChanged = !isSame(settings, current.settings)
  const change = (part: Partial<PolicySettings>) => {
    setSettings((before) => ({ ...before, ...part }))
    setPreview(null)
  }
  const look = useAction(async () => {
    const answer = await call('POST /manage/policy/preview', { body: { settings } })
    if (!answer.ok) return toast(errorText(answer.error))
    setPreview(answer.value)
    scrollToTop()
  })
  const save = useAction(async (note: string) => {
    const answer = await call('POST /manage/policy', { body: { basedOn: current.version, settings, note } })
    if (answer.ok) {
      setSaving(false)
      toast('已保存', 'done')
      return onSaved(answer.value)
    }
    if (answer.error.code !== 'conflict.retry') return setRefusal(errorText(answer.error))
    setSaving(false)
    toast('别的店长刚改过，先看看新的')
    await onStale()
  })
  const bar = (
    <>
      <Button
        kind="line"
        isLoading={look.isBusy}
        isDisabled={!isChanged}
        onTap={() => void look.run()}
        className="policy__look"
      >
        看看影响
      </Button>
      <Button
        isBlock
        isDisabled={!isChanged}
        onTap={() => {
          setRefusal(null)
          setSaving(true)
        }}
        className="policy__save"
      >
        保存为新版本
      </Button>
    </>
  )
  return (
    <Shell className="policy" bar={bar}>
      <View className="policy__lead">
        现在用第 {current.version} 版「{PRESET_WORDS[current.preset].title}」
        {current.savedBy !== null && `，${momentText(current.savedAt)} ${current.savedBy}保存`}
        。改了只管以后的订单，以前的每一单都留着当时的规则
      </View>
      {preview && <PreviewCard preview={preview} onOrder={(id) => go('manageCorrection', { id })} />}
      <PresetCard presets={presets} settings={settings} onChoose={(chosen) => change(chosen)} />
      <KindsCard
        kinds={settings.kinds}
        onChange={(kinds) => change({ kinds })}
        onLast={() => toast('至少留一样')}
      />
      <SettingsCard settings={settings} onChange={change} />
      <HistoryCard
        history={history}
        onTake={(version) => {
          change(version.settings)
          toast(`已填入第 ${version.version} 版的设置`)
          scrollToTop()
        }}
      />
      {isSaving && (
        <ReasonSheet
          title="保存为新版本"
          yes={`保存第 ${current.version + 1} 版`}
          often={['照顾老顾客', '鼓励多分享', '店员反馈']}
          placeholder="为什么改，大家以后看得明白"
          refusal={refusal}
          isBusy={save.isBusy}
          onGive={(note) => void save.run(note)}
          onClose={() => setSaving(false)}
        >
          {preview
            ? `近 30 天的 ${preview.orders} 单里有 ${preview.changed} 单会换人。只管以后的订单，已经算好的不动。`
            : '只管以后的订单，已经算好的不动。不放心可以先「看看影响」。'}
        </ReasonSheet>
      )}
    </Shell>
  )
}
