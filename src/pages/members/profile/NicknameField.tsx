import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { classes } from '@/components/classes'
import { useStores } from '@/stores/root'
import { profileText } from '@/text/profile'
import { Field, type PrivateField } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

/** Characters that a nickname may have. */
const MOST = 20

/**
 * The nickname: WeChat's keyboard offers the own one. It is written down when the field is left;
 * the field keeps its own text, or it would lose what is being typed.
 */
export function NicknameField(props: PrivateField & { readonly nickname: string }) {
  const { nickname, isAgreed, onAsk } = props
  const { members } = useStores()
  const [began] = useState(nickname)
  const keep = (typed: string) => {
    const wished = typed.trim().slice(0, MOST)
    const known = members.center.value?.profile.nickname ?? began
    if (wished !== known) say(members.change('nickname', { nickname: wished }))
  }
  return (
    <Field name={profileText.nickname}>
      {isAgreed ? (
        <Input
          id="nickname"
          className={classes(styles.value, styles.input)}
          type="nickname"
          defaultValue={began}
          maxlength={MOST}
          placeholder={profileText.nicknameHint}
          onBlur={(event) => {
            keep(event.detail.value)
          }}
        />
      ) : (
        <View
          id="nickname"
          className={classes(styles.value, nickname === '' && styles.unfilled)}
          ariaRole="button"
          onClick={onAsk}
        >
          {nickname === '' ? profileText.nicknameHint : nickname}
        </View>
      )}
    </Field>
  )
}
