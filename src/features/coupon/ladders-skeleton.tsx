import { View } from '@tarojs/components'
import { Bone } from '../../ui/bone'
import './ladder-card.scss'
import './ladders-skeleton.scss'

const STEPS = ['low', 'middle', 'high']

/** Ladders before they are there, in the same measures. */
export function LaddersSkeleton({ count = 2 }: { readonly count?: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, place) => `ladder-${place}`).map((key) => (
        <View key={key} className="ladder-card">
          <Bone shape="title" width="half" />
          <Bone width="most" className="ladders-skeleton__line" />
          <View className="ladders-skeleton__stairs">
            {STEPS.map((step) => (
              <Bone
                key={step}
                shape="block"
                className={`ladders-skeleton__step ladders-skeleton__step--${step}`}
              />
            ))}
          </View>
          <View className="ladders-skeleton__foot">
            <Bone shape="title" width="half" />
            <Bone shape="block" className="ladders-skeleton__button" />
          </View>
        </View>
      ))}
    </>
  )
}
