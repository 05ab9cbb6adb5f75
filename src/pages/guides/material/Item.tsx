import { View } from '@tarojs/components'
import type { Material } from '@domain/guides/contract'
import { shareDown } from '@domain/money'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { materialKindText, materialText, timesText } from '@/text/material'
import styles from './Item.module.scss'

/** Something worth sharing. */
export interface ItemProps {
  readonly id: string
  readonly item: Material
  readonly onShare: (item: Material) => void
}

/** What it is, what it costs, until when, and what a sale brings. */
export function Item({ id, item, onShare }: ItemProps) {
  const { name, kind, picture, priceFen, bps } = item
  const times = timesText(item, now())
  return (
    <Card>
      <View className={styles.item}>
        {picture !== null && <Picture file={picture} tint={kind} size="medium" />}
        <View className={styles.words}>
          <View className={styles.name}>{name}</View>
          <View className={styles.facts}>
            <Tag tone={kind === 'product' ? 'plain' : 'cherry'}>{materialKindText[kind]}</Tag>
            {times !== undefined && <View className={styles.note}>{times}</View>}
          </View>
          <View className={styles.foot}>
            <View className={styles.sums}>
              {priceFen !== null && <Price fen={priceFen} plain />}
              <View className={styles.brings}>
                {priceFen === null || bps === 0
                  ? materialText.brings(bps)
                  : materialText.bringsAbout(shareDown(priceFen, bps))}
              </View>
            </View>
            <View className={styles.side}>
              <Button
                kind="plain"
                id={id}
                onTap={() => {
                  onShare(item)
                }}
              >
                {materialText.share}
              </Button>
            </View>
          </View>
        </View>
      </View>
    </Card>
  )
}
