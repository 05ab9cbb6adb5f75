import { Image, View } from '@tarojs/components'
import box from '@/assets/empty-box.png'
import offline from '@/assets/offline.png'
import { spokenPicture } from '@/platform/spoken'
import { Button } from './Button'
import styles from './Empty.module.scss'

/** What is missing and what to do next. */
export interface EmptyProps {
  readonly title: string
  readonly hint?: string
  readonly action?: { readonly text: string; readonly onTap: () => void; readonly id?: string }
  readonly drawing?: 'box' | 'offline'
}

const drawings = { box, offline } as const

/** Says that there is nothing here yet, and what to do about it. */
export function Empty({ title, hint, action, drawing = 'box' }: EmptyProps) {
  return (
    <View className={styles.empty}>
      <Image
        className={styles.drawing}
        src={drawings[drawing]}
        mode="aspectFit"
        {...spokenPicture()}
      />
      <View className={styles.title}>{title}</View>
      {hint !== undefined && <View className={styles.hint}>{hint}</View>}
      {action && (
        <View className={styles.action}>
          <Button kind="plain" onTap={action.onTap} id={action.id ?? 'next'}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  )
}
