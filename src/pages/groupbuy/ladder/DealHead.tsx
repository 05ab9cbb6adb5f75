import { Text, View } from '@tarojs/components'
import { ladderPrice } from '@domain/groupbuy/ladder'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { groupbuyText } from '@/text/groupbuy'
import type { LadderView } from '@domain/groupbuy/contract'
import { peopleOf, type Phase } from '@domain/groupbuy/outlook'
import styles from './DealHead.module.scss'

/** What is sold and what it costs now, big, beside the price that it began with. */
export function DealHead({ view, phase }: { readonly view: LadderView; readonly phase: Phase }) {
  const { deal, product } = view
  const { outcome, ladder } = deal
  const isUnformed = outcome !== null && outcome.finalPriceFen === null
  const priceFen = outcome?.finalPriceFen ?? ladderPrice(ladder, peopleOf(view))
  const isCounted = phase === 'settling' || phase === 'settled'
  return (
    <View>
      <View className={styles.picture}>
        <View className={styles.middle}>
          <Picture
            file={product.picture}
            tint={product.categoryId}
            size="fill"
            alt={product.name}
          />
        </View>
      </View>
      <View className={styles.head}>
        <View className={styles.prices}>
          <Text className={styles.label}>
            {isUnformed ? groupbuyText.base : isCounted ? groupbuyText.final : groupbuyText.now}
          </Text>
          <Price fen={priceFen} size="hero" plain={isUnformed} />
          <View>
            {priceFen < ladder.basePriceFen && (
              <View className={styles.base}>
                <Text className={styles.label}>{groupbuyText.base}</Text>
                <Price fen={ladder.basePriceFen} size="body" struck />
              </View>
            )}
          </View>
          <View className={styles.tag}>
            <Tag tone={isUnformed ? 'plain' : isCounted ? 'leaf' : 'cherry'}>
              {isUnformed ? groupbuyText.unformedTag : groupbuyText.phases[phase]}
            </Tag>
          </View>
        </View>
        <View className={styles.name}>{product.name}</View>
        <View className={styles.subtitle}>{product.subtitle}</View>
      </View>
    </View>
  )
}
