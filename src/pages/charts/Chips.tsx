import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { spokenCheck } from '@/platform/spoken'
import styles from './Chips.module.scss'

/** What a chart can show, and what of it it shows. */
export interface ChipsProps<Chip extends string> {
  /** Begins the ids of the chips. */
  readonly id: string
  readonly names: Readonly<Record<Chip, string>>
  readonly chips: readonly Chip[]
  readonly chosen: Chip
  readonly onChoose: (chip: Chip) => void
}

/** Words above a chart, one of which says what it shows. */
export function Chips<Chip extends string>(props: ChipsProps<Chip>) {
  const { id, names, chips, chosen, onChoose } = props
  return (
    <View className={styles.chips} ariaRole="radiogroup">
      {chips.map((chip) => (
        <View
          key={chip}
          id={`${id}-${chip}`}
          className={classes(styles.chip, chip === chosen && styles.chosen)}
          ariaRole="radio"
          {...spokenCheck(chip === chosen)}
          onClick={() => {
            onChoose(chip)
          }}
        >
          {names[chip]}
        </View>
      ))}
    </View>
  )
}
