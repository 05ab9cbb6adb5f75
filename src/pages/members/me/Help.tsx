import { View } from '@tarojs/components'
import { useState } from 'react'
import { classes } from '@/components/classes'
import type { Answered } from '@/text/members'
import styles from './Help.module.scss'

/** Questions with their answers folded in; one is open at a time. */
export function Help({ items }: { readonly items: readonly Answered[] }) {
  const [openAt, setOpenAt] = useState<number>()
  return (
    <View>
      {items.map(({ question, answer }, index) => (
        <View key={question} className={styles.item}>
          <View
            className={styles.question}
            id={`help-${index}`}
            ariaRole="button"
            onClick={() => {
              setOpenAt(openAt === index ? undefined : index)
            }}
          >
            <View className={styles.words}>{question}</View>
            <View className={classes(styles.chevron, openAt === index && styles.open)} />
          </View>
          {openAt === index && <View className={styles.answer}>{answer}</View>}
        </View>
      ))}
    </View>
  )
}
