import { View } from '@tarojs/components'
import type { GuideKind } from '@domain/guides/guide'
import { guideKindText } from '@/text/guides'
import styles from './GuideName.module.scss'
import { Tag } from './Tag'

/** A guide by name. */
export interface GuideNameProps {
  readonly id: string
  readonly name: string
  readonly kind: GuideKind
  /** The name of the store, empty while that is not known. */
  readonly store: string
}

/** Who a guide is, as what, and for which store. */
export function GuideName({ id, name, kind, store }: GuideNameProps) {
  return (
    <View className={styles.guide}>
      <View className={styles.name} id={id}>
        {name}
      </View>
      <Tag tone="plain">{guideKindText[kind]}</Tag>
      <View className={styles.store}>{store}</View>
    </View>
  )
}
