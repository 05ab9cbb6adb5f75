import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { TeamProgress } from '@domain/deals/progress'
import { Card } from '@/components/Card'
import { Picture } from '@/components/Picture'
import { Tag } from '@/components/Tag'
import { teamsText } from '@/text/teams'
import styles from './GoodsCard.module.scss'

/** What is bought together; a tap may lead on. */
export interface GoodsCardProps {
  readonly view: TeamProgress
  readonly id?: string
  readonly onTap?: () => void
}

/** The goods of a team: what they are, for how many people, and what a page adds. */
export function GoodsCard({ view, id, onTap, children }: PropsWithChildren<GoodsCardProps>) {
  const { deal, product } = view
  return (
    <Card {...(id !== undefined && { id })} {...(onTap && { onTap })}>
      <View className={styles.goods}>
        <Picture file={product.picture} tint={product.categoryId} size="large" />
        <View className={styles.words}>
          <View className={styles.name}>{product.name}</View>
          <View className={styles.tags}>
            <Tag tone="cherry">{teamsText.size(deal.people)}</Tag>
            {deal.joiners === 'newcomer' && <Tag tone="leaf">{teamsText.newcomers}</Tag>}
            {product.skuName !== '' && <Tag tone="plain">{product.skuName}</Tag>}
          </View>
          {children}
        </View>
      </View>
    </Card>
  )
}
