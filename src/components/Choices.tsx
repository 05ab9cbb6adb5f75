import { View } from '@tarojs/components'
import { spokenCheck } from '@/platform/spoken'
import { classes } from './classes'
import styles from './Choices.module.scss'

/** Some choices by their names, and the one that is taken. */
export interface ChoicesProps<Choice extends string> {
  /** Begins the ids of the choices. */
  readonly id: string
  readonly title: string
  readonly choices: readonly { readonly value: Choice; readonly name: string }[]
  readonly chosen: Choice
  readonly onChoose: (choice: Choice) => void
}

/** All choices at a glance: one tap, no wheel to turn. */
export function Choices<Choice extends string>(props: ChoicesProps<Choice>) {
  const { id, title, choices, chosen, onChoose } = props
  return (
    <View className={styles.field}>
      <View className={styles.title}>{title}</View>
      <View className={styles.choices} ariaRole="radiogroup" ariaLabel={title}>
        {choices.map(({ value, name }) => (
          <View
            key={value}
            id={`${id}-${value}`}
            className={classes(styles.choice, value === chosen && styles.picked)}
            ariaRole="radio"
            {...spokenCheck(value === chosen)}
            onClick={() => {
              onChoose(value)
            }}
          >
            {name}
          </View>
        ))}
      </View>
    </View>
  )
}
