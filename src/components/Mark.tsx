import { View } from '@tarojs/components'
import { spokenCheck } from '@/platform/spoken'
import { classes } from './classes'
import styles from './Mark.module.scss'

/** A round mark to tap. */
export interface MarkProps {
  readonly id: string
  /** What is marked, and whether it is: for who can't see it. */
  readonly label: string
  readonly checked: boolean
  readonly tone?: 'cherry' | 'leaf'
  /** Whether it can't be changed now. */
  readonly resting?: boolean
  readonly onTap: () => void
}

/** Says whether something is chosen or done; a tap changes it. */
export function Mark(props: MarkProps) {
  const { id, label, checked, tone = 'cherry', resting = false, onTap } = props
  return (
    <View
      id={id}
      className={classes(styles.tap, resting && styles.resting)}
      ariaRole="checkbox"
      {...spokenCheck(checked)}
      ariaLabel={label}
      onClick={() => {
        if (!resting) onTap()
      }}
    >
      <View className={classes(styles.mark, checked && styles.checked, checked && styles[tone])} />
    </View>
  )
}
