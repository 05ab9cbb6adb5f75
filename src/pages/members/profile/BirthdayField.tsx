import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { classes } from '@/components/classes'
import { useStores } from '@/stores/root'
import { birthdayColumns, birthdayText, profileText } from '@/text/profile'
import { Field } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

const months = birthdayColumns.map(({ month }) => month)

/** The birthday without its year: the second wheel has the days of the month on the first. */
export function BirthdayField({ birthday }: { readonly birthday: string | null }) {
  const { members } = useStores()
  const [[month, day], setTurned] = useState(() => placesOf(birthday))
  const days = birthdayColumns[month]?.days ?? []
  const turn = (column: number, place: number) => {
    setTurned(([before]) => (column === 0 ? [place, 0] : [before, place]))
  }
  const keep = ([chosenMonth = 0, chosenDay = 0]: readonly number[]) => {
    const most = (birthdayColumns[chosenMonth]?.days.length ?? 1) - 1
    const places = [chosenMonth, Math.min(chosenDay, most)] as const
    setTurned(places)
    say(members.change('birthday', { birthday: dayOf(places) }))
  }
  return (
    <Field name={profileText.birthday}>
      <Picker
        id="birthday"
        mode="multiSelector"
        range={[months, days]}
        value={[month, day]}
        onColumnChange={({ detail }) => {
          turn(detail.column, detail.value)
        }}
        onChange={({ detail }) => {
          keep(detail.value)
        }}
      >
        <View
          id="birthday-value"
          className={classes(styles.value, birthday === null && styles.unfilled)}
          ariaRole="button"
        >
          {birthday === null ? profileText.birthdayHint : birthdayText(birthday)}
        </View>
      </Picker>
    </Field>
  )
}

/** Where the wheels stand, from 0 on. */
type Places = readonly [month: number, day: number]

function placesOf(birthday: string | null): Places {
  const [month = 1, day = 1] = (birthday ?? '01-01').split('-').map(Number)
  return [month - 1, day - 1]
}

/** MM-DD, as the cloud takes it. */
const dayOf = (places: Places): string =>
  places.map((place) => String(place + 1).padStart(2, '0')).join('-')
