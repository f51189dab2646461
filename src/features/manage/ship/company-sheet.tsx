import type { DeliveryCompany } from '@contract/shipment'
import { View } from '@tarojs/components'
import { Icon } from '../../../ui/icon'
import { Sheet } from '../../../ui/sheet'
import './company-sheet.scss'

interface Props {
  readonly isOpen: boolean
  readonly companies: readonly DeliveryCompany[]
  readonly chosen: string
  readonly onChoose: (code: string) => void
  readonly onClose: () => void
}

/** The carriers WeChat knows, the usual ones first. */
export function CompanySheet({ isOpen, companies, chosen, onChoose, onClose }: Props) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="快递公司">
      <View className="company-sheet">
        {companies.map(({ code, name }) => (
          <View
            key={code}
            className="company-sheet__one"
            hoverClass="company-sheet__one--pressed"
            onClick={() => onChoose(code)}
          >
            {name}
            {code === chosen && <Icon name="check" size="small" className="company-sheet__chosen" />}
          </View>
        ))}
      </View>
    </Sheet>
  )
}
