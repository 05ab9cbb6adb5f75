import { View } from '@tarojs/components'
import { ladderPrice, lowestStep } from '@domain/groupbuy/ladder'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { groupbuyText, truthText } from '@/text/groupbuy'
import { preSaleText } from '@/text/preSale'
import type { LadderView } from '@domain/groupbuy/contract'
import { peopleOf } from '@domain/groupbuy/outlook'
import styles from './Truth.module.scss'

/** What joining now costs at the most and what it can come down to, both exact. */
export function Truth({ view }: { readonly view: LadderView }) {
  const { ladder, shipsAt } = view.deal
  const nowFen = ladderPrice(ladder, peopleOf(view))
  const lowest = lowestStep(ladder)
  return (
    <Card>
      <View className={styles.truth}>{truthText(nowFen)}</View>
      <View className={styles.range}>
        <View className={styles.end} id="most">
          <View className={styles.label}>{groupbuyText.most}</View>
          <Price fen={nowFen} size="title" plain />
        </View>
        <View className={styles.end} id="least">
          <View className={styles.label}>
            {nowFen > lowest.priceFen
              ? groupbuyText.least(lowest.people)
              : groupbuyText.leastReached}
          </View>
          <Price fen={lowest.priceFen} size="title" plain />
        </View>
      </View>
      {shipsAt !== undefined && (
        <View className={styles.note} id="pre-sale">
          {preSaleText.truth(shipsAt)}
        </View>
      )}
      {ladder.belowFirstStep === 'refund-all' && (
        <View className={styles.note}>
          {groupbuyText.leastOrNone(ladder.steps[0]?.people ?? 0)}
        </View>
      )}
    </Card>
  )
}
