import { View } from '@tarojs/components'
import type { FlashProgress } from '@domain/deals/progress'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import { groupbuyText } from '@/text/groupbuy'
import styles from './InDeal.module.scss'

/** A session of a flash sale that the product is in. */
export interface InFlashProps {
  readonly view: FlashProgress
  readonly onTimeOver: () => void
}

/** The flash sale of this product in a few lines; the button leads to its session. */
export function InFlash({ view: { deal, product, left }, onTimeOver }: InFlashProps) {
  const isWaiting = now() < deal.startsAt
  return (
    <Card>
      <View className={styles.head}>
        <Tag tone="cherry">{catalogText.flash}</Tag>
        <View>{catalogText.flashLeft(left, product.unit)}</View>
        <View className={styles.time}>
          <Countdown
            key={String(isWaiting)}
            until={isWaiting ? deal.startsAt : deal.endsAt}
            now={now}
            onEnd={onTimeOver}
            format={isWaiting ? catalogText.startsIn : groupbuyText.endsIn}
          />
        </View>
      </View>
      <View className={styles.body}>
        <View className={styles.words}>
          <Price fen={deal.priceFen} size="title" />
          <View className={styles.hint}>{deal.name}</View>
        </View>
        <View className={styles.go}>
          <Button
            kind="plain"
            id={`deal-${deal._id}`}
            onTap={() => {
              open('sessions', { saleId: deal.saleId })
            }}
          >
            {isWaiting ? catalogText.actions.unstarted : catalogText.toFlash}
          </Button>
        </View>
      </View>
    </Card>
  )
}
