import Taro from '@tarojs/taro'

/** Says something in passing. */
export function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2200 })
}

/** A question with two ways out. */
export interface Question {
  readonly title: string
  readonly text: string
  /** At most four characters, as WeChat has it. */
  readonly yes: string
  readonly no: string
}

/** Asks before something that can't be taken back. */
export async function confirm({ title, text, yes, no }: Question): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content: text,
    confirmText: yes,
    cancelText: no,
    confirmColor: '#c8283c',
    cancelColor: '#6e655c',
  })
  return answer.confirm
}
