import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { confirm } from '@/platform/notice'
import { CockpitStore, type CockpitView } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { cockpitQuestions, dropText } from '@/text/cockpit'
import { thresholdText } from '@/text/coupons'
import type { BoardProps } from './Board'
import styles from './Coupons.module.scss'
import { liveRests } from './goods'
import { useAct } from './useAct'

/** 发券: the session's coupons, dropped or ready to be. */
export function Coupons({ cockpit }: BoardProps) {
  const { coupons } = cockpit
  return (
    <Card title={dropText.title} id="coupons">
      <View>{coupons.length === 0 && <View className={styles.none}>{dropText.none}</View>}</View>
      {coupons.map((coupon) => (
        <Coupon key={coupon.template._id} cockpit={cockpit} coupon={coupon} />
      ))}
    </Card>
  )
}

interface CouponProps extends BoardProps {
  readonly coupon: CockpitView['coupons'][number]
}

const Coupon = observer(function Coupon({ cockpit: { session, room }, coupon }: CouponProps) {
  const store = useStore(CockpitStore)
  const act = useAct(session._id)
  const { template, droppedAt, claimed, left } = coupon
  const { _id: templateId, name, rule } = template
  const rests = liveRests(room.status)
  const drop = async () => {
    if (await confirm(cockpitQuestions.drop(name))) {
      await act('drop', { templateId }, dropText.dropped)
    }
  }
  return (
    <View className={styles.coupon} id={`coupon-${templateId}`}>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.note}>
          {droppedAt === null
            ? [thresholdText(rule), dropText.ready(left)].join(' · ')
            : [dropText.isDropped(droppedAt), dropText.figures(claimed, left)].join(' · ')}
        </View>
        <View className={styles.note}>
          {droppedAt === null && rests !== undefined ? rests : ''}
        </View>
      </View>
      {droppedAt === null && (
        <View className={styles.action}>
          <Button
            kind="plain"
            id={`drop-${templateId}`}
            disabled={rests !== undefined}
            busy={store.isUnderWay(`drop ${templateId}`)}
            onTap={() => void drop()}
          >
            {dropText.drop}
          </Button>
        </View>
      )}
    </View>
  )
})
