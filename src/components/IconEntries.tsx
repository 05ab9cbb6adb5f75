import { View } from '@tarojs/components'
import { classes } from './classes'
import styles from './IconEntries.module.scss'

/** A way to somewhere: a drawing with its name below. */
export interface IconEntry {
  readonly id: string
  readonly name: string
  /** The class whose background is the drawing; the page has it. */
  readonly icon: string | undefined
  readonly onTap: () => void
  /** What stands at the drawing's corner, e.g. how many wait there; nothing where it is absent. */
  readonly badge?: string | undefined
}

/** Entries side by side. */
export interface IconEntriesProps {
  readonly entries: readonly IconEntry[]
  /** Three in a row, as many rows as it takes; all in one row otherwise. */
  readonly inThrees?: boolean
}

/** The ways to other pages, as a row of drawings. */
export function IconEntries({ entries, inThrees = false }: IconEntriesProps) {
  return (
    <View className={classes(styles.entries, inThrees && styles.inThrees)}>
      {entries.map(({ id, name, icon, badge, onTap }) => (
        <View key={id} className={styles.entry} id={id} ariaRole="button" onClick={onTap}>
          <View className={classes(styles.icon, icon)}>
            {badge !== undefined && <View className={styles.badge}>{badge}</View>}
          </View>
          <View className={styles.name}>{name}</View>
        </View>
      ))}
    </View>
  )
}
