import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { removeAddress, saveAddress } from '../../../../features/address/actions'
import { AddressForm } from '../../../../features/address/address-form'
import { type AddressDraft, draftOf, EMPTY_DRAFT, faultsOf, inputOf } from '../../../../features/address/form'
import { pickAddress } from '../../../../features/address/store'
import { useAddresses } from '../../../../features/address/use-addresses'
import { Shell } from '../../../../features/shell/shell'
import { errorText } from '../../../../platform/error-text'
import { confirm, toast } from '../../../../platform/feedback'
import { goBack, setTitle } from '../../../../platform/navigate'
import { useAction } from '../../../../platform/use-action'
import { Button } from '../../../../ui/button'
import { Loadable } from '../../../../ui/loadable'
import { StateView } from '../../../../ui/state-view'

interface Props {
  /** null: a new one. */
  readonly id: string | null
  readonly isPicking: boolean
}

/** The form of one address. */
export function EditScreen({ id, isPicking }: Props) {
  useEffect(() => setTitle(id ? '修改地址' : '新的地址'), [id])
  const addresses = useAddresses()
  if (!id) return <Form id={null} start={EMPTY_DRAFT} isPicking={isPicking} />
  if (addresses.status !== 'ready') {
    return (
      <Shell>
        <Loadable of={addresses} />
      </Shell>
    )
  }
  const found = addresses.value.items.find((it) => it.id === id)
  if (found) return <Form id={id} start={draftOf(found)} isPicking={isPicking} />
  return (
    <Shell>
      <StateView art="pin" title="这个地址已经删除" action={{ text: '返回', onTap: goBack }} />
    </Shell>
  )
}

interface FormProps extends Props {
  readonly start: AddressDraft
}

function Form({ id, start, isPicking }: FormProps) {
  const [draft, setDraft] = useState(start)
  const [isChecked, setChecked] = useState(false)
  const faults = isChecked ? faultsOf(draft) : {}
  const save = useAction(async () => {
    setChecked(true)
    if (Object.keys(faultsOf(draft)).length > 0) return
    const kept = await saveAddress(id, inputOf(draft))
    if (!kept.ok) return toast(errorText(kept.error))
    if (isPicking) pickAddress(kept.value.id)
    goBack()
  })
  const remove = useAction(async () => {
    if (!id || !(await confirm({ title: '删除这个地址吗', yes: '删除', no: '留着' }))) return
    const gone = await removeAddress(id)
    if (gone.ok || gone.error.code === 'thing.not_found') goBack()
    else toast(errorText(gone.error))
  })
  const bar = (
    <>
      {id && (
        <Button kind="line" isLoading={remove.isBusy} onTap={() => void remove.run()}>
          删除
        </Button>
      )}
      <Button isBlock isLoading={save.isBusy} onTap={() => void save.run()} className="address-form__save">
        保存
      </Button>
    </>
  )
  return (
    <Shell bar={bar}>
      <AddressForm
        draft={draft}
        faults={faults}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      <View className="address-form__note">地址只用于送货和联系你，随时可以修改或删除</View>
    </Shell>
  )
}
